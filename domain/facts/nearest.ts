import { distance } from 'fastest-levenshtein';

/** Past this, what was written is no slip of the keys, and is not compared. */
const LONGEST = 60;

/** The values nearest to what was written, the nearest first; those of one distance in their order. */
export function nearest(written: string, values: readonly string[], most = 3): string[] {
  const folded = written.slice(0, LONGEST).toLowerCase();
  return values
    .map((value) => ({ value, far: distance(folded, value.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ value }) => value);
}

/** The name that was meant, where one is near enough to what was written. */
export function meantBy(written: string, known: readonly string[]): string | undefined {
  const [near] = written.length < LONGEST ? nearest(written, known, 1) : [];
  return near !== undefined && distance(written, near) <= Math.max(2, written.length / 3) ? near : undefined;
}
