/** Revisions that a consumer may lag behind, and minutes that a newer one may be out, before an alarm. */
const MOST_REVISIONS = 2;
const MOST_MINUTES = 15;

/** Whether a consumer holds what is out of date; one that has reported no revision holds nothing. */
export function isBehind(
  held: string | null,
  current: { readonly revision: string; readonly number: number; readonly dataAsOf: string },
  at: string,
): boolean {
  const number = Number(/^(\d{6})-/.exec(held ?? '')?.[1] ?? 0);
  if (current.number - number > MOST_REVISIONS) return true;
  // The same number with other content was never ours.
  if (number === current.number) return held !== current.revision;
  return number < current.number && Date.parse(at) - Date.parse(current.dataAsOf) > MOST_MINUTES * 60_000;
}
