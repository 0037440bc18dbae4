import * as z from 'zod';
import { Score } from '../../domain/explain/published-score.ts';
import { sayHearings } from '../../domain/explain/say-hearings.ts';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { detail } from '../../domain/facts/detail.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import type { Head } from '../../domain/record/head.ts';
import { listHearings } from '../../domain/record/hearing/standing-hearing.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { countQuotes } from '../../domain/vault/quotes.ts';
import { Flag, MomentQuery, refuseFuture, today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { type AnsweringRevision, findAnswering, toAssessment } from '../runtime/find-answering.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { findRank } from '../runtime/find-rank.ts';
import { listErased } from '../runtime/list-erased.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { wholeNumber } from '../runtime/whole-number.ts';
import { computeScore } from './compute-score.ts';

const Query = z.strictObject({
  ...MomentQuery,
  revision: wholeNumber({ min: 1, max: 999_999 })
    .optional()
    .meta({ description: 'Score this revision instead of the one that answers for the day.', example: 2 }),
  explain: Flag,
});

export const getScore = operation({
  params: PlatformParams,
  query: Query,
  reply: { 200: Score },
  find: findPlatform,
  /** All that goes into the answer, so that a 304 costs the read of the head and nothing more; what is explained moves with captures of any platform. */
  etag: ({ platform, approved, approvals, latestRevision, nextReviewOn, decisions }, { asOf, knownBy, revision, explain }, deps) => {
    if (explain || (revision === undefined && !approved) || (revision ?? 0) > latestRevision) return undefined;
    const day = today(deps);
    const isCurrent = revision === undefined ? (approved?.asOf ?? '') <= (asOf ?? day) : approved?.revision === revision;
    return hashOf({
      platform,
      number: revision ?? null,
      approved: approved?.revision,
      approvals,
      freshUntil: isCurrent ? nextReviewOn : undefined,
      asOf: asOf ?? day,
      knownBy: knownBy ?? day,
      hearings: isOfToday({ asOf, knownBy, revision }) ? listHearings(decisions ?? [], deps.now().toISOString()) : [],
      register: deps.register.hash,
      method: CURRENT.version,
    });
  },
  async run({ params: { platform }, query, found: head }, deps) {
    refuseFuture({ asOf: query.asOf, knownBy: query.knownBy }, deps);
    const day = today(deps);
    const moment = { asOf: query.asOf ?? day, knownBy: query.knownBy ?? day };
    const { assessment, of, approvedAt } =
      query.revision === undefined ? toFacts(await findAnswering(head, moment.asOf, deps)) : await findNamed(head, query.revision, deps);
    const { explain, ...score } = computeScore(assessment, moment, of, query.explain, deps);
    const isCurrent = of.revision === head.approved?.revision;
    const hearings = isOfToday(query) ? listHearings(head.decisions ?? [], deps.now().toISOString()) : [];
    const summary = [...(explain?.summary ?? []), ...sayHearings(hearings)];
    const explained = explain && { explain: { ...explain, summary, ...(await findStanding(assessment, head, query, deps)) } };
    return ok({
      ...score,
      ...(hearings.length > 0 && { hearings }),
      ...explained,
      platform,
      ...(approvedAt && { dataAsOf: approvedAt }),
      ...(isCurrent && { freshUntil: head.nextReviewOn }),
    });
  },
});

type Asked = Pick<z.infer<typeof Query>, 'asOf' | 'knownBy' | 'revision'>;
const isOfToday = ({ asOf, knownBy, revision }: Asked) => asOf === undefined && knownBy === undefined && revision === undefined;

/** What an explanation says that only the record knows: how far its quotes are verified, and its rank, which is of today's published points alone. */
async function findStanding(assessment: Assessment, head: Head, query: z.infer<typeof Query>, deps: Deps) {
  const [erased, rank] = await Promise.all([listErased(assessment, deps), isOfToday(query) ? findRank(head, deps) : undefined]);
  return { quotes: countQuotes(assessment, erased), ...(rank && { rank }) };
}

type Facts = { assessment: Assessment; of: Score['assessment']; approvedAt: string | undefined };

function toFacts(answering: AnsweringRevision): Facts {
  return { assessment: answering.revision.assessment, of: toAssessment(answering), approvedAt: answering.approved.approvedAt };
}

/** Any revision, approved or not. */
async function findNamed({ platform, approved }: Head, number: number, deps: Deps): Promise<Facts> {
  const named = approved?.revision === number ? approved : await deps.store.findStatus(platform, number);
  const revision = named && (await findFacts(platform, named, deps));
  if (!revision) throw new Problem('not-found', detail('no-revision', { platform, revision: number }));
  const { hash, assessment } = revision;
  const approvedAt = approved?.revision === number ? approved.approvedAt : undefined;
  return { assessment, of: { revision: number, hash, asOf: assessment.asOf }, approvedAt };
}
