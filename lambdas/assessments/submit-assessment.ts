import * as z from 'zod';
import { Score, toScore } from '../../domain/explain/published-score.ts';
import { Assessment } from '../../domain/facts/assessment.ts';
import { LIMITS } from '../../domain/facts/evidence.ts';
import { Effect } from '../../domain/record/effect.ts';
import { submitRevision } from '../../domain/record/submit-revision.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { QuoteCount } from '../../domain/vault/quote-count.ts';
import { countQuotes } from '../../domain/vault/quotes.ts';
import { refuseFuture, today } from '../runtime/dates.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { created } from '../runtime/reply.ts';
import { anchorQuotes } from './anchor-quotes.ts';
import { findEffect } from './find-effect.ts';
import { RevisionView, toRevisionView } from './revision-view.ts';

const Submitted = z
  .strictObject({
    revision: RevisionView,
    provisional: Score.meta({ description: 'The score of its facts today.' }),
    effect: Effect,
    quotes: QuoteCount,
  })
  .meta({
    id: 'Submitted',
    description: 'The sealed revision, and what its approval would change; nothing is published before a second person approves.',
  });

export const submitAssessment = operation({
  params: PlatformParams,
  body: Assessment,
  maxBytes: LIMITS.bytes,
  reply: { 201: Submitted },
  find: findPlatform,
  async run({ params: { platform }, body: assessment, caller, witness, found: head, remember }, deps) {
    refuseFuture({ asOf: assessment.asOf }, deps, 'body');
    const anchors = await anchorQuotes(assessment, deps);
    const actor = { by: caller.id, ...witness, at: deps.now().toISOString() };
    const { status, ...step } = submitRevision(head, assessment, actor, deps, anchors);
    const { revision, hash, submittedBy, submittedAt } = status;
    const { register } = deps;
    const day = today(deps);
    const scored = scoreAssessment(assessment, register, { asOf: day, knownBy: day });
    const provisional = toScore(scored, { register, assessment: { revision, hash, asOf: assessment.asOf } });
    const effect = await findEffect({ platform, revision, hash, submittedBy, submittedAt, assessment }, head, deps);
    const reply = created(
      { revision: toRevisionView(status), provisional, effect, quotes: countQuotes(assessment) },
      `/v1/platforms/${platform}/assessments/${revision}`,
    );
    await deps.store.commit({ from: head, ...step, reply: remember(reply) });
    return reply;
  },
});
