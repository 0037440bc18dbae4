import * as z from 'zod';
import type { Triple } from './belief.ts';
import type { Way } from './method.ts';
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

export const Ways = z.strictObject({ programme: Range, law: Range }).meta({
  id: 'Ways',
  description:
    'By states that run an offensive cyber programme, whose remedy is to take the app off; by all others, whose remedy is to stop the transfer.',
  example: { programme: { low: 61.6, point: 80.6, high: 95.3 }, law: { low: 49.6, point: 61.7, high: 67.8 } },
});
export type Ways = z.infer<typeof Ways>;

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

/** The ways of a score, in tenths of a point, in points. */
export function toWays({ programme, law }: Readonly<Record<Way, Triple>>): Ways {
  return { programme: toRange(programme), law: toRange(law) };
}

/** What is open, in tenths of a point, in points. */
export function toOpenPoints({ whole, storage, access }: OpenTenths): Open {
  return { whole: toPoints(whole), storage: toPoints(storage), access: toPoints(access) };
}
