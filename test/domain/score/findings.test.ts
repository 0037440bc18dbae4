import { describe, expect, it } from 'vitest';
import type { Assessment, Path } from '../../../domain/facts/assessment.ts';
import { addDays } from '../../../domain/facts/date.ts';
import { MODES } from '../../../domain/facts/vocabulary.ts';
import { findFacts } from '../../../domain/score/findings.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { against, assessment, item, NOW, path, TODAY } from '../facts.ts';

const found = (paths: Path[], further: Partial<Assessment> = {}) => findFacts(assessment(paths, further), NOW, CURRENT);
const incident = (id: string, further: Partial<NonNullable<Assessment['incidents']>[number]> = {}) => ({
  id,
  kind: 'misuse' as const,
  on: TODAY,
  summary: 'What happened',
  evidence: [item('a')],
  ...further,
});
const tomorrow = addDays(TODAY, 1);

describe('a path as the evidence leaves it', () => {
  it('bears what the assessment says of it, with the defaults spelt out', () => {
    expect(found([path('CN', 'control')]).paths).toEqual([
      {
        id: 'CN-control',
        jurisdiction: 'CN',
        mode: 'control',
        stake: 'sole',
        data: ['content', 'content', 'content'],
        belief: [98, 99, 100],
        transfer: undefined,
        ended: undefined,
        safeguards: new Map(),
        conflict: 0,
      },
    ]);
  });

  it('bears its stake, range, transfer, end, safeguards and conflict', () => {
    const [one] = found([
      path('CN', 'control', {
        stake: 'minority',
        data: { low: 'public', point: 'account', high: 'metadata' },
        transfer: { tool: 'bcr', evidence: [item('c')] },
        ended: { on: TODAY, evidence: [item('d')] },
        safeguards: [{ kind: 'eu-trustee', status: 'operating', evidence: [item('b')] }],
        evidence: [item('a'), against('d')],
      }),
    ]).paths;
    expect(one).toMatchObject({
      stake: 'minority',
      data: ['public', 'account', 'metadata'],
      transfer: { tool: 'bcr', belief: [100, 63, 63] },
      ended: [100, 34, 34],
      conflict: expect.closeTo(0.98 * 0.343, 12),
    });
    expect(one?.safeguards).toEqual(new Map([['eu-trustee', [100, 83, 83]]]));
  });

  it('is aged by its mode, and its favourable facts by their kind', () => {
    const old = (days: number) => [item('a', { observed: addDays(TODAY, -90 - days) })];
    const [one] = found([
      path('CN', 'control', {
        evidence: old(1080),
        transfer: { tool: 'scc', evidence: old(365) },
        ended: { on: TODAY, evidence: old(9000) },
        safeguards: [{ kind: 'eu-trustee', status: 'operating', evidence: old(365) }],
      }),
    ]).paths;
    expect(one).toMatchObject({ belief: [49, 99, 100], transfer: { belief: [100, 49, 49] }, ended: [100, 98, 98] });
    expect(one?.safeguards.get('eu-trustee')).toEqual([100, 49, 49]);
  });

  it('has not what no source says yet, what was only announced, or an end that lies ahead', () => {
    const evidence = [item('a', { observed: tomorrow })];
    const [unsaid] = found([
      path('CN', 'storage', {
        transfer: { tool: 'scc', evidence },
        ended: { on: TODAY, evidence },
        safeguards: [{ kind: 'eu-held-keys', status: 'operating', evidence }],
      }),
    ]).paths;
    expect(unsaid).toMatchObject({ transfer: undefined, ended: undefined, safeguards: new Map() });
    const [promised] = found([
      path('CN', 'storage', {
        ended: { on: tomorrow, evidence: [item('a')] },
        safeguards: [{ kind: 'eu-held-keys', status: 'announced', evidence: [item('a')] }],
      }),
    ]).paths;
    expect(promised).toMatchObject({ ended: undefined, safeguards: new Map() });
  });

  it('has of two safeguards of a kind the largest belief, column by column', () => {
    const claim = (of: string, extra: ReturnType<typeof item>[] = []) => ({
      kind: 'eu-held-keys' as const,
      status: 'operating' as const,
      evidence: [item(of), ...extra],
    });
    // The second is proven further but contradicted, so that less of it may be claimed.
    const [one] = found([
      path('CN', 'storage', { safeguards: [claim('d'), claim('a', [against('b', { observed: addDays(TODAY, -90 - 365) })])] }),
    ]).paths;
    expect(one?.safeguards.get('eu-held-keys')).toEqual([100, 89, 89]);
  });
});

describe('what is scored', () => {
  it('is a path from a lower belief of 20 % without age; below it is a lead, and what does not exist is neither', () => {
    // .4 x .6 = .24, .4 x .4 = .16; contradicted .16 / .904 = .17
    const findings = found([
      path('CN', 'storage', { id: 'admitted', evidence: [item('f', { credibility: 3, observed: addDays(TODAY, -5000) })] }),
      path('CN', 'storage', { id: 'lead', evidence: [item('f', { credibility: 6 })] }),
      path('CN', 'storage', { id: 'denied', evidence: [item('f', { credibility: 3 }), against('f', { credibility: 1 })] }),
      path('CN', 'storage', { id: 'unseen', evidence: [item('a', { observed: tomorrow })] }),
    ]);
    expect(findings.paths.map(({ id }) => id)).toEqual(['admitted']);
    expect(findings.leads.paths.map(({ id }) => id)).toEqual(['lead', 'denied']);
  });

  it('includes the bar itself, in whole percents', () => {
    // 1 - .88 x .9 = .208 reads 20, and .65 x .3 = .195 reads 19.
    expect(found([path('CN', 'storage', { evidence: [item('f', { credibility: 4 }), item('a', { credibility: 5 })] })]).paths).toHaveLength(1);
    expect(found([path('CN', 'storage', { evidence: [item('c', { credibility: 4 })] })]).paths).toHaveLength(0);
  });

  it('is an incident by the same bar, from its day on', () => {
    const findings = found([], {
      incidents: [
        incident('admitted', { kind: 'state-access', evidence: [item('c'), against('d')] }),
        incident('lead', { evidence: [item('e')] }),
        incident('ahead', { on: tomorrow }),
        incident('unseen', { evidence: [item('a', { observed: tomorrow })] }),
      ],
    });
    expect(findings.incidents).toEqual([
      {
        id: 'admitted',
        kind: 'state-access',
        on: TODAY,
        jurisdiction: undefined,
        data: 'content',
        extent: 'many',
        belief: [53, 63, 85],
        conflict: expect.closeTo(0.637 * 0.343, 12),
      },
    ]);
    expect(findings.leads.incidents.map(({ id }) => id)).toEqual(['lead']);
  });
});

describe('what holds for the whole file', () => {
  it('is nothing where nothing is said', () => {
    const findings = found([]);
    expect(findings).toMatchObject({ ...NOW, paths: [], incidents: [], clearText: undefined, leads: { paths: [], incidents: [] } });
    expect(findings.complete).toEqual(Object.fromEntries(MODES.map((mode) => [mode, [0, 0, 0]])));
  });

  it('is the completeness of each list and what is left in the clear, each aged', () => {
    const old = [item('a', { observed: addDays(TODAY, -90 - 365) })];
    const { complete, clearText } = found([], {
      complete: { storage: { evidence: [item('c')] }, control: { evidence: old }, subprocessor: { evidence: [against('a')] } },
      clearText: { residual: 'metadata', evidence: old },
    });
    expect(complete).toEqual({
      storage: [100, 63, 63],
      'remote-access': [0, 0, 0],
      control: [100, 49, 49],
      subprocessor: [0, 0, 0],
      'client-code': [0, 0, 0],
    });
    expect(clearText).toEqual({ residual: 'metadata', belief: [100, 49, 49] });
    expect(found([], { clearText: { residual: 'metadata', evidence: [against('a')] } }).clearText).toBeUndefined();
  });
});
