import type { Assessment } from '../facts/assessment.ts';
import { listQuotes } from '../vault/quotes.ts';
import type { StandingQuote } from './judge-quotes.ts';

/**
 * The quotes of an assessment that were read from a document, each with the fact it is for. One that a newer item of the same fact and
 * document replaces no longer stands, so that its end breaks nothing; nor does one that contradicts, or a source that was withdrawn.
 */
export function listStandingQuotes(assessment: Assessment, document: string): StandingQuote[] {
  const read = listQuotes(assessment)
    .filter(({ evidence }) => {
      const source = assessment.sources[evidence.source];
      return source?.document === document && source.withdrawn === undefined && evidence.stance !== 'contradicts';
    })
    .map(({ item, evidence }) => ({ fact: factOf(assessment, item), item, evidence }));
  return read
    .filter(({ fact, evidence }) => !read.some((other) => other.fact === fact && other.evidence.observed > evidence.observed))
    .map(({ fact, item, evidence: { quote, language } }) => ({ fact, item, quote, ...(language !== undefined && { language }) }));
}

/** As reviews name it: by the ids of paths, incidents and commitments, and the kinds of safeguards, in the place of their positions. */
function factOf(assessment: Assessment, item: string): string {
  const parts = item.split('/').slice(1, -2);
  const named: string[] = [];
  let at: unknown = assessment;
  for (const part of parts) {
    at = (at as Record<string, unknown> | undefined)?.[part];
    const { id, kind } = (at ?? {}) as { id?: string; kind?: string };
    named.push(id ?? kind ?? part);
  }
  return named.join('/');
}
