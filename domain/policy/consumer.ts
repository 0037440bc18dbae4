/** Revisions that a consumer may lag behind, and minutes that a newer one may be out, before an alarm. */
const MOST_REVISIONS = 2;
const MOST_MINUTES = 15;

/** How far a reported number may lie ahead and still be believed: what a restore can have taken back. */
const MOST_AHEAD = 1000;

const numberOf = (held: string | null) => Number(/^(\d{6})-/.exec(held ?? '')?.[1] ?? 0);

/**
 * The number of the next revision: above the current one and above what tools hold, which refuse an older one. After a restore they hold
 * later ones than the record knows.
 */
export function nextNumber(current: number, held: readonly (string | null)[]): number {
  const known = held.map(numberOf).filter((number) => number <= current + MOST_AHEAD);
  return Math.max(current, ...known) + 1;
}

/** Whether a consumer holds a revision that was never made here, or is lost. */
export function isAhead(held: string | null, current: { readonly number: number }): boolean {
  return numberOf(held) > current.number;
}

/** Whether a consumer holds what is out of date, or none of ours; one that has reported no revision holds nothing. */
export function isBehind(
  held: string | null,
  current: { readonly revision: string; readonly number: number; readonly dataAsOf: string },
  at: string,
): boolean {
  const number = numberOf(held);
  if (isAhead(held, current)) return true;
  if (current.number - number > MOST_REVISIONS) return true;
  // The same number with other content was never ours.
  if (number === current.number) return held !== current.revision;
  return number < current.number && Date.parse(at) - Date.parse(current.dataAsOf) > MOST_MINUTES * 60_000;
}
