import * as z from 'zod';
import type { Client } from '../local/sign-in/sign-in.ts';

const Page = z.object({ items: z.array(z.record(z.string(), z.unknown())).min(1) });
const FIRST_DAY = Date.UTC(2021, 10, 23);
const DAY_MS = 86_400_000;

/** Answers of the API for an instance far larger than the examples: each item is a real one under another name and with other figures. */
export async function readLargePortfolio(call: Client, size: { readonly platforms: number; readonly days: number }) {
  const [platform] = Page.parse((await call('/v1/platforms?limit=1')).body).items;
  const [score] = Page.parse((await call('/v1/platforms/tiktok/scores?limit=1')).body).items;
  const platforms = Array.from({ length: size.platforms }, (_, i) => ({ ...platform, id: `platform-${i}`, name: `Platform ${i}` }));
  const scores = Array.from({ length: size.days }, (_, day) => ({
    ...score,
    id: `scr_${day}`,
    computedAt: new Date(FIRST_DAY + day * DAY_MS).toISOString(),
    score: { low: 20 + (day % 10), point: 50 + (day % 20), high: 90 },
  }));
  return { platforms: { items: platforms, nextCursor: null }, scores: { items: scores, nextCursor: null } };
}
