import type { ReviewReason } from './review.ts';

/** What a review says of why it is open; the record, event by event, has what is not listed. */
type Reasons = { readonly reasons: readonly ReviewReason[]; readonly furtherReasons?: number | undefined };

/** Characters of the reasons that a review lists, as JSON: with all else the head stays well within an item's 400 KB. */
const MOST_CHARACTERS = 60_000;

/** Reasons in the order in which they came; those for which there is no room are counted, and stand in their events alone. */
export function gatherReasons(given: Reasons, reasons: readonly ReviewReason[]): { reasons: ReviewReason[]; furtherReasons?: number } {
  const listed = [...given.reasons];
  let length = JSON.stringify(listed).length;
  let further = given.furtherReasons ?? 0;
  for (const reason of reasons) {
    const more = JSON.stringify(reason).length + 1;
    // What comes after one that is not listed is not listed either, so that the list is a beginning.
    if (listed.length > 0 && (further > 0 || length + more > MOST_CHARACTERS)) further += 1;
    else {
      listed.push(reason);
      length += more;
    }
  }
  return { reasons: listed, ...(further > 0 && { furtherReasons: further }) };
}

/** Whether a person has said this already of the review that is open: a request that is sent twice says it once. */
export function hasSaid({ reasons }: Reasons, { kind, text, data }: ReviewReason): boolean {
  return reasons.some((reason) => reason.kind === kind && reason.text === text && reason.data.by === data.by);
}
