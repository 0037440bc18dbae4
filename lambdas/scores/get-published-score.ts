import * as z from 'zod';
import { Score } from '../../domain/explain/published-score.ts';
import { detail } from '../../domain/facts/detail.ts';
import { fault } from '../../domain/facts/fault.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { IMMUTABLE, ok } from '../runtime/reply.ts';

const ScoreId = z
  .string()
  .regex(/^scr_[0-9A-HJKMNP-TV-Z]{26}$/, fault('not-a-score-id'))
  .meta({ description: 'The id of a published score.', example: 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V' });

const PublishedScore = z
  .strictObject({
    ...Score.shape,
    recipe: z
      .strictObject({ ...Score.pick({ method: true, register: true, assessment: true, asOf: true, knownBy: true }).shape })
      .meta({ description: 'Every input by its version or hash: with them the score can be computed again, to the byte.' }),
  })
  .meta({ id: 'PublishedScore', description: 'A published score, immutable, with its recipe.' });

export const getPublishedScore = operation({
  params: z.strictObject({ platform: PlatformId, score: ScoreId }),
  reply: { 200: PublishedScore },
  async find({ params: { platform, score } }, { store }) {
    const published = await store.findPublished(platform, score);
    if (!published) throw new Problem('not-found', detail('no-score', { platform, score }));
    return published;
  },
  etag: ({ id }) => id,
  run({ found: { score } }) {
    const { method, register, assessment, asOf, knownBy } = score;
    return ok({ ...score, recipe: { method, register, assessment, asOf, knownBy } }, IMMUTABLE);
  },
});
