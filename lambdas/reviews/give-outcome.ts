import * as z from 'zod';
import { LIMITS, text, WebAddress } from '../../domain/facts/assessment.ts';
import { toDate } from '../../domain/facts/date.ts';
import type { Head } from '../../store/head.ts';
import { type Caller, demand } from '../runtime/caller.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { closeReview, renewInterval } from '../runtime/review-acts.ts';
import { findReview, ReviewParams } from './find-review.ts';
import { ReviewView, toClosedReview } from './review-view.ts';

/** After so many confirmations by one person in a row, somebody else must look. */
const RUNNING = 2;

const Outcome = z
  .strictObject({
    outcome: z
      .enum(['confirmed-unchanged', 'new-assessment'])
      .meta({ description: 'A new assessment closes the review by its approval.', example: 'confirmed-unchanged' }),
    note: text(LIMITS.text).meta({
      description: 'Why nothing has changed.',
      example: 'The policy of 20 August 2026 reads as before; no new finding by the DPC.',
    }),
    lookedAt: z
      .array(z.union([WebAddress, text(LIMITS.quote)]))
      .min(1)
      .max(100)
      .meta({ description: 'What was looked at.', example: ['https://www.tiktok.com/legal/page/eea/privacy-policy/en'] }),
  })
  .meta({ id: 'ReviewOutcome', description: 'How a review ends: who looked at what, and why nothing has changed.' });

export const giveOutcome = operation({
  params: ReviewParams,
  body: Outcome,
  reply: { 200: ReviewView },
  find: findReview,
  async run({ body: { outcome, note, lookedAt }, caller, found: { head, closed } }, deps) {
    if (closed) throw new Problem('review-closed', `the review was closed on ${closed.closedAt}: ${closed.outcome}`);
    checkConfirmation(head, caller);
    if (outcome === 'new-assessment') throw new Problem('not-approved-yet', 'submit an assessment; its approval closes the review');
    const at = deps.now().toISOString();
    const renewed = { ...renewInterval(head, toDate(at)), changedAt: at, confirmedBy: [...(head.confirmedBy ?? []), caller.id] };
    const step = closeReview(renewed, { outcome, note, lookedAt }, { by: caller.id, at }, deps);
    const [first, ...others] = step.events;
    if (!first || !head.review) throw new Error('a review was closed without an event');
    await deps.store.commit({ from: head, to: step.to, record: step.record, events: [first, ...others] });
    const { announced: _, ...review } = head.review;
    return ok(toClosedReview({ platform: head.platform, ...review, closedAt: at, closedBy: caller.id, outcome, note, lookedAt }));
  },
});

/** Not the author of the standing assessment, and not one person three times running. */
function checkConfirmation({ approved, confirmedBy = [] }: Head, caller: Caller): void {
  demand(caller, 'review');
  if (approved?.submittedBy === caller.id) throw new Problem('self-approval', 'you wrote the standing assessment; somebody else must confirm it');
  if (confirmedBy.length >= RUNNING && confirmedBy.slice(-RUNNING).every((id) => id === caller.id))
    throw new Problem('same-person-again', 'you confirmed it the last two times; somebody else must look now');
}
