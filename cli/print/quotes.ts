import type { Assessment } from '../../domain/facts/assessment.ts';
import { expandPaths } from '../../domain/facts/expand-paths.ts';
import type { QuoteCount } from '../../domain/vault/quote-count.ts';
import { countQuotes, quoteStateOf } from '../../domain/vault/quotes.ts';
import type { CliMessages } from '../../messages/en/cli.ts';

type Texts = CliMessages['explained'];

/** By what the quotes are known that a score rests on: of all in a sentence, and of each path. */
export type QuotesKnown = { readonly sentence: string; readonly ofPath: (id: string) => string };

/** As the service knows them. */
export function toQuotesKnown(assessment: Assessment, quotes: QuoteCount, erased: readonly string[], t: CliMessages): QuotesKnown {
  return { sentence: t.sayQuotes(quotes), ofPath: statesByPath(assessment, new Set(erased), 'held', t.explained) };
}

/** Of a file, which nothing has been held against: it only says which quotes name a capture. */
export function toQuotesNamed(assessment: Assessment, { explained }: CliMessages): QuotesKnown {
  return { sentence: sayCaptures([countQuotes(assessment)], explained).join(''), ofPath: statesByPath(assessment, new Set(), 'captured', explained) };
}

/** What names an excerpt proves nothing by itself, and is counted apart. */
export function sayCaptures(counts: readonly QuoteCount[], { captures }: Texts): string[] {
  const sum = (of: 'quotes' | 'held' | 'excerpt') => counts.reduce((all, count) => all + count[of], 0);
  return sum('quotes') === 0 ? [] : [captures(sum('held'), sum('quotes'), sum('excerpt'))];
}

function statesByPath(
  { paths }: Assessment,
  erased: ReadonlySet<string>,
  held: 'held' | 'captured',
  { quoteState, noQuote }: Texts,
): (id: string) => string {
  const states = new Map(
    expandPaths(paths).map(({ id, evidence }) => [id, evidence.flatMap((item) => (item.quote === undefined ? [] : [quoteStateOf(item, erased)]))]),
  );
  return (id) => {
    const counted = Map.groupBy(states.get(id) ?? [], (state) => state);
    return [...counted].map(([state, some]) => quoteState[state === 'held' ? held : state](some.length)).join(', ') || noQuote;
  };
}
