import { reviewReasons } from '../../../messages/en/review-reasons.ts';
import type { Change } from '../../watch/change.ts';
import type { JudgedQuote } from '../../watch/judge-quotes.ts';
import type { Outcome } from '../../watch/take-version.ts';
import type { ReviewReason } from '../review.ts';

type TermsChanged = Extract<Outcome, { kind: 'changed' }>;

/** Characters of what an event and a reason repeat of a change, as JSON; the two texts, which lie in the archive, have the rest. */
const MOST_CHARACTERS = 20_000;

/** A change as it is said: broken quotes first, then what opens a review, then the rest, as far as there is room. */
export function describeTermsChange(document: string, { from, to, broken, changes, source }: TermsChanged) {
  const ordered = [...changes].sort((a, b) => Number(b.grade === 'review') - Number(a.grade === 'review'));
  let room = MOST_CHARACTERS;
  const fits = (one: unknown) => {
    room -= JSON.stringify(one).length + 1;
    return room >= 0;
  };
  const said: { broken: JudgedQuote[]; changes: Change[] } = { broken: broken.filter(fits), changes: ordered.filter(fits) };
  const further = broken.length - said.broken.length + ordered.length - said.changes.length;
  return { document, from, to, ...said, ...(further > 0 && { further }), ...(source !== undefined && { source }) };
}

export function termsChangedReason(document: string, change: TermsChanged): ReviewReason {
  return {
    kind: 'terms-changed',
    text: reviewReasons['terms-changed']({ document, ...change }),
    data: describeTermsChange(document, change),
  };
}

export function termsSilentReason(document: string, since: string): ReviewReason {
  return {
    kind: 'terms-silent',
    text: reviewReasons['terms-silent']({ document, since }),
    data: { document, since },
  };
}
