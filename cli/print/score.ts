import type { Moved } from '../../domain/explain/explanation-moved.ts';
import { pickNext } from '../../domain/explain/pick-next.ts';
import type { Score } from '../../domain/explain/published-score.ts';
import type { CliMessages } from '../../messages/en/cli.ts';
import { sayHearing } from '../../messages/say-hearing.ts';
import { saySentence } from '../../messages/say-sentence.ts';
import { bar, faint, inBand, number, pointOf, range, ruler, signed, strong, table } from './print.ts';
import { toSafeText } from './terminal.ts';

type Texts = CliMessages['score'];

/** What stands before a figure, as wide as the widest of its language. */
export function labelOf(name: keyof Texts['lines'], { lines }: Texts): string {
  return lines[name].padEnd(2 + Math.max(...Object.values(lines).map((label) => label.length)));
}

/** As the domain makes it, and as it comes from the service, whose description knows no length of a list. */
export type Printed = Omit<Score, 'bandRange'> & { readonly bandRange: readonly string[] };

/** A score for reading: the whole, its parts, the waterfall, and what to find out next. */
export function printScore(title: string, score: Printed, t: CliMessages): string[] {
  return [...printVerdict(title, score, t.score), ...printFigures(score, t)];
}

/** What was scored, of which day and by which law, and what came out. */
export function printVerdict(title: string, score: Printed, t: Texts): string[] {
  const { score: whole, band, bandRange, confidence, gate } = score;
  return [
    `${strong(title)}  ${faint(t.asOf(score.asOf, score.knownBy, score.method, score.register.version))}`,
    ...printRevision(score, t),
    '',
    `  ${strong(inBand(band, band === 'unrated' ? t.band(band) : `${pointOf(score, t)} ${t.band(band)}`))}   ${t.named(whole.low, whole.high, bandRange, confidence, gate)}`,
    `  ${t.gateAsks(gate)}`,
    ...(score.hearings ?? []).map((heard) => `  ${sayHearing(t.hearing, heard)}`),
    '',
  ];
}

/** Its parts, the waterfall, what to find out next, and the vectors. */
export function printFigures(score: Printed, { score: t, explanation }: CliMessages): string[] {
  const { score: whole, parts, ways, open, band, contributions, explain } = score;
  const line = (name: keyof Texts['lines'], of: Score['score']) => `  ${labelOf(name, t)}${range(of, band, t)}`.padEnd(36) + ruler(of, band);
  return [
    line('whole', whole),
    line('storage', parts.storage),
    line('access', parts.access),
    ...(ways ? [line('programme', ways.programme), line('law', ways.law)] : []),
    ...(open ? [`  ${labelOf('open', t)}${number(open.whole, t)}  ${t.open(open.storage, open.access)}`] : []),
    '',
    ...(band === 'unrated' ? [] : [strong(t.contributions), ...printWaterfall(contributions, t), '']),
    ...(explain ? [strong(t.next), ...pickNext(explain.summary).map((one) => `  ${toSafeText(saySentence(explanation, one))}`), ''] : []),
    `${faint(t.vector)} ${score.vector}`,
    `${faint(t.short.padEnd(t.vector.length))} ${score.shortVector}`,
  ];
}

/** Which revision answered for the day; a file that is scored offline has none. */
function printRevision({ asOf: day, assessment: { revision, asOf, noneThatEarly } }: Printed, t: Texts): string[] {
  if (revision === undefined) return [];
  return [faint(t.answered(revision, asOf)), ...(noneThatEarly ? [t.noneThatEarly(day)] : [])];
}

function printWaterfall(contributions: Score['contributions'], t: Texts): string[] {
  if (contributions.length === 0) return [`  ${t.nothing}`];
  let before = 0;
  const rows = contributions.map(({ of, points, path }) => {
    const drawn = bar(before, points);
    before += points;
    return [t.contributor(of), number(points, t), drawn.padEnd(42), path ?? ''];
  });
  return table(rows);
}

/** Two days of knowing side by side, and the difference to the tenth. */
export function printMoved(before: Score, after: Score, moved: Moved, t: Texts): string[] {
  const column = ({ knownBy, score: whole, band, gate }: Score) => [
    t.knownBy(knownBy),
    pointOf({ score: whole, band }, t).padStart(6),
    t.between(whole.low, whole.high),
    t.band(band),
    t.gate(gate),
  ];
  return [
    '',
    strong(t.beside),
    ...table([column(before), column(after)]),
    `  ${t.difference(signed(moved.to - moved.from, t).trim())}`,
    ...table([
      ...moved.causes.map(({ kind, points }) => [t.cause(kind), signed(points, t), '']),
      ...moved.facts.map(({ ref, points }) => ['', signed(points, t), ref]),
    ]),
  ];
}
