import * as z from 'zod';
import { Score } from '../../domain/explain/published-score.ts';
import { Assessment } from '../../domain/facts/assessment.ts';
import { LIMITS } from '../../domain/facts/evidence.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { Flag, MomentQuery, refuseFuture, today } from '../runtime/dates.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { computeScore } from './compute-score.ts';

export const simulateScore = operation({
  query: z.strictObject({ ...MomentQuery, explain: Flag }),
  body: Assessment,
  maxBytes: LIMITS.bytes,
  reply: { 200: Score },
  run({ query, body: assessment }, deps) {
    refuseFuture({ asOf: query.asOf, knownBy: query.knownBy }, deps);
    const asOf = query.asOf ?? assessment.asOf;
    // The facts may be stated for tomorrow, a score cannot.
    if (query.asOf === undefined) refuseFuture({ asOf }, deps, 'body');
    const moment = { asOf, knownBy: query.knownBy ?? today(deps) };
    return ok(computeScore(assessment, moment, { hash: hashOf(assessment) }, query.explain, deps));
  },
});
