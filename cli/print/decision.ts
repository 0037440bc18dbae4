import type { components } from '../../docs/api-types.ts';
import { hearingTexts } from '../../messages/en/hearing.ts';
import { sayHearing } from '../../messages/say-hearing.ts';
import { strong, table } from './print.ts';
import { toSafeText } from './terminal.ts';

export function printDecision(decision: components['schemas']['Decision']): string[] {
  const { id, platform, hash, state, scope, effectiveAt, enforceBy, expiresAt, consequence, note, grounds, proposedBy } = decision;
  const { conditions = [], exemptions = [], approvals, withdrawn } = decision;
  const revocations = decision.revocations.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const apps = Object.entries(grounds.apps).flatMap(([os, ids]) => ids.map((app) => `${os}:${app}`));
  return [
    strong(`${decision.decision} ${platform}: ${state}`),
    ...table([
      ['devices', scope.join(', ')],
      ['stands from', `${effectiveAt}, blocked from ${enforceBy}, until ${expiresAt}`],
      ['consequence', toSafeText(consequence)],
      ['reasons', toSafeText(note)],
      ['apps', apps.join(' ') || 'none: nothing can be blocked on a device'],
      ...conditions.map(({ id: condition, text }) => ['condition', `${condition}: ${toSafeText(text)}`]),
      ...exemptions.map(({ group, reason, until }) => ['exempt', `${group} until ${until}: ${toSafeText(reason)}`]),
      ['grounds', `score ${grounds.score}, assessment ${grounds.assessment.revision}`],
      ['hearing', sayHearing(hearingTexts, toHeard(decision))],
      ['proposed by', proposedBy],
      ['approved by', approvals.map(({ by }) => by).join(', ') || 'no one yet'],
      ...(revocations.length > 0 ? [['ended by', revocations.map(({ by }) => by).join(', ')]] : []),
      ...(withdrawn ? [['withdrawn by', withdrawn.by]] : []),
      ['id', id],
      ['hash', hash],
    ]),
  ];
}

type Decision = components['schemas']['Decision'];

/** What the sentence on a hearing speaks of, out of a decision. */
function toHeard({ hearingState: state, hearing }: Pick<Decision, 'hearingState' | 'hearing'>): Parameters<typeof sayHearing>[1] {
  const { held, waived, afterwards, answers = [] } = hearing ?? {};
  const says: Record<string, number> = {};
  for (const [kind, count] of answers.flatMap((answer) => Object.entries(answer.says))) says[kind] = (says[kind] ?? 0) + (count ?? 0);
  const answeredAt = answers.at(-1)?.answeredAt ?? held?.answeredAt;
  return { state, says, notifiedAt: held?.notifiedAt, deadline: held?.deadline, waivedAt: waived?.confirmedAt, by: afterwards?.by, answeredAt };
}
