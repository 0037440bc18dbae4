import * as z from 'zod';
import { LIMITS, text, WebAddress } from '../../domain/facts/evidence.ts';
import { fault } from '../../domain/facts/fault.ts';
import { ruleOfToday } from '../../domain/facts/plain-text.ts';
import { confirmUnchanged } from '../../domain/record/close-review.ts';
import { demand } from '../runtime/caller.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { findReview, ReviewParams } from './find-review.ts';
import { ReviewView, toClosedReview } from './review-view.ts';

const noAddress = ruleOfToday((value) => !/^https?:/i.test(value), fault('address-not-taken'));

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
      .array(z.union([WebAddress, text(LIMITS.quote).check(noAddress)]))
      .min(1)
      .max(100)
      .meta({ description: 'What was looked at.', example: ['https://www.tiktok.com/legal/page/eea/privacy-policy/en'] }),
  })
  .meta({ id: 'CloseReview', description: 'How a review ends: who looked at what, and why nothing has changed.' });

export const giveOutcome = operation({
  params: ReviewParams,
  body: Outcome,
  reply: { 200: ReviewView },
  find: findReview,
  async run({ body: { outcome, note, lookedAt }, caller, witness, found: { head, closed } }, deps) {
    demand(caller, 'review');
    const { review, ...step } = confirmUnchanged(
      head,
      { closed, outcome, note, lookedAt },
      { by: caller.id, ...witness, at: deps.now().toISOString() },
      deps,
    );
    await deps.store.commit({ from: head, ...step });
    return ok(toClosedReview(review));
  },
});
