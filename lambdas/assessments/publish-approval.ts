import { toDate } from '../../domain/date.ts';
import type { EventDraft } from '../../domain/event.ts';
import { explainMove } from '../../domain/explain-moved.ts';
import type { Cause } from '../../domain/explanation.ts';
import { type Score, toScore } from '../../domain/published-score.ts';
import type { Register } from '../../domain/register.ts';
import { nextReviewOn } from '../../domain/review-interval.ts';
import { type Scored, scoreAssessment } from '../../domain/score.ts';
import type { HeadContent, ScoreSummary } from '../../store/head.ts';
import { toPublishedItem } from '../../store/published.ts';
import { type Revision, toCurrentItem } from '../../store/revision.ts';
import type { Item } from '../../store/table.ts';
import type { Deps } from '../runtime/deps.ts';

type Publication = { score: Score; to: HeadContent; record: Item[]; replace: Item[]; events: EventDraft[] };

/** What an approval sets off: the score of the day is published, the standing assessment replaced, the next review set. */
export function publishApproval(
  head: HeadContent,
  revision: Revision,
  { by, at, before }: { by: string; at: string; before: Revision | undefined },
  { register, newId }: Deps,
): Publication {
  const day = toDate(at);
  const scored = scoreAssessment(revision.assessment, register, { asOf: day, knownBy: day });
  const reviewOn = nextReviewOn(day, scored.band, head.profile);
  const { platform } = head;
  const score: Score = {
    ...toScore(scored, { register, assessment: { revision: revision.revision, hash: revision.hash } }),
    id: newId('scr'),
    platform,
    computedAt: at,
    dataAsOf: at,
    freshUntil: reviewOn,
  };
  const published = summarise(score, scored);
  return {
    score,
    to: {
      ...head,
      approved: {
        revision: revision.revision,
        hash: revision.hash,
        asOf: revision.assessment.asOf,
        submittedBy: revision.submittedBy,
        approvedBy: by,
        approvedAt: at,
      },
      published,
      nextReviewOn: reviewOn,
    },
    record: [toPublishedItem({ platform, id: published.id, computedAt: at, score })],
    replace: [toCurrentItem(revision)],
    events: announce(head.published, published, causesOf(head.published, before, published, revision, register), { by, at }, newId),
  };
}

/** Why the point is where it is: shares that add up to the difference from the last published score, or to the whole of the first. */
function causesOf(from: ScoreSummary | undefined, before: Revision | undefined, to: ScoreSummary, after: Revision, register: Register): Cause[] {
  if (!from || !before) return [{ kind: 'facts', ref: `${after.revision}`, points: to.score.point }];
  const moved = explainMove(
    { assessment: before.assessment, revision: before.revision, knownBy: from.asOf, asOf: from.asOf, register },
    { assessment: after.assessment, revision: after.revision, knownBy: to.asOf, asOf: to.asOf, register },
  );
  return moved.causes;
}

function summarise(score: Score, { findings }: Scored): ScoreSummary {
  const pairs = new Map(findings.paths.map(({ jurisdiction, mode }) => [`${jurisdiction} ${mode}`, { jurisdiction, mode }]));
  return {
    id: score.id ?? '',
    computedAt: score.computedAt ?? '',
    asOf: score.asOf,
    score: score.score,
    parts: score.parts,
    band: score.band,
    bandRange: score.bandRange,
    confidence: score.confidence,
    gate: score.gate,
    method: score.method,
    register: score.register.version,
    reach: [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair),
  };
}

function announce(
  before: ScoreSummary | undefined,
  after: ScoreSummary,
  causes: Cause[],
  { by, at }: { by: string; at: string },
  newId: Deps['newId'],
): EventDraft[] {
  const from = before ? toFigures(before) : null;
  const to = toFigures(after);
  const published: EventDraft = { id: newId('evt'), type: 'score.published', at, by, data: { score: after.id, from, to, causes } };
  const isMoved = from !== null && (from.band !== to.band || from.gate !== to.gate);
  return isMoved ? [published, { id: newId('evt'), type: 'score.band-changed', at, by, data: { score: after.id, from, to } }] : [published];
}

function toFigures({ score, band, gate }: ScoreSummary) {
  return { ...score, band, gate };
}
