import type { Change, Explanation } from '../../domain/explain/explanation.ts';
import { number, signed, strong, table } from './print.ts';
import type { QuotesKnown } from './quotes.ts';
import { toSafeText } from './terminal.ts';

/** Most rows of a list that a reader wants to see; all of them are in the JSON. */
const MOST_ROWS = 12;

/** The explanation in sentences, those that say more of another below it. */
export function printSentences({ summary }: Pick<Explanation, 'summary'>): string[] {
  return [
    strong('In sentences'),
    ...summary.map(({ code, text }) => `${OF_A_FACT.test(code) ? '    ' : SAYS_MORE.test(code) ? '      ' : '  '}${text}`),
    '',
  ];
}

const OF_A_FACT = /^fact-(?!more|ended)/;
const SAYS_MORE = /^(words|item)-|^(fact-more|fact-ended|matters-|lower-claimed|next-both|moves-)/;

/** The same in five lines. */
export function printShort({ short }: Pick<Explanation, 'short'>, place: string | undefined): string[] {
  return short.map((line, row) =>
    [...line.map(({ text }) => toSafeText(text)), ...(row === 0 && place ? [`${place} that are rated.`] : [])].join(' '),
  );
}

/** What stands behind the sentences, in tables. */
export function printExplanation(explain: Explanation, known: QuotesKnown): string[] {
  return [
    ...section('Paths, by what reaches through them', table(explain.paths.slice(0, MOST_ROWS).map(toPathRow))),
    ...section('Belief in them, and their quotes', table(explain.paths.slice(0, MOST_ROWS).map((path) => toBeliefRow(path, known)))),
    ...section('Quotes', known.sentence === '' ? [] : [`  ${known.sentence}`]),
    ...section(
      'Leads: too weak to be scored',
      table(explain.leads.map(({ id, kind, belief: { low, point, high } }) => [id, kind, `belief ${low}-${point}-${high} %`])),
    ),
    ...section(
      'What nobody has named',
      table(explain.unknowns.map(({ mode, complete, open }) => [mode, `list proven ${Math.round(complete * 100)} %`, `open ${open}`])),
    ),
    ...section(
      'What each fact does',
      table([
        HEADER,
        ...explain.marginal
          .filter(isSeen)
          .slice(0, MOST_ROWS)
          .map(({ act, ref, change }) => [...toCells(change), act, ref, toRating(change)]),
      ]),
    ),
    ...section(
      'What would lower it',
      table([
        HEADER,
        ...explain.lowers
          .slice(0, MOST_ROWS)
          .map(({ act, jurisdiction = '', mode = '', band, change }) => [
            ...toCells(change),
            act,
            `${jurisdiction} ${mode}`.trim(),
            band,
            toRating(change),
          ]),
      ]),
    ),
    ...section(
      'The fewest jurisdictions to end',
      table(
        explain.smallestSets.map(({ band, jurisdictions, becomes }) => [
          `to ${band}`,
          jurisdictions.join(' + ') || 'none of up to three',
          becomes ? `${becomes.point}` : '',
        ]),
      ),
    ),
    ...section(
      'Promises, weighing 0, as if delivered and proven',
      table(explain.commitments.map(({ id, becomes, band, change }) => [...toCells(change), id, `to ${becomes.point} ${band}`])),
    ),
  ];
}

const HEADER = [' point', '  high', ' width', '  open', ''];

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', strong(title), ...lines];
}

/** The factors at the point, as the product they are. */
function toPathRow({ id, jurisdiction, mode, wins, exposure, factors }: Explanation['paths'][number]): string[] {
  const product = factors.map(({ factor, point }) => `${factor} ${point.toFixed(2)}`).join(' × ');
  return [number(exposure.point), wins ? '*' : ' ', jurisdiction, mode, id, product];
}

/** Belief in the path and in its end, with the newest item that says so, and by what its quotes are known. */
function toBeliefRow({ id, belief: { path, newest, ended, endedNewest } }: Explanation['paths'][number], { ofPath }: QuotesKnown): string[] {
  const toText = ({ low, point, high }: typeof path) => `${low}-${point}-${high} %`;
  const quotes = `quotes: ${ofPath(id)}`;
  return [
    id,
    toText(path),
    `of ${newest.observed}`,
    quotes,
    ...(ended && endedNewest ? [`ended ${toText(ended)}`, `of ${endedNewest.observed}`] : []),
  ];
}

/** What it would make of band and gate. */
function toRating({ band, gate }: Change): string {
  return [band && `band ${band}`, gate && `gate ${gate}`].filter(Boolean).join(', ');
}

function isSeen({ change }: { change: Change }): boolean {
  return change.point !== 0 || change.high !== 0 || change.width !== 0 || change.open !== 0 || change.gate !== undefined;
}

function toCells({ point, high, width, open }: Change): string[] {
  return [signed(point), signed(high), signed(width), signed(open)];
}
