import type { Assessment } from '../facts/assessment.ts';
import type { Evidence } from '../facts/evidence.ts';
import type { QuoteCount } from './quote-count.ts';

/** `held`: it stands in a capture; `erased`: it stood in one that is no more; `excerpt`: it names its place in a text that is not here; `unverified`: taken on faith. */
export type QuoteState = 'held' | 'erased' | 'excerpt' | 'unverified';

/** An item of evidence with a quote, and its JSON Pointer in the assessment. */
export type QuotedItem = { readonly item: string; readonly evidence: Evidence & { readonly quote: string } };

/** Every quote of an assessment, in the order of the file. */
export function listQuotes(assessment: Assessment): QuotedItem[] {
  const found: QuotedItem[] = [];
  collect(assessment, '', found);
  return found;
}

/** The captures that quotes of an assessment are taken from, each once. */
export function listCaptured(assessment: Assessment): string[] {
  return [...new Set(listQuotes(assessment).flatMap(({ evidence }) => evidence.capture ?? []))];
}

function collect(value: unknown, at: string, found: QuotedItem[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (at === '' && key === 'sources') continue;
    const place = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key === 'evidence' && Array.isArray(member))
      for (const [i, evidence] of (member as Evidence[]).entries()) {
        if (evidence.quote !== undefined) found.push({ item: `${place}/${i}`, evidence: { ...evidence, quote: evidence.quote } });
      }
    else collect(member, place, found);
  }
}

/** An item with a capture was anchored when it was submitted: what does not stand there is no part of the record. */
export function quoteStateOf({ capture, excerpt }: Pick<Evidence, 'capture' | 'excerpt'>, erased: ReadonlySet<string> = new Set()): QuoteState {
  if (capture !== undefined) return erased.has(capture) ? 'erased' : 'held';
  return excerpt === undefined ? 'unverified' : 'excerpt';
}

export function countQuotes(assessment: Assessment, erased?: ReadonlySet<string>): QuoteCount {
  const count = { quotes: 0, held: 0, erased: 0, excerpt: 0, unverified: 0 };
  for (const { evidence } of listQuotes(assessment)) {
    count.quotes += 1;
    count[quoteStateOf(evidence, erased)] += 1;
  }
  return count;
}
