import { causesOf } from '../explain/causes.ts';
import type { Cause } from '../explain/explanation-moved.ts';
import { type Score, toScore } from '../explain/published-score.ts';
import { type CalendarDate, toDate } from '../facts/date.ts';
import { expandPaths } from '../facts/expand-paths.ts';
import type { Register } from '../score/register.ts';
import type { Scored } from '../score/score.ts';
import type { EventDraft } from './event.ts';
import { type HeadContent, type ScoreSummary, toFigures } from './head.ts';
import { findTouched, sealLaw } from './law-seal.ts';
import { isAnnounced } from './review.ts';
import type { Revision } from './revision.ts';
import { type Actor, draftEvent, type Means } from './step.ts';

export type Publication = {
  readonly score: Score;
  readonly to: HeadContent;
  readonly events: readonly EventDraft[];
  /** Whether it says that the rating changed. */
  readonly isAnnounced: boolean;
};

/** Who did it, when, and on whose facts. */
export type Occasion = Actor & { readonly revision: Revision; readonly before: Revision | undefined };

/** Publishes a score of the day: the score, the head's summary, and what is said of it. */
export function publish(head: HeadContent, scored: Scored, occasion: Occasion, means: Means): Publication {
  const { at, revision, before } = occasion;
  const { register, newId } = means;
  const { platform } = head;
  const score: Score = {
    ...toScore(scored, { register, assessment: { revision: revision.revision, hash: revision.hash, asOf: revision.assessment.asOf } }),
    id: newId('scr'),
    platform,
    computedAt: at,
    dataAsOf: head.approved?.approvedAt ?? at,
    freshUntil: head.nextReviewOn ?? toDate(at),
  };
  const published = summarise(score, scored, revision, register);
  const causes = findCauses(head.published, before, published, revision, register);
  const from = head.published ? toFigures(head.published) : null;
  const to = toFigures(published);
  const byTimeAlone = causes.every(({ kind }) => kind === 'time' || (kind === 'register' && !isLawTouched(head, score.asOf, register)));
  const rating = { band: published.band, gate: published.gate };
  const announces = head.announced === undefined || isAnnounced(head.announced, { ...rating, point: published.score.point }, byTimeAlone);
  const ratingChanged = announces && head.announced !== undefined;
  return {
    score,
    to: { ...head, published, announced: announces ? rating : (head.announced ?? rating) },
    events: [
      draftEvent('score.published', { score: published.id, from, to, causes, reach: published.reach, law: published.law }, occasion, means),
      ...(ratingChanged
        ? [draftEvent('score.band-changed', { score: published.id, from: head.announced, to: rating, causes }, occasion, means)]
        : []),
    ],
    isAnnounced: ratingChanged,
  };
}

/** Whether another register than that of the published score reads differently for this file; its share may lie in time's, where a row begins later. */
function isLawTouched({ published }: HeadContent, day: CalendarDate, register: Register): boolean {
  return published !== undefined && findTouched(published.law, register, day).length > 0;
}

/** A score holds until the next review, as that stands once all that came with the score is done. */
export function freshUntilReview(score: Score, { nextReviewOn }: HeadContent): Score {
  return { ...score, freshUntil: nextReviewOn ?? score.asOf };
}

/** Whether the day's score differs from the published one in anything that is published: the triple, what is open, band, gate, versions. */
export function hasChanged(published: ScoreSummary, scored: Scored, { register }: Pick<Means, 'register'>): boolean {
  const now = toScore(scored, { register, assessment: { hash: '' } });
  return (
    JSON.stringify([now.score, now.open]) !== JSON.stringify([published.score, published.open]) ||
    now.band !== published.band ||
    now.gate !== published.gate ||
    now.method !== published.method ||
    now.register.version !== published.register
  );
}

/** Shares that add up to the difference from the last published score, or to the whole of the first. */
function findCauses(from: ScoreSummary | undefined, before: Revision | undefined, to: ScoreSummary, after: Revision, register: Register): Cause[] {
  if (!from || !before) return [{ kind: 'facts', ref: `${after.revision}`, points: to.score.point }];
  const { asOf, method, register: version, score } = from;
  return causesOf(
    { assessment: before.assessment, revision: before.revision, point: score.point, asOf, method, register: version },
    { assessment: after.assessment, revision: after.revision, asOf: to.asOf },
    register,
  );
}

function summarise(score: Score, scored: Scored, { assessment }: Revision, register: Register): ScoreSummary {
  return summaryOf(score, { reach: findReach(scored), law: sealLaw(register, listJurisdictions(assessment), score.asOf) });
}

/** Who reaches the data, and how: the admitted paths, each pair once. */
export function findReach({ findings }: Pick<Scored, 'findings'>): ScoreSummary['reach'] {
  const pairs = new Map(findings.paths.map(({ jurisdiction, mode }) => [`${jurisdiction} ${mode}`, { jurisdiction, mode }]));
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

export const listJurisdictions = ({ paths }: Revision['assessment']): string[] => expandPaths(paths).map(({ jurisdiction }) => jurisdiction);

/** What the head shows of a published score: of the score itself, and beside it who reaches the data under which law. */
export function summaryOf(score: Score, { reach, law }: Pick<ScoreSummary, 'reach' | 'law'>): ScoreSummary {
  return {
    id: score.id ?? '',
    computedAt: score.computedAt ?? '',
    asOf: score.asOf,
    score: score.score,
    parts: score.parts,
    ...(score.ways && { ways: score.ways }),
    ...(score.open && { open: score.open }),
    band: score.band,
    bandRange: score.bandRange,
    confidence: score.confidence,
    gate: score.gate,
    method: score.method,
    register: score.register.version,
    reach,
    law,
  };
}
