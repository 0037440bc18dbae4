import * as z from 'zod';
import { Score } from '../../domain/explain/published-score.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { revisionKey } from '../../store/keys.ts';
import { RecordBroken } from '../../store/record-broken.ts';
import { Flag, MomentQuery, refuseFuture, today } from '../runtime/dates.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { computeScore } from './compute-score.ts';

const Query = z.strictObject({
  ...MomentQuery,
  revision: z.coerce
    .number()
    .int()
    .min(1)
    .max(999_999)
    .optional()
    .meta({ description: 'Score this revision instead of the approved one.', example: 2 }),
  explain: Flag,
});

export const getScore = operation({
  params: PlatformParams,
  query: Query,
  reply: { 200: Score },
  find: findPlatform,
  /** All that goes into the answer, so that a 304 costs the read of the head and nothing more. */
  etag: ({ platform, approved, latestRevision, nextReviewOn }, { asOf, knownBy, revision, explain }, deps) => {
    const number = revision ?? approved?.revision;
    if (number === undefined || number > latestRevision) return undefined;
    const day = today(deps);
    const standing = approved?.revision === number ? { dataAsOf: approved.approvedAt, freshUntil: nextReviewOn } : undefined;
    return hashOf({
      platform,
      number,
      standing,
      asOf: asOf ?? day,
      knownBy: knownBy ?? day,
      explain,
      register: deps.register.hash,
      method: CURRENT.version,
    });
  },
  async run({ params: { platform }, query, found: head }, deps) {
    refuseFuture({ asOf: query.asOf, knownBy: query.knownBy }, deps);
    const revision =
      query.revision === undefined ? await deps.store.findApproved(platform, head.approved) : await deps.store.findRevision(platform, query.revision);
    if (!revision && query.revision !== undefined) throw new Problem('not-found', `"${platform}" has no revision ${query.revision}`);
    if (!revision) throw new Problem('not-assessed', `"${platform}" has no approved assessment yet`);
    if (revision.revision === head.approved?.revision && revision.hash !== head.approved.hash)
      throw new RecordBroken(revisionKey(platform, revision.revision), 'it is not what the head names as approved');
    const day = today(deps);
    const moment = { asOf: query.asOf ?? day, knownBy: query.knownBy ?? day };
    const score = computeScore(revision.assessment, moment, { revision: revision.revision, hash: revision.hash }, query.explain, deps);
    const standing = head.approved?.revision === revision.revision ? { dataAsOf: head.approved.approvedAt, freshUntil: head.nextReviewOn } : {};
    return ok({ ...score, platform, ...standing });
  },
});
