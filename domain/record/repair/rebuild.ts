import type { Score } from '../../explain/published-score.ts';
import type { Platform } from '../../facts/platform.ts';
import type { Register } from '../../score/register.ts';
import { scoreAssessment } from '../../score/score.ts';
import type { Decision } from '../decision.ts';
import type { DecisionProgress } from '../decision-progress.ts';
import type { Folded } from '../fold/folded-state.ts';
import { Head, type HeadContent, withWaiting } from '../head.ts';
import { toStanding } from '../propose-decision.ts';
import { findReach, listJurisdictions, summaryOf } from '../publish.ts';
import { nextReviewOn } from '../review-interval.ts';
import { type Revision, RevisionStatus } from '../revision.ts';
import { TermsState } from '../terms/terms-state.ts';
import { lastOf } from '../time-line.ts';
import { readShape, toShape } from '../unknown-members.ts';

/** What was recorded for good and is as its event left it: events name it by its hash alone. */
export type Kept = {
  readonly score: (id: string) => Score | undefined;
  readonly decision: (id: string) => Decision | undefined;
  readonly revision: (revision: number) => Revision | undefined;
};

/** Something that the events name by its hash, and that is not there as they name it: without it nothing can be rebuilt on it. */
export class NotKept extends Error {
  override name = 'NotKept';
}

function demandKept<T>(kept: T | undefined, what: string): T {
  if (kept === undefined) throw new NotKept(`${what} is not there as its event left it`);
  return kept;
}

export function rebuildStatus(platform: string, folded: Folded, revision: number): RevisionStatus {
  const found = demandKept(folded.revisions.get(revision), `the submission of revision ${revision}`);
  const { hash, submittedBy, submittedAt, asOf, verdict, approval } = found;
  return toShape(RevisionStatus, { isStrict: true }).parse({
    ...{ platform, revision, hash, submittedBy, submittedAt, status: verdict?.status ?? 'submitted' },
    ...(asOf !== undefined && { asOf }),
    ...(verdict && { decidedBy: verdict.by, decidedAt: verdict.at, ...(verdict.note !== undefined && { note: verdict.note }) }),
    ...(approval !== undefined && { approval }),
  });
}

export function rebuildProgress(platform: string, { decisions }: Folded, decision: string): DecisionProgress {
  const { approvals, revocations, withdrawn } = demandKept(decisions.get(decision), `the proposal of ${decision}`);
  return { platform, decision, approvals, revocations, ...(withdrawn && { withdrawn }) };
}

export function rebuildTerms(platform: string, { terms }: Folded, document: string): TermsState {
  const found = demandKept(terms.get(document), `the first reading of the document ${document}`);
  return toShape(TermsState, { isStrict: true }).parse({ platform, document, ...found });
}

/** The revision that the published score is of, which stands beside the head. */
export function rebuildCurrent({ published }: Folded, kept: Kept): Revision {
  const score = demandKept(kept.score(String(published?.id)), `the published score ${published?.id}`);
  const { revision = 0, hash } = score.assessment;
  const found = demandKept(kept.revision(revision), `revision ${revision}`);
  if (found.hash !== hash) throw new NotKept(`revision ${revision} is of other facts than the published score`);
  return found;
}

/** The head as it follows from the events and what they name; version and end of the chain are the writer's. */
export function rebuildHead(platform: string, folded: Folded, kept: Kept, register: Register): HeadContent {
  const { profile, watched, createdAt, changedAt, revisions, published, confirmedBy, renewedOn, review, raised } = folded;
  const waiting = [...revisions].flatMap(([revision, { verdict, hash, submittedBy, submittedAt, asOf }]) =>
    verdict ? [] : [{ revision, hash: String(hash), submittedBy, submittedAt, ...(asOf !== undefined && { asOf: String(asOf) }) }],
  );
  const decisions = [...folded.decisions].flatMap(([id, { approvals, revocations, isEffective, hasEnded }]) => {
    if (hasEnded) return [];
    const bare = (words: readonly { by: string; at: string; withdrawnAt?: string }[]) =>
      words.map(({ by, at, withdrawnAt }) => ({ by, at, ...(withdrawnAt !== undefined && { withdrawnAt }) }));
    const standing = toStanding(demandKept(kept.decision(id), `the decision ${id}`));
    return [{ ...standing, approvals: bare(approvals), revocations: bare(revocations), isEffective }];
  });
  const dueOn = findDueOn(folded, kept);
  const head = {
    ...{ platform, profile, createdAt, changedAt, latestRevision: Math.max(0, ...revisions.keys()) },
    ...(watched && { terms: watched }),
    ...(published && rebuildPublished(folded, kept, register)),
    ...(published && { announced: folded.announced }),
    ...(renewedOn !== undefined && { renewedOn }),
    ...(dueOn !== undefined && { nextReviewOn: dueOn }),
    ...(review && { review }),
    ...(raised && { raised: [...raised].sort() }),
    ...(confirmedBy.length > 0 && { confirmedBy }),
    ...(decisions.length > 0 && { decisions }),
  };
  const shape = toShape(Head.omit({ version: true, sequence: true, lastHash: true }), { isStrict: true });
  return shape.parse(withWaiting(head as unknown as HeadContent, waiting));
}

function rebuildPublished(folded: Folded, kept: Kept, register: Register): Pick<Head, 'published' | 'approved' | 'approvals'> {
  const { published, revisions } = folded;
  const score = demandKept(kept.score(String(published?.id)), `the published score ${published?.id}`);
  const current = rebuildCurrent(folded, kept);
  const { asOf } = current.assessment;
  const all = [...revisions].flatMap(([revision, { hash, submittedBy, verdict, asOf: day, approval }]) =>
    verdict?.status === 'approved'
      ? [{ revision, hash: String(hash), asOf: String(day), submittedBy, approvedBy: verdict.by, approvedAt: verdict.at, approval }]
      : [],
  );
  const found = demandKept(
    all.find(({ revision }) => revision === current.revision),
    `the approval of revision ${current.revision}`,
  );
  const { approval: _, ...approved } = { ...found, asOf };
  return {
    published: summaryOf(score, reachOf(score, folded, current, register)),
    approved,
    // A head of 0.1.0 counts none until it names the revision that answers for today.
    ...(lastOf(all)?.revision === current.revision && { approvals: all.length }),
  };
}

/** Said by the event; of one of 0.1.0 it is found anew, and law that this register cannot know again is taken for changed. */
function reachOf(
  score: Score,
  { published }: Folded,
  { assessment }: Revision,
  register: Register,
): Pick<NonNullable<Head['published']>, 'reach' | 'law'> {
  const said = readShape(Head.shape.published.unwrap().pick({ reach: true, law: true }), published);
  if (said) return said;
  const scored = scoreAssessment(assessment, register, { asOf: score.asOf, knownBy: score.knownBy });
  return { reach: findReach(scored), law: Object.fromEntries(listJurisdictions(assessment).map((code) => [code, ''])) };
}

/** Said by each change that moves it; in a chain of 0.1.0 that has not moved it since it follows from the review, or from the interval. */
function findDueOn(folded: Folded, kept: Kept): string | undefined {
  const { review, renewedOn, published } = folded;
  if (folded.nextReviewOn !== undefined) return folded.nextReviewOn === null ? undefined : String(folded.nextReviewOn);
  if (review) return String(review.dueOn);
  const score = published && kept.score(String(published.id));
  return renewedOn !== undefined && score ? nextReviewOn(renewedOn, score, folded.profile as Platform) : undefined;
}
