import type { EventType, StandingEvent } from '../event.ts';
import { type Fold, type Folded, wordOf } from './folded-state.ts';

const decisionOf = ({ decisions }: Folded, { data }: StandingEvent) => decisions.get(String(data.decision));
const ends: Fold = (folded, event) => {
  const decision = decisionOf(folded, event);
  if (decision) decision.hasEnded = true;
};
const approves: Fold = (folded, event) => void decisionOf(folded, event)?.approvals.push(wordOf(event));
const revokes: Fold = (folded, event) => void decisionOf(folded, event)?.revocations.push(wordOf(event));
/** Who recorded something, as items of the record call it. */
const recorded = ({ by, at }: StandingEvent) => ({ recordedBy: by, recordedAt: at });
const hears =
  (part: 'held' | 'waived' | 'afterwards', said: (event: StandingEvent) => object): Fold =>
  (folded, event) => {
    const decision = decisionOf(folded, event);
    if (decision) decision.hearing = { ...decision.hearing, [part]: { ...said(event), ...recorded(event) } };
  };

/** What each type of event changes about a decision and the hearing of its party. */
export const DECISION_FOLDS = {
  'decision.proposed': ({ decisions }, { by, at, data }) => {
    const none = { approvals: [], revocations: [], isEffective: false, hasEnded: false };
    const kept = data.hearing === undefined ? {} : { hearing: { held: { ...Object(data.hearing), recordedBy: by, recordedAt: at } } };
    decisions.set(String(data.decision), { hash: data.hash, proposedBy: by, proposedAt: at, ...none, ...kept });
  },
  'decision.approval-given': approves,
  'decision.approved': approves,
  'decision.effective': (folded, event) => {
    const decision = decisionOf(folded, event);
    if (decision) decision.isEffective = true;
  },
  'decision.revocation-proposed': revokes,
  'decision.revoked': (folded, event) => {
    revokes(folded, event);
    ends(folded, event);
  },
  'decision.withdrawn': (folded, event) => {
    const decision = decisionOf(folded, event);
    if (decision) decision.withdrawn = wordOf(event);
    ends(folded, event);
  },
  'decision.revocation-withdrawn': (folded, event) => {
    const word = decisionOf(folded, event)?.revocations.find(({ by, withdrawnAt }) => by === event.by && withdrawnAt === undefined);
    if (word) word.withdrawnAt = event.at;
  },
  'decision.expired': ends,
  'hearing.notified': hears('held', ({ data }) => Object(data.held)),
  'hearing.deferred': hears('afterwards', ({ data: { reason, by } }) => ({ reason, by })),
  'hearing.waiver-proposed': hears('waived', ({ data: { reason } }) => ({ reason })),
  'hearing.waived': (folded, event) => {
    const waived = decisionOf(folded, event)?.hearing?.waived;
    if (waived) Object.assign(waived, { confirmedBy: event.by, confirmedAt: event.at });
  },
  'party.replied': (folded, event) => {
    const decision = decisionOf(folded, event);
    if (!decision) return;
    const answers = [...(decision.hearing?.answers ?? []), { ...Object(event.data.answer), ...recorded(event) }];
    decision.hearing = { ...decision.hearing, answers };
  },
} as const satisfies Partial<Record<EventType, Fold>>;
