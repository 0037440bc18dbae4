import type { Assessment } from '../../domain/facts/assessment.ts';
import { expandPaths } from '../../domain/facts/expand-paths.ts';
import type { QuoteCount } from '../../domain/vault/quote-count.ts';
import { countQuotes, quoteStateOf } from '../../domain/vault/quotes.ts';
import { sayQuotes } from '../../messages/en/quotes.ts';

/** By what the quotes are known that a score rests on: of all in a sentence, and of each path. */
export type QuotesKnown = { readonly sentence: string; readonly ofPath: (id: string) => string };

/** As the service knows them. */
export function toQuotesKnown(assessment: Assessment, quotes: QuoteCount, erased: readonly string[]): QuotesKnown {
  return { sentence: sayQuotes(quotes), ofPath: statesByPath(assessment, new Set(erased)) };
}

/** Of a file, which nothing has been held against: it only says which quotes name a capture. */
export function toQuotesNamed(assessment: Assessment): QuotesKnown {
  const states = statesByPath(assessment, new Set());
  return { sentence: sayCaptures([countQuotes(assessment)]).join(''), ofPath: (id) => states(id).replace('held', 'captured') };
}

/** What names an excerpt proves nothing by itself, and is counted apart. */
export function sayCaptures(counts: readonly QuoteCount[]): string[] {
  const sum = (of: 'quotes' | 'held' | 'excerpt') => counts.reduce((all, count) => all + count[of], 0);
  const excerpts = sum('excerpt');
  return sum('quotes') === 0
    ? []
    : [`${sum('held')} of ${sum('quotes')} quotes name a capture${excerpts === 0 ? '' : `; ${excerpts} an excerpt alone`}`];
}

function statesByPath({ paths }: Assessment, erased: ReadonlySet<string>): (id: string) => string {
  const states = new Map(
    expandPaths(paths).map(({ id, evidence }) => [id, evidence.flatMap((item) => (item.quote === undefined ? [] : [quoteStateOf(item, erased)]))]),
  );
  return (id) => {
    const counted = Map.groupBy(states.get(id) ?? [], (state) => state);
    return [...counted].map(([state, some]) => `${some.length} ${state}`).join(', ') || 'none';
  };
}
