import { describe, expect, it } from 'vitest';
import { JURISDICTION_CODES } from '../../domain/facts/jurisdictions.ts';
import { parseIndices } from '../../register/indices.ts';
import { facts, full, indices } from './register-files.ts';

describe('the facts of the register', () => {
  it('are of the same day as the rows that rest on them', () => {
    expect(facts.asOf).toBe(full.generated);
    expect(full.version).toBe(`jr-${facts.asOf.replaceAll('-', '.')}`);
  });

  it('each have an id of their own, which starts with their country', () => {
    expect(new Set(facts.facts.map(({ id }) => id)).size).toBe(facts.facts.length);
    expect(facts.facts.filter(({ id, country }) => !id.startsWith(`${country}.`))).toEqual([]);
  });

  it('name only sources that are known, and every source serves', () => {
    const cited = new Set([...facts.facts, ...facts.organisations].flatMap(({ sources }) => sources));
    expect([...cited].sort()).toEqual(Object.keys(facts.sources).sort());
  });

  it('end after they began', () => {
    expect(facts.facts.filter(({ validFrom, validTo }) => validFrom !== null && validTo !== null && validTo < validFrom)).toEqual([]);
  });

  it('have a name for every jurisdiction', () => {
    expect([...Object.keys(facts.countries), 'EU', 'ZZ'].sort()).toEqual(JURISDICTION_CODES);
  });
});

describe('the indices', () => {
  it('have one value for a country, an index and a year', () => {
    expect(indices).toHaveLength(4324);
    expect(new Set(indices.map(({ country, index, year }) => `${country} ${index} ${year}`)).size).toBe(indices.length);
  });

  it.each([
    ['another header', 'country,index,value\r\n'],
    ['a value above 1', 'country,index,year,value\r\nAE,wjp_rule_of_law_overall,2019,1.2\r\n'],
    ['a missing value', 'country,index,year,value\r\nAE,wjp_rule_of_law_overall,2019\r\n'],
    ['a fifth value', 'country,index,year,value\r\nAE,wjp_rule_of_law_overall,2019,0.5,0.6\r\n'],
    ['an unknown index', 'country,index,year,value\r\nAE,happiness,2019,0.5\r\n'],
  ])('are refused with %s', (_, csv) => {
    expect(() => parseIndices(csv)).toThrow();
  });
});
