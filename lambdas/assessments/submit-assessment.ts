import * as z from 'zod';
import { Score, toScore } from '../../domain/explain/published-score.ts';
import { Assessment, LIMITS } from '../../domain/facts/assessment.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { type RevisionStatus, toRevisionItem, toStatusItem } from '../../store/revision.ts';
import { today } from '../runtime/dates.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
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
  async run({ params: { platform }, body: assessment, caller, found: head, remember }, deps) {
    if (head.pending)
      throw new Problem(
        'assessment-pending',
        `revision ${head.pending.revision} waits for its verdict: /v1/platforms/${platform}/assessments/${head.pending.revision}`,
      );
    const { store, register, now, newId } = deps;
    const at = now().toISOString();
    const revision = head.latestRevision + 1;
    const hash = hashOf(assessment);
    const day = today(deps);
    const provisional = toScore(scoreAssessment(assessment, register, { asOf: day, knownBy: day }), { register, assessment: { revision, hash } });
    const status: RevisionStatus = { platform, revision, hash, status: 'submitted', submittedBy: caller.id, submittedAt: at };
    const reply = created({ revision: toRevisionView(status), provisional }, `/v1/platforms/${platform}/assessments/${revision}`);
    await store.commit({
      from: head,
      to: { ...head, changedAt: at, latestRevision: revision, pending: { revision, hash, submittedBy: caller.id, submittedAt: at } },
      record: [toRevisionItem({ platform, revision, hash, submittedBy: caller.id, submittedAt: at, assessment })],
      replace: [toStatusItem(status)],
      events: [{ id: newId('evt'), type: 'assessment.submitted', at, by: caller.id, data: { revision, hash } }],
      reply: remember(reply),
    });
    return reply;
  },
});
