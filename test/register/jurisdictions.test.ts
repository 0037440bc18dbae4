import { describe, expect, it } from 'vitest';
import { JURISDICTION_CODES } from '../../domain/facts/jurisdiction-code.ts';
import { FullRegister } from '../../register/schema.ts';
import { facts, full, GUARANTEES, ITEMS, indices, jurisdictionsJson, POWERS, rows } from './register-files.ts';

const STARTS = '2018-01-01';

describe('the register', () => {
  it('covers every code that an assessment may name, the Union and the unnamed country apart', () => {
    const codes = new Set([...Object.keys(full.jurisdictions), ...full.euEea.map(({ country }) => country), 'EU', 'ZZ']);
    expect([...codes].sort()).toEqual(JURISDICTION_CODES);
  });

  it('has the rows that its README counts', () => {
    const coverage = Object.values(full.jurisdictions).map((jurisdiction) => jurisdiction.coverage);
    expect(coverage.filter((it) => it === 'full')).toHaveLength(36);
    expect(coverage.filter((it) => it === 'basic')).toHaveLength(177);
    expect(facts.facts).toHaveLength(316);
    expect(Object.keys(facts.sources)).toHaveLength(181);
  });

  it('has one row for every day since its start: in order, without overlap or hole, the last one open', () => {
    for (const [code, { rows: own }] of Object.entries(full.jurisdictions)) {
      expect([code, own[0]?.from]).toEqual([code, STARTS]);
      expect([code, own.map(({ to }) => to)]).toEqual([code, [...own.slice(1).map(({ from }) => from), null]]);
      expect([code, own.filter(({ from, to }) => to !== null && to <= from)]).toEqual([code, []]);
    }
  });

  it('has a span of membership that ends after it began', () => {
    expect(full.euEea.filter(({ from, to }) => from !== null && to !== null && to <= from)).toEqual([]);
    expect(new Set(full.euEea.map(({ country }) => country)).size).toBe(full.euEea.length);
  });

  it('states no power and no guarantee for a jurisdiction of basic coverage', () => {
    const stated = rows.filter(({ coverage, row }) => coverage === 'basic' && [...POWERS, ...GUARANTEES].some((item) => row[item].value !== null));
    expect(stated.map(({ where }) => where)).toEqual([]);
  });

  it('says for every item of full coverage why it is so, and whether that was read in a source', () => {
    const bare = rows.flatMap(({ where, coverage, row }) =>
      coverage === 'basic' ? [] : ITEMS.filter((item) => row[item].readInSource === undefined || isBare(row[item])).map((item) => `${where} ${item}`),
    );
    expect(bare).toEqual([]);
  });

  it('rests every coded power and guarantee on a fact or a source', () => {
    const unsourced = rows.flatMap(({ where, row }) =>
      [...POWERS, ...GUARANTEES]
        .filter((item) => row[item].value !== null && !row[item].facts && !row[item].sources)
        .map((item) => `${where} ${item}`),
    );
    expect(unsourced).toEqual([]);
  });

  it('says who named a state with an offensive cyber programme, and since when, never after the row begins', () => {
    const named = rows.filter(({ row }) => row.offensiveCyberProgramme.value === true);
    expect(named.map(({ code }) => code)).toEqual(expect.arrayContaining(['CN', 'IR', 'KP', 'RU']));
    expect(named.filter(({ row: { from, offensiveCyberProgramme: it } }) => !it.namedBy || !it.since || it.since > from)).toEqual([]);
  });

  it('holds an adequacy decision only in rows within its days', () => {
    const outside = rows.filter(({ row: { from, adequacy } }) => adequacy && (from < adequacy.from || (adequacy.to !== null && adequacy.to <= from)));
    expect(outside.map(({ where }) => where)).toEqual([]);
  });

  it('names only facts that are known', () => {
    const known = new Set(facts.facts.map(({ id }) => id));
    const named = [
      ...full.euEea.flatMap((member) => member.facts),
      ...rows.flatMap(({ row }) => [...ITEMS.map((item) => row[item]), row.adequacy, row.bridge].flatMap((cited) => cited?.facts ?? [])),
    ];
    expect(new Set(named).size).toBeGreaterThan(150);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('takes its rule of law from the published index and year that it names', () => {
    const published = new Map(indices.map(({ country, index, year, value }) => [`${country} ${index} ${year}`, value]));
    const taken = rows.filter(({ row }) => row.ruleOfLaw.value !== null);
    expect(taken.length).toBeGreaterThan(200);
    const differing = taken.filter(({ code, row: { ruleOfLaw: it } }) => published.get(`${code} ${it.index} ${it.year}`) !== it.value);
    expect(differing.map(({ where }) => where)).toEqual([]);
  });

  it.each([
    ['an item between the codes', (it: Loose) => Object.assign(it.jurisdictions.CN.rows[0].dutyToAssist, { value: 0.7 })],
    ['an index above 1', (it: Loose) => Object.assign(it.jurisdictions.US.rows[0].ruleOfLaw, { value: 1.1 })],
    ['a value without its index', (it: Loose) => Object.assign(it.jurisdictions.US.rows[0].ruleOfLaw, { index: null })],
    ['a day that is none', (it: Loose) => Object.assign(it.jurisdictions.GB.rows[0], { from: '2018-02-30' })],
    ['an unknown field', (it: Loose) => Object.assign(it.jurisdictions.GB.rows[0], { mood: 'good' })],
    ['a jurisdiction without rows', (it: Loose) => Object.assign(it.jurisdictions.GB, { rows: [] })],
  ])('is refused with %s', (_, spoil) => {
    const copy = structuredClone(jurisdictionsJson) as Loose;
    spoil(copy);
    expect(FullRegister.safeParse(copy).success).toBe(false);
  });
});

type Loose = { jurisdictions: Record<'CN' | 'GB' | 'US', { rows: [{ dutyToAssist: object; ruleOfLaw: object }] }> };

function isBare({ basis, facts: ids, sources }: { basis?: string | undefined; facts?: unknown; sources?: unknown }): boolean {
  return basis === undefined && ids === undefined && sources === undefined;
}
