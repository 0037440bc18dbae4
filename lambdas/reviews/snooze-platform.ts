import * as z from 'zod';
import { CalendarDate } from '../../domain/facts/date.ts';
import { LIMITS, text } from '../../domain/facts/evidence.ts';
import { toFault } from '../../domain/facts/fault.ts';
import { snooze } from '../../domain/record/assign.ts';
import { canSnoozeUntil, MOST_SNOOZED_DAYS } from '../../domain/record/attention.ts';
import { today } from '../runtime/dates.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { invalid } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { Attention, toAttention } from './attention-view.ts';

const Snooze = z
  .strictObject({
    until: CalendarDate.meta({ description: `The day on which it comes back, at most ${MOST_SNOOZED_DAYS} days ahead.` }),
    reason: text(LIMITS.text).meta({ description: 'Why it can wait.', example: 'The DPC publishes its decision on that day.' }),
  })
  .meta({ id: 'Snooze', description: 'Until when a platform is left out of inboxes, and why.' });

export const snoozePlatform = operation({
  params: PlatformParams,
  body: Snooze,
  reply: { 200: Attention },
  find: findPlatform,
  async run({ body, caller, witness, found: head }, deps) {
    if (!canSnoozeUntil(body.until, today(deps)))
      throw invalid([{ pointer: '/until', ...toFault('not-a-day-to-wait-for', { today: today(deps), most: MOST_SNOOZED_DAYS }) }]);
    const step = snooze(head, body, { by: caller.id, ...witness, at: deps.now().toISOString() }, deps);
    return ok(toAttention((await deps.store.commit({ from: head, ...step })).head));
  },
});
