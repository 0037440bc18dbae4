import * as z from 'zod';
import type { Assessment } from '../facts/assessment.ts';
import type { Evidence } from '../facts/evidence.ts';
import { anchorIn } from '../vault/anchor.ts';
import { listQuotes } from '../vault/quotes.ts';
import { judgeQuotes } from '../watch/judge-quotes.ts';

/** A quote of the platform's own words that may stand in a newer text. */
const Looked = z.strictObject({
  item: z.string().meta({ description: 'JSON Pointer of the item of evidence.', example: '/paths/0/evidence/0' }),
  source: z.string().meta({ example: 'policy' }),
  quote: z.string(),
  observed: z.string().meta({ description: 'The day for which it speaks now.', example: '2025-12-19' }),
});
const Reworded = Looked.extend({ now: z.string().meta({ description: 'The sentence that stands in its place.' }) });
export const RenewedQuotes = z.strictObject({
  held: z.array(Looked).meta({ description: 'Quotes that still stood on that day, each of which can be renewed.' }),
  reworded: z.array(Reworded).meta({
    description:
      'Quotes in whose place another sentence stands, be it a longer one that has all their words ("in Ireland", and "in Ireland and Chile" since). ' +
      'They cannot be renewed.',
  }),
  absent: z.array(Looked).meta({ description: 'Quotes that do not stand in this text: of another document, or gone.' }),
});
export type RenewedQuotes = z.infer<typeof RenewedQuotes>;

/** A text that was read on a day: the SHA-256 of its capture, and its words. */
export type ReadText = { readonly capture: string; readonly day: string; readonly text: string; readonly language?: string | undefined };

/** The quotes of the platform's own words, older than a day. */
export function listOlder(assessment: Assessment, day: string) {
  return listQuotes(assessment).filter(({ evidence: { source, observed, stance } }) => {
    const { statementBy, withdrawn } = assessment.sources[source] ?? {};
    return statementBy === 'platform' && withdrawn === undefined && stance !== 'contradicts' && observed < day;
  });
}

/**
 * Which of them still stand in the text. Whether a sentence that was quoted whole has grown is seen in the text that its item was taken from:
 * `texts` by the hashes of the items' captures, as far as they are there.
 */
export function findRenewable(assessment: Assessment, { day, text, language }: ReadText, texts: ReadonlyMap<string, string>): RenewedQuotes {
  const anchor = anchorIn(text, language);
  const found: RenewedQuotes = { held: [], reworded: [], absent: [] };
  const byText = Map.groupBy(listOlder(assessment, day), ({ evidence: { capture } }) => capture && texts.get(capture));
  for (const [before, quotes] of byText) {
    const judged = judgeQuotes(
      quotes.map(({ item, evidence: { quote } }) => ({ fact: '', item, quote })),
      before,
      text,
      language,
    );
    for (const [i, { item, evidence }] of quotes.entries()) {
      const { source, quote, observed } = evidence;
      const looked = { item, source, quote, observed };
      const { state, now } = judged[i] ?? { state: 'never-found' };
      if (now !== undefined) found.reworded.push({ ...looked, now });
      else if (state === 'held' && anchor(quote).pieces !== undefined) found.held.push(looked);
      else found.absent.push(looked);
    }
  }
  return found;
}

/**
 * The assessment, as of the day of the text, with these items observed on that day; from the day on which each was observed before, for the
 * words stood all the while. Grades are as they were given.
 */
export function renewQuotes(assessment: Assessment, items: ReadonlySet<string>, { capture, day }: ReadText): Assessment {
  const copy = structuredClone(assessment);
  for (const { item } of listQuotes(copy)) {
    if (!items.has(item)) continue;
    const evidence = find(copy, item);
    const from = evidence.from ?? evidence.observed;
    Object.assign(evidence, { from, observed: day, capture });
    // A capture takes the place of an excerpt.
    delete evidence.excerpt;
  }
  return { ...copy, asOf: assessment.asOf > day ? assessment.asOf : day };
}

function find(assessment: Assessment, item: string): Evidence {
  const parts = item
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], assessment) as Evidence;
}
