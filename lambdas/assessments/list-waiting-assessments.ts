import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor, toSetAside } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';
import { RevisionView, toRevisionView } from './revision-view.ts';

const LIST = 'waiting assessments';

export const listWaitingAssessments = operation({
  query: z.strictObject({
    ...PageQuery,
    state: z.literal('submitted').meta({ description: 'Those that wait for a second person.', example: 'submitted' }),
  }),
  reply: {
    200: pageOf(RevisionView).meta({
      id: 'WaitingPage',
      description: 'Submissions that wait for a second person: platforms by their oldest, and of each platform all that waits, oldest first.',
    }),
  },
  async run({ query: { limit, cursor } }, deps) {
    const { waiting, setAside, next } = await deps.store.listWaiting({ limit, after: await openCursor(cursor, LIST, deps) });
    return ok({
      items: waiting.map((one) => toRevisionView({ ...one, status: 'submitted' })),
      ...toSetAside(setAside),
      nextCursor: next === undefined ? null : await sealCursor(next, LIST, deps),
    });
  },
});
