import { type HearingShown, STATEMENTS, type StandingHearing } from '../../explain/hearing-shown.ts';
import { isAfter } from '../decision.ts';
import type { Hearing } from './hearing.ts';

export function summarizeHearing({ held, waived, afterwards, answers }: Hearing): StandingHearing {
  const answeredAt = answers?.at(-1)?.answeredAt ?? held?.answeredAt;
  const says = answers && sum(answers.map((answer) => answer.says));
  return {
    ...(held && { notifiedAt: held.notifiedAt, deadline: held.deadline }),
    ...(afterwards && { by: afterwards.by }),
    ...(waived?.confirmedAt !== undefined && { waivedAt: waived.confirmedAt }),
    ...(answeredAt !== undefined && { answeredAt }),
    ...(says && { says }),
  };
}

function sum(all: readonly NonNullable<StandingHearing['says']>[]): NonNullable<StandingHearing['says']> {
  const totals = STATEMENTS.map((kind) => [kind, all.reduce((total, says) => total + (says[kind] ?? 0), 0)] as const);
  return Object.fromEntries(totals.filter(([, total]) => total > 0));
}

/** Of the decisions of a head those whose party was heard, or is to be, by an instant. */
export function listHearings(
  decisions: readonly { readonly id: string; readonly hearing?: StandingHearing | undefined }[],
  at: string,
): HearingShown[] {
  const isKnown = (moment: string | undefined) => moment !== undefined && !isAfter(moment, at);
  return decisions.flatMap(({ id, hearing }): HearingShown[] => {
    const { notifiedAt, deadline, answeredAt, waivedAt, by, says } = hearing ?? {};
    if (isKnown(answeredAt)) return [{ decision: id, state: 'answered', notifiedAt, deadline, answeredAt, says }];
    if (isKnown(notifiedAt)) return [{ decision: id, state: isKnown(deadline) ? 'unanswered' : 'notified', notifiedAt, deadline }];
    if (isKnown(waivedAt)) return [{ decision: id, state: 'waived', waivedAt }];
    return by === undefined ? [] : [{ decision: id, state: 'afterwards', by }];
  });
}
