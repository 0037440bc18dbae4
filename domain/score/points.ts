import * as z from 'zod';
import type { Triple } from './belief.ts';

export const Points = z
  .number()
  .min(0)
  .max(100)
  .meta({ id: 'Points', description: 'Points of exposure, 0 to 100 with one decimal; higher is riskier.', example: 88.1 });

export const Range = z.strictObject({ low: Points, point: Points, high: Points }).meta({
  id: 'Range',
  description: 'low: the platform’s case if all it claims is true; point: what is proven; high: what cannot be excluded.',
  example: { low: 75.2, point: 88.1, high: 100 },
});
export type Range = z.infer<typeof Range>;

export const Delta = z
  .number()
  .min(-100)
  .max(100)
  .meta({ id: 'Delta', description: 'A difference in points, -100 to 100 with one decimal.', example: -2.3 });

/** Tenths of a point as points with one decimal. */
export function toPoints(tenths: number): number {
  return tenths / 10;
}

/** A triple in tenths of a point as a range in points. */
export function toRange([low, point, high]: Triple): Range {
  return { low: toPoints(low), point: toPoints(point), high: toPoints(high) };
}
