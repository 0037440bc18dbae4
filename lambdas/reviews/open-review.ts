import * as z from 'zod';
import { LIMITS, text } from '../../domain/facts/assessment.ts';
import { today } from '../runtime/dates.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { created } from '../runtime/reply.ts';
import { addReasons } from '../runtime/review-acts.ts';
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
    if (!head.approved) throw new Problem('not-assessed', `"${platform}" has no approved assessment yet, so there is nothing to look at again`);
    if (head.review) throw new Problem('review-open', `a review is open: /v1/platforms/${platform}/reviews/${head.review.id}`);
    const at = deps.now().toISOString();
    const asked = { kind: 'asked' as const, text: reason, data: { by: caller.id } };
    const step = addReasons({ ...head, changedAt: at }, [asked], { by: caller.id, at }, deps);
    const [first, ...others] = step.events;
    if (!first) throw new Error('a review was opened without an event');
    const committed = await deps.store.commit({ from: head, to: step.to, events: [first, ...others] });
    return created(toOpenReview(committed.head, today(deps)), `/v1/platforms/${platform}/reviews/${committed.head.review?.id}`);
  },
});
