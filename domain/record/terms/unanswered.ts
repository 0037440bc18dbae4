import * as z from 'zod';
import { Instant } from '../../facts/date.ts';
import { listStandingQuotes } from '../../watch/standing-quotes.ts';
import type { ReviewReason } from '../review.ts';
import type { Revision } from '../revision.ts';

/** What of a change of terms says whether a file answers it. */
const Changed = z.looseObject({
  document: z.string(),
  to: z.looseObject({ recordedAt: Instant }),
  broken: z.array(z.looseObject({ quote: z.string() })).default([]),
});

/**
 * The changes of terms among a review's reasons that a file does not answer, so that its approval must not end them: it was handed in before the
 * platform said the new words, or it still stands on words that are gone.
 */
export function listUnanswered(
  reasons: readonly ReviewReason[],
  { submittedAt, assessment }: Pick<Revision, 'submittedAt' | 'assessment'>,
): ReviewReason[] {
  return reasons.filter(({ kind, data }) => {
    const change = kind === 'terms-changed' ? Changed.safeParse(data).data : undefined;
    if (!change) return false;
    if (Date.parse(submittedAt) < Date.parse(change.to.recordedAt)) return true;
    const standing = new Set(listStandingQuotes(assessment, change.document).map(({ quote }) => quote));
    return change.broken.some(({ quote }) => standing.has(quote));
  });
}
