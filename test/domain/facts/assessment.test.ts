import { describe, expect, it } from 'vitest';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { expandPaths } from '../../../domain/facts/expand-paths.ts';
import { hashOf } from '../../../domain/facts/hash.ts';
import { scoreAssessment } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';
import { item, NOW, SOURCES, TODAY } from '../facts.ts';

const file = (rest: object) => ({ asOf: TODAY, sources: SOURCES, paths: [], ...rest });
const path = (rest: object) => ({ id: 'p', jurisdiction: 'CN', mode: 'storage', data: 'content', evidence: [item('a')], ...rest });
const several = (codes: readonly unknown[], rest: object = {}) => path({ jurisdiction: undefined, jurisdictions: codes, ...rest });
const incident = (rest: object) => ({ id: 'i', kind: 'misuse', on: TODAY, summary: 'It happened.', evidence: [item('a')], ...rest });
const faultsOf = (rest: object) => (Assessment.safeParse(file(rest)).error?.issues ?? []).map((one) => `/${one.path.join('/')}: ${one.message}`);
const on = (rest: object) => [item('a', rest)];

describe('an assessment is refused', () => {
  it.each<[string, object, string]>([
    ['with a path that names no jurisdiction', { paths: [path({ jurisdiction: undefined })] }, '/paths/0/jurisdiction: must be given'],
    ['with a path that names one and several', { paths: [path({ jurisdictions: ['JP', 'SG'] })] }, 'but not both'],
    ['with a list of one', { paths: [several(['JP'])] }, '/paths/0/jurisdictions: '],
    ['with a list that repeats one', { paths: [several(['JP', 'JP'])] }, '/paths/0/jurisdictions: must name each once: "JP" is given twice'],
    ['with ids that are used twice once paths are parted', { paths: [several(['JP', 'SG']), path({ id: 'p-sg' })] }, 'the id "p-sg" is used twice'],
    ['with a promise on an id that is not there', { paths: [several(['JP', 'SG'])], commitments: [promise('p')] }, 'no path has the id "p"'],
    [
      'with an item from after what it saw',
      { paths: [path({ evidence: on({ from: '2023-02-24' }) })] },
      '/evidence/0/from: must not be after observed',
    ],
    ['with an attestation that ends before', { paths: [path({ evidence: on({ validTo: '2023-02-22' }) })] }, '/validTo: must not be before observed'],
    [
      'with a reservation of good news',
      { complete: { storage: { evidence: on({ stance: 'reserves' }) } } },
      'belongs to the evidence of a path or an incident only',
    ],
    [
      'with a reservation of an end',
      { paths: [path({ ended: { on: TODAY, evidence: on({ stance: 'reserves' }) } })] },
      '/paths/0/ended/evidence/0/stance',
    ],
    ['with a reserved promise', { commitments: [{ ...promise(), evidence: on({ stance: 'reserves' }) }] }, '/commitments/0/evidence/0/stance'],
    ['with users that are not known', { paths: [path({ evidence: on({ users: 'all' }) })] }, '/evidence/0/users'],
    [
      'with access by a state that it does not name',
      { incidents: [incident({ kind: 'state-access' })] },
      '/incidents/0/jurisdiction: must name the state',
    ],
    ['with an extent that is not known', { incidents: [incident({ extent: 'all' })] }, '/incidents/0/extent'],
    ['with a withdrawal without a reason', { sources: { ...SOURCES, w: { ...SOURCES.a, withdrawn: { on: TODAY } } } }, '/sources/w/withdrawn/why'],
    [
      'with over 300 paths once they are parted',
      { paths: Array.from({ length: 101 }, (_, i) => several(['JP', 'SG', 'US'], { id: `p${i}` })) },
      'at most 300 paths',
    ],
  ])('%s', (_, rest, fault) => {
    expect(faultsOf(rest).join('\n')).toContain(fault);
  });

  function promise(...ends: string[]) {
    return { id: 'c', summary: 'It ends.', announcedOn: TODAY, ends, evidence: [item('a')] };
  }
});

describe('a path with several jurisdictions', () => {
  const one = Assessment.parse(file({ paths: [several(['JP', 'SG']), path({})] }));
  const parted = Assessment.parse(file({ paths: [path({ id: 'p-jp', jurisdiction: 'JP' }), path({ id: 'p-sg', jurisdiction: 'SG' }), path({})] }));

  it('is one for each, with its code in the id and all else alike', () => {
    expect(expandPaths(one.paths)).toEqual(expandPaths(parted.paths));
    expect(scoreAssessment(one, register, NOW).score).toEqual(scoreAssessment(parted, register, NOW).score);
  });

  it('is hashed as it was submitted', () => {
    expect(hashOf(one)).toBe(hashOf(file({ paths: [{ ...several(['JP', 'SG']), jurisdiction: undefined }, path({})] })));
    expect(hashOf(one)).not.toBe(hashOf(parted));
  });

  it('lets a promise speak of one of them', () => {
    const commitments = [{ id: 'c', summary: 'It ends.', announcedOn: TODAY, ends: ['p-sg'], evidence: [item('a')] }];
    expect(faultsOf({ paths: [several(['JP', 'SG'])], commitments })).toEqual([]);
  });
});
