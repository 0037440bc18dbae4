import { toDate } from '../../domain/date.ts';
import type { EventDraft } from '../../domain/event.ts';
import { PART_OF_MODE } from '../../domain/method.ts';
import { type Score, toScore } from '../../domain/published-score.ts';
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
  { by, at }: { by: string; at: string },
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
    events: announce(head.published, published, { by, at, ref: `revision ${revision.revision}` }, newId),
  };
}

function summarise(score: Score, scored: Scored): ScoreSummary {
  const jurisdictionsOf = (part: 'storage' | 'access') =>
    [...new Set(scored.findings.paths.filter(({ mode }) => PART_OF_MODE[mode] === part).map(({ jurisdiction }) => jurisdiction))].sort();
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
    storageIn: jurisdictionsOf('storage'),
    accessFrom: jurisdictionsOf('access'),
  };
}

function announce(
  before: ScoreSummary | undefined,
  after: ScoreSummary,
  { by, at, ref }: { by: string; at: string; ref: string },
  newId: Deps['newId'],
): EventDraft[] {
  const from = before ? toFigures(before) : null;
  const to = toFigures(after);
  const causes = [{ kind: 'facts', ref, points: Math.round((to.point - (from?.point ?? 0)) * 10) / 10 }];
  const published: EventDraft = { id: newId('evt'), type: 'score.published', at, by, data: { score: after.id, from, to, causes } };
  const isMoved = from !== null && (from.band !== to.band || from.gate !== to.gate);
  return isMoved ? [published, { id: newId('evt'), type: 'score.band-changed', at, by, data: { score: after.id, from, to } }] : [published];
}

function toFigures({ score, band, gate }: ScoreSummary) {
  return { ...score, band, gate };
}
