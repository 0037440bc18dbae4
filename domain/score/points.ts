import * as z from 'zod';
import type { Triple } from './belief.ts';
import type { Open as OpenTenths } from './open.ts';

export const Points = z
  .number()
  .min(0)
  .max(100)
  .meta({ id: 'Points', description: 'Points of exposure, 0 to 100 with one decimal; higher is riskier.', example: 88.1 });

export const Range = z.strictObject({ low: Points, point: Points, high: Points }).meta({
  id: 'Range',
  description:
    'Of what is named. low: the platform’s case if all it claims is true; point: what is proven; high: what cannot be excluded of the places, staff and owners that somebody has named.',
  example: { low: 75.2, point: 88.1, high: 97.1 },
});
export type Range = z.infer<typeof Range>;

export const Open = z.strictObject({ whole: Points, storage: Points, access: Points }).meta({
  id: 'Open',
  description:
    'How far it could go through places and people that nobody has named, as a whole and in each part: beside the range, never a part of it.',
  example: { whole: 100, storage: 100, access: 100 },
});
export type Open = z.infer<typeof Open>;

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

/** What is open, in tenths of a point, in points. */
export function toOpenPoints({ whole, storage, access }: OpenTenths): Open {
  return { whole: toPoints(whole), storage: toPoints(storage), access: toPoints(access) };
}
