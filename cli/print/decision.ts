import type { components } from '../../docs/api-types.ts';
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
      ['proposed by', proposedBy],
      ['approved by', approvals.map(({ by }) => by).join(', ') || 'no one yet'],
      ...(revocations.length > 0 ? [['ended by', revocations.map(({ by }) => by).join(', ')]] : []),
      ...(withdrawn ? [['withdrawn by', withdrawn.by]] : []),
      ['id', id],
      ['hash', hash],
    ]),
  ];
}
