import type { Assessment } from '../../domain/facts/assessment.ts';
import type { Evidence } from '../../domain/facts/evidence.ts';

const RELIABILITY = { A: 1, B: 0.85, C: 0.65, D: 0.35, E: 0.1, F: 0.4 };
const CREDIBILITY: Readonly<Record<number, number>> = { 1: 0.98, 2: 0.85, 3: 0.6, 4: 0.3, 5: 0.1, 6: 0.4 };

/** Facts whose evidence contradicts itself by 0.3 or more, as docs/method.md says in section 2, written down once more. */
export function findContested(facts: Assessment, day: string): string[] {
  const mass = (evidence: readonly Evidence[], stance: 'supports' | 'contradicts', lowers: boolean): number => {
    const best = new Map<string, number>();
    for (const item of evidence) {
      const source = facts.sources[item.source];
      if (!source || (item.stance ?? 'supports') !== stance || item.observed > day || source.published > day) continue;
      const cap = lowers
        ? ({ platform: 0.25, 'platform-accountable': 0.5, 'third-party': 0.99 } as const)[source.statementBy ?? 'third-party']
        : 0.99;
      const origin = source.origin ?? item.source;
      best.set(origin, Math.max(best.get(origin) ?? 0, Math.min(cap, RELIABILITY[source.reliability] * (CREDIBILITY[item.credibility] ?? 0))));
    }
    return Math.min(0.9999, 1 - [...best.values()].reduce((open, one) => open * (1 - one), 1));
  };
  const isContested = (evidence: readonly Evidence[], favourable: boolean) => {
    const support = mass(evidence, 'supports', favourable);
    return support > 0 && support * mass(evidence, 'contradicts', !favourable) >= 0.3;
  };
  const found: string[] = [];
  const look = (fact: string, evidence: readonly Evidence[], favourable: boolean) => {
    if (isContested(evidence, favourable)) found.push(fact);
  };
  for (const { id, evidence, transfer, ended, safeguards = [] } of facts.paths) {
    look(`paths/${id}`, evidence, false);
    if (transfer) look(`paths/${id}/transfer`, transfer.evidence, true);
    if (ended && ended.on <= day) look(`paths/${id}/ended`, ended.evidence, true);
    for (const claim of safeguards) if (claim.status === 'operating') look(`paths/${id}/safeguards/${claim.kind}`, claim.evidence, true);
  }
  for (const { id, on, evidence } of facts.incidents ?? []) if (on <= day) look(`incidents/${id}`, evidence, false);
  for (const [mode, claim] of Object.entries(facts.complete ?? {})) look(`complete/${mode}`, claim?.evidence ?? [], true);
  if (facts.clearText) look('clearText', facts.clearText.evidence, true);
  return [...new Set(found)].sort();
}
