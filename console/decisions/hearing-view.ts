import { sayHearing } from '../../messages/say-hearing.ts';
import { t } from '../messages/text.ts';
import type { DecisionView } from './decision-view.ts';

/** How the party of a decision was heard, in the sentence of the language chosen. */
export function sayHearingOf({ hearingState: state, hearing }: DecisionView): string {
  const { held, waived, afterwards, answers = [] } = hearing ?? {};
  const says: Record<string, number> = {};
  for (const [kind, count] of answers.flatMap((answer) => Object.entries(answer.says))) says[kind] = (says[kind] ?? 0) + (count ?? 0);
  const answeredAt = answers.at(-1)?.answeredAt ?? held?.answeredAt;
  return sayHearing(t.hearing, {
    state,
    says,
    notifiedAt: held?.notifiedAt,
    deadline: held?.deadline,
    waivedAt: waived?.confirmedAt,
    by: afterwards?.by,
    answeredAt,
  });
}
