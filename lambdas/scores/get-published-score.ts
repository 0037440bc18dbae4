import { z } from 'zod';
import { PlatformId } from '../../domain/platform.ts';
import { Score } from '../../domain/published-score.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { IMMUTABLE, ok } from '../runtime/reply.ts';

const ScoreId = z
  .string()
  .regex(/^scr_[0-9A-HJKMNP-TV-Z]{26}$/, 'must be the id of a score, scr_ and a ULID')
  .meta({ description: 'The id of a published score.', example: 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V' });

export const getPublishedScore = operation({
  params: z.strictObject({ platform: PlatformId, score: ScoreId }),
  reply: { 200: Score },
  async find({ params: { platform, score } }, { store }) {
    const published = await store.findPublished(platform, score);
    if (!published) throw new Problem('not-found', `"${platform}" has no score ${score}`);
    return published;
  },
  etag: ({ id }) => id,
  run: ({ found }) => ok(found.score, IMMUTABLE),
});
