import * as z from 'zod';
import { fault } from '../../domain/facts/fault.ts';

/** A whole number in an address, in its one spelling: digits alone, none of them a zero in front. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  const error = fault('not-a-whole-number', { min, max, usual: Math.max(min, Math.min(50, max)) });
  const isOne = (text: string) => /^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) >= min && Number(text) <= max;
  return z.string({ error }).refine(isOne, error).transform(Number).meta({ type: 'integer', minimum: min, maximum: max });
}
