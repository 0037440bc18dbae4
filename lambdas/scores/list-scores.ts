import * as z from 'zod';
import { Score } from '../../domain/explain/published-score.ts';
import { CalendarDate } from '../../domain/facts/date.ts';
import { toFault } from '../../domain/facts/fault.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor, toSetAside } from '../runtime/page.ts';
import { invalid } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { firstScoreIdAfter, firstScoreIdOn } from './score-ids.ts';

const Query = z.strictObject({
  ...PageQuery,
  from: CalendarDate.optional().meta({ description: 'The first day.', example: '2023-01-01' }),
  to: CalendarDate.optional().meta({ description: 'The last day.', example: '2023-12-31' }),
});

export const listScores = operation({
  params: PlatformParams,
  query: Query,
  reply: { 200: pageOf(Score).meta({ id: 'ScorePage', description: 'Published scores, oldest first.' }) },
  find: findPlatform,
  async run({ params: { platform }, query: { limit, cursor, from = '0001-01-01', to = '9999-12-31' } }, deps) {
    if (from > to) throw invalid([{ pointer: '/from', in: 'query', ...toFault('not-a-span', { from, to }) }]);
    const list = `scores ${platform} ${from} ${to}`;
    const { scores, setAside, next } = await deps.store.listPublished(platform, {
      limit,
      after: await openCursor(cursor, list, deps),
      from: firstScoreIdOn(from),
      to: firstScoreIdAfter(to),
    });
    const nextCursor = next === undefined ? null : await sealCursor(next, list, deps);
    return ok({ items: scores.map(({ score }) => score), ...toSetAside(setAside), nextCursor });
  },
});
