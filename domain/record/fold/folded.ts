import { addDays, toDate } from '../../facts/date.ts';
import type { EventType, StandingEvent } from '../event.ts';
import { gatherReasons } from '../gather-reasons.ts';
import { keyOfReason, REVIEW_NOTICE_DAYS, ReviewReason } from '../review.ts';
import { longestAfter } from '../review-interval.ts';
import { listChange } from '../terms/terms-state.ts';
import { readShape } from '../unknown-members.ts';
import { DECISION_FOLDS } from './decision-folds.ts';
import { type Fold, type Folded, wordOf } from './folded-state.ts';

const ratingOf = (figures: unknown) => {
  const { band, gate } = (figures ?? {}) as { band?: unknown; gate?: unknown };
  return { band, gate };
};
const judges =
  (status: 'approved' | 'rejected' | 'withdrawn'): Fold =>
  ({ revisions }, event) => {
    const revision = revisions.get(Number(event.data.revision));
    if (!revision) return;
    revision.verdict = { ...wordOf(event), status };
    revision.asOf ??= event.data.asOf;
    const approved = [...revisions.values()].filter(({ verdict }) => verdict?.status === 'approved').length;
    if (status === 'approved' && event.schema !== undefined) revision.approval = approved;
  };

/** As they were said: what is no reason makes the review another than the head's. */
const toReasons = (said: unknown): ReviewReason[] => (Array.isArray(said) ? said : []);

/** What is remembered of a document from an event of the watch on. */
const reads: Fold = ({ terms }, { data }) => {
  const { newest, watch } = data;
  const before = terms.get(String(data.document));
  const read = newest ?? before?.newest;
  terms.set(String(data.document), { ...(read !== undefined && { newest: read }), watch, changes: before?.changes ?? [] });
};

/** A reason that stands in the file has a key, which keeps it from opening a second review. */
function raise(folded: Folded, reasons: unknown): void {
  for (const reason of Array.isArray(reasons) ? reasons : []) {
    const { kind, data } = readShape(ReviewReason, reason) ?? {};
    if (kind === undefined || kind === 'asked') continue;
    folded.raised ??= new Set();
    const key = kind === 'conflict' || kind === 'commitment-due' ? keyOfReason(kind, data) : undefined;
    if (key !== undefined) folded.raised.add(key);
  }
}

/** With the review, or by new facts, what was said of who looks and when is over. */
function endAttention(folded: Folded): void {
  delete folded.assigned;
  delete folded.snoozed;
}

/** What each type of event changes about what stands. */
const FOLDS: Readonly<Record<EventType, Fold>> = {
  'platform.changed': (folded, { at, data }) => {
    folded.profile = data.profile;
    folded.createdAt ??= at;
  },
  'assessment.submitted': ({ revisions }, { by, at, data }) => {
    revisions.set(Number(data.revision), { hash: data.hash, submittedBy: by, submittedAt: at, asOf: data.asOf });
  },
  'assessment.approved': judges('approved'),
  'assessment.rejected': judges('rejected'),
  'assessment.withdrawn': judges('withdrawn'),
  'score.published': (folded, { by, at, data }) => {
    const { reach, law } = data;
    folded.published = { id: data.score, computedAt: at, figures: data.to, ...(reach !== undefined && { reach, law }) };
    folded.announced ??= ratingOf(data.to);
    // Of a person's approval, and not of the machine's own look.
    if (![...folded.revisions.values()].some(({ verdict }) => verdict?.status === 'approved' && verdict.by === by && verdict.at === at)) return;
    endAttention(folded);
    folded.confirmedBy = [];
    folded.renewedOn = at.slice(0, 10);
  },
  'score.band-changed': (folded, { data }) => {
    folded.announced = data.to;
  },
  'review.opened': (folded, { at, data }) => {
    delete folded.snoozed;
    folded.review = {
      id: data.review,
      openedAt: at,
      dueOn: data.dueOn,
      ...gatherReasons({ reasons: [] }, toReasons(data.reasons)),
      announced: 0,
    };
    raise(folded, data.reasons);
  },
  'review.reason-added': (folded, { data }) => {
    delete folded.snoozed;
    if (folded.review) Object.assign(folded.review, gatherReasons(folded.review, toReasons([data.reason])));
    raise(folded, [data.reason]);
  },
  'review.overdue': ({ review }, { data }) => {
    if (review) review.announced = data.days;
  },
  'review.closed': (folded, { by, at, data }) => {
    delete folded.review;
    endAttention(folded);
    if (data.outcome !== 'confirmed-unchanged') return;
    folded.confirmedBy = [...folded.confirmedBy, by];
    folded.renewedOn = at.slice(0, 10);
  },
  'review.assigned': (folded, { by, at, data: { to } }) => {
    delete folded.assigned;
    if (to !== null) folded.assigned = { to, by, at };
  },
  'review.snoozed': (folded, { by, at, data: { until, reason } }) => {
    folded.snoozed = { until, reason, by, at };
  },
  ...DECISION_FOLDS,
  'capture.kept': () => {},
  'capture.erasure-proposed': ({ erasures }, { by, at, data }) => {
    erasures.set(String(data.capture), { reason: data.reason, proposedBy: by, proposedAt: at });
  },
  'capture.erased': ({ erasures }, { by, at, data }) => {
    const erasure = erasures.get(String(data.capture));
    if (erasure) Object.assign(erasure, { erasedBy: by, erasedAt: at });
  },
  'terms.watched': (folded, { data: { terms } }) => {
    delete folded.watched;
    if (Array.isArray(terms) && terms.length > 0) folded.watched = terms;
  },
  'terms.recorded': reads,
  'terms.suspect': reads,
  'terms.silent': reads,
  'terms.changed': (folded, event) => {
    reads(folded, event);
    const state = folded.terms.get(String(event.data.document));
    if (state) state.changes = listChange(state.changes, { sequence: event.sequence, at: event.at });
  },
  'consumer.behind': () => {},
  'consumer.caught-up': () => {},
  'consumer.silent': () => {},
  'memo.recorded': () => {},
  'policy.released': () => {},
  'register.changed': () => {},
  'record.repaired': () => {},
  'checkpoint.taken': () => {},
  'archive.begun': () => {},
};

/** The events of a chain in their order, folded into what must stand after the last of them. */
export function foldEvents(events: Iterable<StandingEvent>): Folded {
  const folded: Folded = { revisions: new Map(), decisions: new Map(), erasures: new Map(), terms: new Map(), confirmedBy: [] };
  for (const event of events) {
    // What a later release records is not known here, and changes nothing that this one compares.
    if (Object.hasOwn(FOLDS, event.type)) FOLDS[event.type as EventType](folded, event);
    // A repair puts back what others did.
    if (event.type !== 'record.repaired') folded.changedAt = event.at;
    if (!Object.hasOwn(event.data, 'nextReviewOn')) continue;
    folded.nextReviewOn = event.data.nextReviewOn;
    if (folded.review) folded.review.dueOn = event.data.nextReviewOn;
    folded.latestReviewOn = findLatestReview(folded, event);
  }
  return folded;
}

/** The interval of band and gate from the last approval or confirmation on, or the notice that a review gives which was due before. */
function findLatestReview({ renewedOn, published }: Folded, { at }: StandingEvent): string {
  const withNotice = addDays(toDate(at), REVIEW_NOTICE_DAYS);
  const byInterval = renewedOn === undefined ? withNotice : longestAfter(renewedOn, published?.figures);
  return byInterval > withNotice ? byInterval : withNotice;
}
