import { numberOf } from './revision-number.ts';
import { isSilent, type Reporting } from './silence.ts';

/** Revisions that a consumer may lag behind, and minutes that a newer one may be out, before an alarm. */
const MOST_REVISIONS = 2;
const MOST_MINUTES = 15;

type Current = { readonly revision: string; readonly number: number; readonly dataAsOf: string };

/** Whether a consumer holds a revision that was never made here, or is lost. */
export function isAhead(held: string | null, current: Pick<Current, 'revision' | 'number'>): boolean {
  const number = numberOf(held) ?? 0;
  // The same number with other content was never ours.
  return number > current.number || (number === current.number && held !== current.revision);
}

/** Whether a consumer holds what is out of date, or none of ours; one that has reported no revision holds nothing. */
export function isBehind(held: string | null, current: Current, at: string): boolean {
  const number = numberOf(held) ?? 0;
  if (isAhead(held, current)) return true;
  if (current.number - number > MOST_REVISIONS) return true;
  return number < current.number && Date.parse(at) - Date.parse(current.dataAsOf) > MOST_MINUTES * 60_000;
}

export type Standing = 'current' | 'behind' | 'ahead';

/** How what a consumer holds stands to what is served, in a word. */
export function standingOf(held: string | null, current: Current, at: string): Standing {
  if (isAhead(held, current)) return 'ahead';
  return isBehind(held, current, at) ? 'behind' : 'current';
}

/** How many hold what is out of date, of those that still report. */
export function countBehind(consumers: readonly (Reporting & { readonly revision: string | null })[], current: Current, at: string): number {
  return consumers.filter((one) => !isSilent(one, at) && isBehind(one.revision, current, at)).length;
}
