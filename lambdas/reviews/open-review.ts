import * as z from 'zod';
import { LIMITS, text } from '../../domain/facts/evidence.ts';
import { askForReview } from '../../domain/record/open-review.ts';
import { today } from '../runtime/dates.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { created, ok } from '../runtime/reply.ts';
import { ReviewView, toOpenReview } from './review-view.ts';

const Asked = z
  .strictObject({ reason: text(LIMITS.text).meta({ example: 'The press reports a change of ownership.' }) })
  .meta({ id: 'ReviewRequest', description: 'Why somebody should look at the platform again.' });

export const openReview = operation({
  params: PlatformParams,
  body: Asked,
  reply: {
    200: ReviewView.meta({ id: 'ReviewJoined', description: 'The review that was open already, and that the reason has joined.' }),
    201: ReviewView,
  },
  find: findPlatform,
  async run({ params: { platform }, body: { reason }, caller, witness, found: head }, deps) {
    const step = askForReview(head, reason, { by: caller.id, ...witness, at: deps.now().toISOString() }, deps);
    // A reason that was given before is not recorded twice.
    const after = step.events.length > 0 ? (await deps.store.commit({ from: head, ...step })).head : head;
    const view = toOpenReview(after, today(deps));
    return head.review ? ok(view) : created(view, `/v1/platforms/${platform}/reviews/${view.id}`);
  },
});
