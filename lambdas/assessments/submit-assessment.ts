import * as z from 'zod';
import { Score, toScore } from '../../domain/explain/published-score.ts';
import { Assessment, LIMITS } from '../../domain/facts/assessment.ts';
import { submitRevision } from '../../domain/record/submit-revision.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { today } from '../runtime/dates.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { created } from '../runtime/reply.ts';
import { RevisionView, toRevisionView } from './revision-view.ts';

const Submitted = z.strictObject({ revision: RevisionView, provisional: Score }).meta({
  id: 'Submitted',
  description: 'The sealed revision, and the score it would have today; nothing is published before a second person approves.',
});

export const submitAssessment = operation({
  params: PlatformParams,
  body: Assessment,
  maxBytes: LIMITS.bytes,
  reply: { 201: Submitted },
  find: findPlatform,
  async run({ params: { platform }, body: assessment, caller, witness, found: head, remember }, deps) {
    const { status, ...step } = submitRevision(head, assessment, { by: caller.id, ...witness, at: deps.now().toISOString() }, deps);
    const { revision, hash } = status;
    const { register } = deps;
    const day = today(deps);
    const provisional = toScore(scoreAssessment(assessment, register, { asOf: day, knownBy: day }), { register, assessment: { revision, hash } });
    const reply = created({ revision: toRevisionView(status), provisional }, `/v1/platforms/${platform}/assessments/${revision}`);
    await deps.store.commit({ from: head, ...step, reply: remember(reply) });
    return reply;
  },
});
