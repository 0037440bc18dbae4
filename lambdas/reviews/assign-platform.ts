import * as z from 'zod';
import { text } from '../../domain/facts/evidence.ts';
import { toFault } from '../../domain/facts/fault.ts';
import { assign } from '../../domain/record/assign.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { invalid } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { Attention, toAttention } from './attention-view.ts';

const Assignment = z
  .strictObject({
    to: text(256).nullable().meta({ description: 'The subject id of somebody who has acted before; null: of anybody.', example: 'analyst-2' }),
  })
  .meta({ id: 'Assignment', description: 'Who is to look at the platform.' });

export const assignPlatform = operation({
  params: PlatformParams,
  body: Assignment,
  reply: { 200: Attention },
  find: findPlatform,
  async run({ body: { to }, caller, witness, found: head }, deps) {
    if (to !== null && to !== caller.id && !(await deps.store.hasActed(to)))
      throw invalid([{ pointer: '/to', ...toFault('has-not-acted', { id: to }) }]);
    const step = assign(head, to, { by: caller.id, ...witness, at: deps.now().toISOString() }, deps);
    return ok(toAttention((await deps.store.commit({ from: head, ...step })).head));
  },
});
