import type { Change, Explanation } from '../../domain/explain/explanation.ts';
import type { CliMessages } from '../../messages/en/cli.ts';
import { saySentence } from '../../messages/say-sentence.ts';
import { number, signed, strong, table } from './print.ts';
import type { QuotesKnown } from './quotes.ts';
import { toSafeText } from './terminal.ts';

/** Most rows of a list that a reader wants to see; all of them are in the JSON. */
const MOST_ROWS = 12;

/** The explanation in sentences, those that say more of another below it. */
export function printSentences({ summary }: Pick<Explanation, 'summary'>, { explained, explanation }: CliMessages): string[] {
  return [
    strong(explained.sentences),
    ...summary.map((sentence) => {
      const { code } = sentence;
      return `${OF_A_FACT.test(code) ? '    ' : SAYS_MORE.test(code) ? '      ' : '  '}${saySentence(explanation, sentence)}`;
    }),
    '',
  ];
}

const OF_A_FACT = /^fact-(?!more|ended)/;
const SAYS_MORE = /^(words|item)-|^(fact-more|fact-ended|matters-|lower-claimed|next-both|moves-)/;

/** The same in five lines. */
export function printShort({ short }: Pick<Explanation, 'short'>, place: string | undefined, { explanation }: CliMessages): string[] {
  return short.map((line, row) =>
    [...line.map((sentence) => toSafeText(saySentence(explanation, sentence))), ...(row === 0 && place ? [`${place}.`] : [])].join(' '),
  );
}

/** What stands behind the sentences, in tables. */
export function printExplanation(explain: Explanation, known: QuotesKnown, { explained: words, score: t }: CliMessages): string[] {
  const header = [...words.columns.map((column) => column.padStart(6)), ''];
  const toRating = ({ band, gate }: Change) => [band && words.band(t.band(band)), gate && words.gate(t.gate(gate))].filter(Boolean).join(', ');
  const toCells = ({ point, high, width, open }: Change) => [point, high, width, open].map((points) => signed(points, t));
  return [
    ...section(words.paths, table(explain.paths.slice(0, MOST_ROWS).map((path) => toPathRow(path, t)))),
    ...section(words.belief, table(explain.paths.slice(0, MOST_ROWS).map((path) => toBeliefRow(path, known, words)))),
    ...section(words.quotes, known.sentence === '' ? [] : [`  ${known.sentence}`]),
    ...section(
      words.leads,
      table(
        explain.leads.map(({ id, kind, belief: { low, point, high } }) => [
          id,
          words.leadKinds[kind],
          words.leadBelief(words.beliefOf(low, point, high)),
        ]),
      ),
    ),
    ...section(
      words.unnamed,
      table(explain.unknowns.map(({ mode, complete, open }) => [t.mode(mode), words.listProven(Math.round(complete * 100)), words.openOf(open)])),
    ),
    ...section(
      words.facts,
      table([
        header,
        ...explain.marginal
          .filter(isSeen)
          .slice(0, MOST_ROWS)
          .map(({ act, ref, change }) => [...toCells(change), words.act(act), ref, toRating(change)]),
      ]),
    ),
    ...section(
      words.lowers,
      table([
        header,
        ...explain.lowers
          .slice(0, MOST_ROWS)
          .map(({ act, jurisdiction = '', mode = '', band, change }) => [
            ...toCells(change),
            words.act(act),
            `${jurisdiction} ${t.mode(mode)}`.trim(),
            t.band(band),
            toRating(change),
          ]),
      ]),
    ),
    ...section(
      words.fewest,
      table(
        explain.smallestSets.map(({ band, jurisdictions, becomes }) => [
          words.toBand(band),
          jurisdictions.join(' + ') || words.none,
          becomes ? t.figure(becomes.point) : '',
        ]),
      ),
    ),
    ...section(
      words.promises,
      table(explain.commitments.map(({ id, becomes, band, change }) => [...toCells(change), id, words.becomes(becomes.point, band)])),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', strong(title), ...lines];
}

/** The factors at the point, as the product they are. */
function toPathRow({ id, jurisdiction, mode, wins, exposure, factors }: Explanation['paths'][number], t: CliMessages['score']): string[] {
  const product = factors.map(({ factor, point }) => `${t.factor(factor)} ${t.share(point)}`).join(' × ');
  return [number(exposure.point, t), wins ? '*' : ' ', jurisdiction, t.mode(mode), id, product];
}

/** Belief in the path and in its end, with the newest item that says so, and by what its quotes are known. */
function toBeliefRow(
  { id, belief: { path, newest, ended, endedNewest } }: Explanation['paths'][number],
  { ofPath }: QuotesKnown,
  words: CliMessages['explained'],
): string[] {
  const toText = ({ low, point, high }: typeof path) => words.beliefOf(low, point, high);
  return [
    id,
    toText(path),
    words.newest(newest.observed),
    words.quotesOf(ofPath(id)),
    ...(ended && endedNewest ? [words.ended(toText(ended)), words.newest(endedNewest.observed)] : []),
  ];
}

function isSeen({ change }: { change: Change }): boolean {
  return change.point !== 0 || change.high !== 0 || change.width !== 0 || change.open !== 0 || change.gate !== undefined;
}
