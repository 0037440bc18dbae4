import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';
import { RevisionView } from './revision-view.ts';

const LIST = 'waiting assessments';

export const listWaitingAssessments = operation({
  query: z.strictObject({
    ...PageQuery,
    state: z.literal('submitted').meta({ description: 'Those that wait for a second person.', example: 'submitted' }),
  }),
  reply: { 200: pageOf(RevisionView).meta({ id: 'WaitingPage', description: 'Submissions that wait for a second person, oldest first.' }) },
  async run({ query: { limit, cursor } }, deps) {
    const { heads, next } = await deps.store.listWaiting({ limit, after: await openCursor(cursor, LIST, deps) });
    const items = heads.flatMap(({ platform, pending }) => (pending ? [{ platform, ...pending, status: 'submitted' }] : []));
    return ok({ items, nextCursor: next === undefined ? null : await sealCursor(next, LIST, deps) });
  },
});
