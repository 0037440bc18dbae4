import { reviewReasons } from '../../messages/en/review-reasons.ts';
import type { Score } from '../explain/published-score.ts';
import { addDays, type CalendarDate, toDate } from '../facts/date.ts';
import { type Scored, scoreAssessment } from '../score/score.ts';
import { APPROVALS } from './decision.ts';
import type { Head, HeadContent } from './head.ts';
import { listStillUnheard } from './hearing/reasons.ts';
import { findTouched } from './law-seal.ts';
import { MACHINE } from './machine.ts';
import { addStandingReasons } from './open-review.ts';
import { freshUntilReview, hasChanged, publish } from './publish.ts';
import { findStandingReasons, OVERDUE_STEPS, overdueStep, REVIEW_NOTICE_DAYS, type ReviewReason } from './review.ts';
import { adaptInterval, nextReviewOn } from './review-interval.ts';
import type { Revision } from './revision.ts';
import { type Actor, draftEvent, type Means, type Step, stepTo, thenStep } from './step.ts';
import { type ApprovedRevision, lastOf } from './time-line.ts';

/** Of a head of 0.1.0: all that is approved, and the current revision where the head names another. */
type PutRight = { readonly approved: readonly ApprovedRevision[]; readonly before: Revision };

/**
 * The machine's look at a platform, on the facts of its current revision: publishes what changed by itself, opens the review that
 * is due, announces what is overdue. Without events where nothing is to be said.
 */
export function rescore(head: Head, revision: Revision, at: string, means: Means, putRight?: PutRight): Step {
  const actor = { by: MACHINE, at };
  const day = toDate(at);
  const scored = scoreAssessment(revision.assessment, means.register, { asOf: day, knownBy: day });

  let step = stepTo({ ...head, ...(putRight && nameCurrent(putRight)), changedAt: at });
  const reasons: ReviewReason[] = [];
  let score: Score | undefined;
  if (head.published && (putRight || hasChanged(head.published, scored, means))) {
    const publication = publish(step.to, scored, { ...actor, revision, before: putRight?.before ?? revision }, means);
    score = publication.score;
    step = { to: bringForward(publication.to, day), record: [], events: publication.events };
    reasons.push(...(publication.isAnnounced ? [bandReason(head, scored)] : []), ...reasonsFromRegister(head, day, means));
  }
  const ranOutOn = findInterval(step.to);
  if (ranOutOn !== undefined && ranOutOn <= day) reasons.push(intervalReason(ranOutOn));
  reasons.push(...listStillUnheard(step.to.decisions ?? [], step.to.review?.reasons ?? [], APPROVALS));
  const standing = findStandingReasons(revision.assessment, scored, day);
  step = thenStep(step, (to) => addStandingReasons(to, standing, actor, means, reasons));
  step = thenStep(step, (to) => announceOverdue(to, actor, means));
  if (!score) return step;
  const current: Step['record'] = putRight ? [{ kind: 'current-revision', value: revision }] : [];
  return { ...step, record: [...step.record, ...current, { kind: 'score', value: freshUntilReview(score, step.to) }] };
}

function nameCurrent({ approved }: PutRight): Pick<HeadContent, 'approved' | 'approvals'> {
  const { approval: _, ...current } = lastOf(approved) ?? {};
  return { approved: current as NonNullable<HeadContent['approved']>, approvals: approved.length };
}

/** A band that asks for closer watch brings the next review forward; no band that the machine finds puts it off. */
function bringForward(head: HeadContent, day: CalendarDate): HeadContent {
  const adapted = adaptInterval(head, { notBefore: addDays(day, REVIEW_NOTICE_DAYS) });
  return (adapted.nextReviewOn ?? '') < (head.nextReviewOn ?? '') ? adapted : head;
}

/** The day on which the interval runs out, unless the open review says so already. */
function findInterval({ review, renewedOn, published, profile, ...head }: HeadContent): CalendarDate | undefined {
  if (!review) return head.nextReviewOn;
  if (renewedOn === undefined || !published || review.furtherReasons || review.reasons.some(({ kind }) => kind === 'interval')) return undefined;
  const byInterval = nextReviewOn(renewedOn, published, profile);
  // Another band may have made it end before the review was opened.
  return byInterval > review.dueOn ? byInterval : review.dueOn;
}

function intervalReason(dueOn: CalendarDate): ReviewReason {
  return { kind: 'interval', text: reviewReasons.interval({ dueOn }), data: { dueOn } };
}

function bandReason({ announced }: Head, { band, gate }: Scored): ReviewReason {
  const to = { band, gate };
  return { kind: 'band-changed', text: reviewReasons['band-changed']({ from: announced ?? to, to }), data: { from: announced, to } };
}

/** A new register that reads differently for a jurisdiction of this file; others only carry its version on. */
function reasonsFromRegister({ published }: Head, day: CalendarDate, { register }: Pick<Means, 'register'>): ReviewReason[] {
  if (!published || published.register === register.version) return [];
  const jurisdictions = findTouched(published.law, register, day);
  if (jurisdictions.length === 0) return [];
  return [
    {
      kind: 'register-changed',
      text: reviewReasons['register-changed']({ to: register.version, jurisdictions }),
      data: { from: published.register, to: register.version, jurisdictions },
    },
  ];
}

/** Once per step, however often the machine looks, and only the last one reached. */
function announceOverdue(head: HeadContent, actor: Actor, means: Pick<Means, 'newId'>): Step {
  const { review } = head;
  const reached = review ? overdueStep(review.dueOn, toDate(actor.at)) : 0;
  if (!review || reached <= review.announced) return stepTo(head);
  const { id, dueOn, reasons } = review;
  const data = { review: id, dueOn, days: reached, steps: OVERDUE_STEPS, reasons: reasons.map(({ text }) => text) };
  const event = draftEvent('review.overdue', data, actor, means);
  return { to: { ...head, review: { ...review, announced: reached } }, record: [], events: [event] };
}
