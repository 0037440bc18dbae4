import * as z from 'zod';
import { JurisdictionCode } from '../../domain/facts/jurisdiction-code.ts';
import { MODES } from '../../domain/facts/vocabulary.ts';
import { Band, Gate } from '../../domain/score/rating.ts';
import { today } from '../runtime/dates.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';
import { PlatformView, toPlatformView } from './platform-view.ts';

const Query = z.strictObject({
  ...PageQuery,
  band: Band.optional().meta({ description: 'Of the published score.', example: 'severe' }),
  gate: Gate.optional().meta({ description: 'Of the published score.', example: 'restrict' }),
  jurisdiction: JurisdictionCode.optional().meta({ description: 'Reached from there, or kept there.', example: 'CN' }),
  mode: z.enum(MODES).optional().meta({ description: 'In this way.', example: 'remote-access' }),
  stale: z.enum(['true', 'false']).optional().meta({ description: 'Whether the review is overdue.', example: 'true' }),
});

export const listPlatforms = operation({
  query: Query,
  reply: {
    200: pageOf(PlatformView).meta({
      id: 'PlatformPage',
      description: 'A page of platforms, by id; of overdue or not overdue ones, by the day their review is due.',
    }),
  },
  async run({ query: { limit, cursor, stale, ...filter } }, deps) {
    const list = `platforms ${JSON.stringify({ ...filter, stale })}`;
    const staleness = stale && { stale: { is: stale === 'true', today: today(deps) } };
    const { heads, next } = await deps.store.listHeads({ ...filter, ...staleness }, { limit, after: await openCursor(cursor, list, deps) });
    return ok({ items: heads.map(toPlatformView), nextCursor: next === undefined ? null : await sealCursor(next, list, deps) });
  },
});
