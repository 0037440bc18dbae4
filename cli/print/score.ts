import type { Moved } from '../../domain/explain/explanation-moved.ts';
import { pickNext } from '../../domain/explain/pick-next.ts';
import type { Score } from '../../domain/explain/published-score.ts';
import { GATE_ASKS } from '../../messages/en/gates.ts';
import { bar, faint, inBand, number, pointOf, range, ruler, signed, strong, table } from './print.ts';
import { toSafeText } from './terminal.ts';

/** As the domain makes it, and as it comes from the service, whose description knows no length of a list. */
export type Printed = Omit<Score, 'bandRange'> & { readonly bandRange: readonly string[] };

/** A score for reading: the whole, its parts, the waterfall, and what to find out next. */
export function printScore(title: string, score: Printed): string[] {
  return [...printVerdict(title, score), ...printFigures(score)];
}

/** What was scored, of which day and by which law, and what came out. */
export function printVerdict(title: string, score: Printed): string[] {
  const { score: whole, band, bandRange, confidence, gate } = score;
  return [
    `${strong(title)}  ${faint(`as of ${score.asOf}, known by ${score.knownBy}, ${score.method}, register ${score.register.version}`)}`,
    ...printRevision(score),
    '',
    `  ${strong(inBand(band, band === 'unrated' ? band : `${pointOf(score)} ${band}`))}   ${whole.low} to ${whole.high} named (${bandRange.join(' to ')})   confidence ${confidence}   gate ${gate}`,
    `  ${gate} ${GATE_ASKS[gate]}`,
    '',
  ];
}

/** Its parts, the waterfall, what to find out next, and the vectors. */
export function printFigures(score: Printed): string[] {
  const { score: whole, parts, ways, open, band, contributions, explain } = score;
  const line = (name: string, of: Score['score']) => `  ${name.padEnd(11)}${range(of, band)}`.padEnd(36) + ruler(of, band);
  return [
    line('whole', whole),
    line('storage', parts.storage),
    line('access', parts.access),
    ...(ways ? [line('programme', ways.programme), line('law', ways.law)] : []),
    ...(open ? [`  open       ${number(open.whole)}  through what nobody has named (storage ${open.storage}, access ${open.access})`] : []),
    '',
    ...(band === 'unrated' ? [] : [strong('What adds up to the point'), ...printWaterfall(contributions), '']),
    ...(explain ? [strong('To find out next'), ...pickNext(explain.summary).map(({ text }) => `  ${toSafeText(text)}`), ''] : []),
    `${faint('vector')} ${score.vector}`,
    `${faint('short ')} ${score.shortVector}`,
  ];
}

/** Which revision answered for the day; a file that is scored offline has none. */
function printRevision({ asOf: day, assessment: { revision, asOf, noneThatEarly } }: Printed): string[] {
  if (revision === undefined) return [];
  const of = asOf === undefined ? '' : `, facts of ${asOf}`;
  return [
    faint(`answered by revision ${revision}${of}`),
    ...(noneThatEarly ? [`No approved facts are as early as ${day}: the earliest answered.`] : []),
  ];
}

function printWaterfall(contributions: Score['contributions']): string[] {
  if (contributions.length === 0) return ['  Nothing is exposed.'];
  let before = 0;
  const rows = contributions.map(({ of, points, path }) => {
    const drawn = bar(before, points);
    before += points;
    return [of, number(points), drawn.padEnd(42), path ?? ''];
  });
  return table(rows);
}

/** Two days of knowing side by side, and the difference to the tenth. */
export function printMoved(before: Score, after: Score, moved: Moved): string[] {
  const column = ({ knownBy, score: whole, band, gate }: Score) => [
    `known by ${knownBy}`,
    pointOf({ score: whole, band }).padStart(6),
    `${whole.low} to ${whole.high}`,
    band,
    gate,
  ];
  return [
    '',
    strong('Side by side'),
    ...table([column(before), column(after)]),
    `  difference ${signed(moved.to - moved.from).trim()}:`,
    ...table([
      ...moved.causes.map(({ kind, points }) => [kind, signed(points), '']),
      ...moved.facts.map(({ ref, points }) => ['', signed(points), ref]),
    ]),
  ];
}
