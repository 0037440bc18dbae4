import type { Score } from '../../domain/explain/published-score.ts';
import { addDays, toDate } from '../../domain/facts/date.ts';
import type { EventDraft } from '../../domain/record/event.ts';
import { findTouched } from '../../domain/record/law-seal.ts';
import { findStandingReasons, OVERDUE_STEPS, overdueStep, REVIEW_NOTICE_DAYS, type ReviewReason } from '../../domain/record/review.ts';
import { type Scored, scoreAssessment } from '../../domain/score/score.ts';
import { Conflict } from '../../store/conflict.ts';
import type { Head } from '../../store/head.ts';
import type { Deps } from '../runtime/deps.ts';
import { freshUntilReview, isMoved, publish, toScoreItem } from '../runtime/publication.ts';
import { adaptInterval, addStandingReasons, type Step } from '../runtime/review-acts.ts';
import { MACHINE } from './machine.ts';

const RETRIES = 5;

/** Looks at one platform again: publishes what moved by itself, opens the review that is due, announces what is overdue. */
export async function lookAgain(platform: string, deps: Deps): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await lookOnce(platform, deps);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === RETRIES) throw error;
    }
  }
}

async function lookOnce(platform: string, deps: Deps): Promise<boolean> {
  const { store, now, register } = deps;
  const head = await store.findHead(platform);
  // After the head: a revision approved since fails the commit, where an older one would pass for the current one.
  const revision = head && (await store.findApproved(platform));
  if (!head || !revision) return false;
  // Read beside the head, so an approval may lie between the two.
  if (revision.revision !== head.approved?.revision) throw new Conflict('the approved revision changed meanwhile');
  const at = now().toISOString();
  const day = toDate(at);
  const scored = scoreAssessment(revision.assessment, register, { asOf: day, knownBy: day });

  let step: Step = { to: { ...head, changedAt: at }, record: [], events: [] };
  const then = (next: Step) => {
    step = { to: next.to, record: [...step.record, ...next.record], events: [...step.events, ...next.events] };
  };

  const reasons: ReviewReason[] = [];
  let score: Score | undefined;
  if (head.published && isMoved(head.published, scored, deps)) {
    const moved = publish(step.to, scored, { by: MACHINE, at, revision, before: revision }, deps);
    score = moved.score;
    then({ to: bringForward(moved.to, day), record: [], events: moved.events });
    reasons.push(...(moved.isAnnounced ? [bandReason(head, scored)] : []), ...registerReasons(head, day, deps));
  }
  const { nextReviewOn } = step.to;
  if (!head.review && nextReviewOn !== undefined && nextReviewOn <= day) reasons.push(intervalReason(nextReviewOn));
  then(addStandingReasons(step.to, findStandingReasons(revision.assessment, scored, day), { by: MACHINE, at }, deps, reasons));
  then(announceOverdue(step.to, day, at, deps));
  if (score) then({ to: step.to, record: [toScoreItem(freshUntilReview(score, step.to))], events: [] });

  const [first, ...others] = step.events;
  if (!first) return false;
  await store.commit({ from: head, to: step.to, record: step.record, events: [first, ...others] });
  return true;
}

/** A band that asks for closer watch brings the next review forward; no band that the machine finds puts it off. */
function bringForward(head: Step['to'], day: string): Step['to'] {
  const adapted = adaptInterval(head, { notBefore: addDays(day, REVIEW_NOTICE_DAYS) });
  return (adapted.nextReviewOn ?? '') < (head.nextReviewOn ?? '') ? adapted : head;
}

function intervalReason(dueOn: string): ReviewReason {
  return { kind: 'interval', text: `The time since the last review ran out on ${dueOn}.`, data: { dueOn } };
}

function bandReason({ announced }: Head, { band, gate }: Scored): ReviewReason {
  return {
    kind: 'band-changed',
    text: `The score moved by itself: band ${announced?.band} to ${band}, gate ${announced?.gate} to ${gate}.`,
    data: { from: announced, to: { band, gate } },
  };
}

/** A new register that reads differently for a jurisdiction of this file; others only carry its version on. */
function registerReasons({ published }: Head, day: string, { register }: Deps): ReviewReason[] {
  if (!published || published.register === register.version) return [];
  const jurisdictions = findTouched(published.law, register, day);
  if (jurisdictions.length === 0) return [];
  return [
    {
      kind: 'register-changed',
      text: `The register ${register.version} changes the law of ${jurisdictions.join(', ')}.`,
      data: { from: published.register, to: register.version, jurisdictions },
    },
  ];
}

/** Once per step, however often the machine looks, and only the last one reached. */
function announceOverdue(head: Step['to'], day: string, at: string, { newId }: Deps): Step {
  const { review } = head;
  const reached = review ? overdueStep(review.dueOn, day) : 0;
  if (!review || reached <= review.announced) return { to: head, record: [], events: [] };
  const event: EventDraft = {
    id: newId('evt'),
    type: 'review.overdue',
    at,
    by: MACHINE,
    data: { review: review.id, dueOn: review.dueOn, days: reached, steps: OVERDUE_STEPS, reasons: review.reasons.map(({ text }) => text) },
  };
  return { to: { ...head, review: { ...review, announced: reached } }, record: [], events: [event] };
}
