import * as z from 'zod';
import { Score } from '../../domain/explain/published-score.ts';
import { Instant } from '../../domain/facts/date.ts';
import { detail } from '../../domain/facts/detail.ts';
import { toFault } from '../../domain/facts/fault.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import { operation } from '../runtime/operation.ts';
import { invalid, Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { firstScoreIdAt } from './score-ids.ts';

const PastInstant = Instant.meta({ description: 'An instant in UTC, not in the future.', example: '2026-03-01T12:00:00Z' });

export const getScoreAt = operation({
  params: z.strictObject({ platform: PlatformId, instant: PastInstant }),
  reply: { 200: Score },
  async find({ params: { platform, instant } }, { store, now }) {
    const at = Date.parse(instant);
    if (at > now().getTime()) throw invalid([{ pointer: '/instant', in: 'path', ...toFault('date-in-future', { date: instant }) }]);
    // Ids begin with their time; after the digits of the instant, `~` sorts behind every id of that very millisecond.
    const published = await store.findPublishedAt(platform, `${firstScoreIdAt(at)}~`);
    if (!published) throw new Problem('not-found', detail('no-score-then', { platform }));
    return published;
  },
  etag: ({ id }) => id,
  run: ({ found }) => ok(found.score),
});
