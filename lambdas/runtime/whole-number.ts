import * as z from 'zod';

/** A whole number in an address, in its one spelling: digits alone, none of them a zero in front. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  const error = `must be a whole number from ${min} to ${max}, written in digits alone, such as ${Math.max(min, Math.min(50, max))}`;
  return z.preprocess(
    (value) => (typeof value === 'string' && /^(?:0|[1-9]\d{0,9})$/.test(value) ? Number(value) : value),
    z.int({ error }).min(min, error).max(max, error),
  );
}
