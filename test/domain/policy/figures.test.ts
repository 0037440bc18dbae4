import { describe, expect, it } from 'vitest';
import { toCedarEntities } from '../../../domain/policy/cedar.ts';
import { toOpaFiles } from '../../../domain/policy/opa.ts';
import { toScoresCsv, toScoresJson } from '../../../domain/policy/scores.ts';
import { documentAt, record } from './commission.ts';

const AT = '2023-04-01T00:00:00.000Z';
const range = (low: number, point: number, high: number) => ({ low, point, high });
const published = {
  score: range(0, 7.7, 91.3),
  ways: { programme: range(0, 6.1, 90.2), law: range(0, 2.4, 11.5) },
  open: { whole: 100, storage: 66.6, access: 100 },
  bandRange: ['minimal', 'severe'] as const,
  confidence: 'none' as const,
  gate: 'precaution' as const,
  method: 'EXS 2.0',
  register: 'jr-2026.11.30',
};
const documentOf = (band: 'unrated' | 'minimal') =>
  documentAt(AT, [{ ...record('social', [], { apps: { web: ['social.example'] } }), published: { ...published, band } }]);
const unrated = documentOf('unrated');

describe('what is open is exported beside the range', () => {
  it('by CSV in columns at the end, the old ones in their order', () => {
    const [head = '', line = ''] = toScoresCsv(unrated).trim().split('\r\n');
    expect(head.startsWith('platform_id,platform_name,os,app_id,band,risk_point,risk_low,risk_high,confidence,gate,decision,')).toBe(true);
    expect(
      head.endsWith(
        ',set_aside,assessment_revision,facts_as_of,open,open_storage,open_access,programme_low,programme_high,law_low,law_high,strictest_decision,binding_decisions,gap',
      ),
    ).toBe(true);
    expect(line.endsWith(',100,66.6,100,0,90.2,0,11.5,,,')).toBe(true);
  });

  it('by OPA, Cedar and JSON with the gate', () => {
    expect(opaOf(unrated)).toMatchObject({ gate: 'precaution', open: published.open });
    expect(cedarOf(unrated)).toMatchObject({ gate: 'precaution', riskHigh: decimal('91.3'), open: decimal('100.0') });
    expect(JSON.parse(toScoresJson(unrated)).platforms[0]).toMatchObject({ ways: published.ways, open: published.open, gate: 'precaution' });
  });
});

describe('what is unrated is exported without a point', () => {
  it('by every export that has one', () => {
    expect(toScoresCsv(unrated)).toContain(',unrated,,0,91.3,none,precaution,');
    expect(opaOf(unrated).score).toEqual({ low: 0, high: 91.3 });
    expect(cedarOf(unrated)).not.toHaveProperty('riskPoint');
    expect(JSON.stringify([toScoresJson(unrated), toScoresCsv(unrated), opaOf(unrated), cedarOf(unrated)])).not.toContain('7.7');
  });

  it('and what is rated with it', () => {
    const rated = documentOf('minimal');
    expect(toScoresCsv(rated)).toContain(',minimal,7.7,0,91.3,');
    expect([opaOf(rated).score, cedarOf(rated).riskPoint]).toEqual([published.score, decimal('7.7')]);
  });
});

describe('the revision that a score rests on, and the day of its facts', () => {
  it('are named by every export that has scores', () => {
    const approved = { revision: 3, hash: 'a'.repeat(64), asOf: '2023-02-23', submittedBy: 'a', approvedBy: 'b', approvedAt: AT };
    const head = record('social', [], { apps: { web: ['social.example'] } });
    const document = documentAt(AT, [{ ...head, approved, published: { ...published, band: 'minimal' } }]);
    expect(toScoresCsv(document)).toContain(',3,2023-02-23,');
    expect(JSON.parse(toScoresJson(document)).platforms[0].assessment).toEqual({ revision: 3, asOf: '2023-02-23' });
    expect(opaOf(document).assessment).toEqual({ revision: 3, asOf: '2023-02-23' });
    expect(cedarOf(document)).toMatchObject({ assessmentRevision: 3, factsAsOf: '2023-02-23' });
  });
});

const decimal = (arg: string) => ({ __extn: { fn: 'decimal', arg } });

function opaOf(document: typeof unrated) {
  const data = JSON.parse(toOpaFiles(document).find(({ name }) => name.endsWith('/data.json'))?.text ?? '{}');
  return data.apps.web['social.example'];
}

function cedarOf(document: typeof unrated): Record<string, unknown> {
  return toCedarEntities(document).find(({ uid }) => uid.id === 'web:social.example')?.attrs ?? {};
}
