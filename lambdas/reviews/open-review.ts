import * as z from 'zod';
import { LIMITS, text } from '../../domain/facts/evidence.ts';
import { askForReview } from '../../domain/record/open-review.ts';
import { today } from '../runtime/dates.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { created } from '../runtime/reply.ts';
import { ReviewView, toOpenReview } from './review-view.ts';

const Asked = z
  .strictObject({ reason: text(LIMITS.text).meta({ example: 'The press reports a change of ownership.' }) })
  .meta({ id: 'ReviewRequest', description: 'Why somebody should look at the platform again.' });

export const openReview = operation({
  params: PlatformParams,
  body: Asked,
  reply: { 201: ReviewView },
  find: findPlatform,
  async run({ params: { platform }, body: { reason }, caller, found: head }, deps) {
    const step = askForReview(head, reason, { by: caller.id, at: deps.now().toISOString() }, deps);
    const committed = await deps.store.commit({ from: head, ...step });
    return created(toOpenReview(committed.head, today(deps)), `/v1/platforms/${platform}/reviews/${committed.head.review?.id}`);
  },
});
