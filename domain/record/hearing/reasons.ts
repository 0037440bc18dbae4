import { reviewReasons } from '../../../messages/en/review-reasons.ts';
import type { StandingHearing } from '../../explain/hearing-shown.ts';
import type { ReviewReason } from '../review.ts';
import type { Hearing } from './hearing.ts';

type Unheard = { readonly id: string; readonly hearing?: Pick<Hearing, 'held' | 'afterwards'> | undefined };

/** An urgent decision whose party has not been notified is a reason to look again until it has. */
export function listUnheard(decisions: readonly Unheard[]): ReviewReason[] {
  return decisions.flatMap(({ id, hearing }) => (hearing?.afterwards && !hearing.held ? [unheardReason(id, hearing.afterwards.by)] : []));
}

/** The same by what the head says, of decisions that two people have approved; each once in an open review. */
export function listStillUnheard(
  decisions: readonly { readonly id: string; readonly approvals: readonly unknown[]; readonly hearing?: StandingHearing | undefined }[],
  said: readonly ReviewReason[],
  approvalsNeeded: number,
): ReviewReason[] {
  const isSaid = (id: string) => said.some(({ kind, data }) => kind === 'not-heard' && data.decision === id);
  return decisions.flatMap(({ id, approvals, hearing }) => {
    const by = hearing?.by;
    const isOpen = by !== undefined && hearing?.notifiedAt === undefined && approvals.length >= approvalsNeeded;
    return isOpen && !isSaid(id) ? [unheardReason(id, by)] : [];
  });
}

function unheardReason(decision: string, by: string): ReviewReason {
  return { kind: 'not-heard', text: reviewReasons['not-heard']({ by }), data: { decision, by } };
}

type Replied = { readonly id: string; readonly capture: string; readonly answeredAt: string; readonly says: StandingHearing['says'] & object };

export function repliedReason(decision: string, { id, capture, answeredAt, says }: Replied): ReviewReason {
  const text = reviewReasons['party-replied']({ answeredAt, says });
  return { kind: 'party-replied', text, data: { decision, answer: id, capture, answeredAt, says } };
}
