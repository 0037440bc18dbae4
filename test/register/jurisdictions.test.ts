import { describe, expect, it } from 'vitest';
import { JURISDICTION_CODES } from '../../domain/facts/jurisdictions.ts';
import { CODED_ITEMS, coverageOf } from '../../domain/score/register.ts';
import { FullRegister } from '../../register/schema.ts';
import { register } from '../register.ts';
import { facts, full, ITEMS, indices, jurisdictionsJson, readRegisterFile, rows } from './register-files.ts';

const STARTS = '2018-01-01';
/** Facts that say how a law is to be read, and not what it is. */
const LATER = ['regulator-finding', 'adequacy-litigation'];

describe('the register', () => {
  it('covers every code that an assessment may name, the Union and the unnamed country apart', () => {
    const codes = new Set([...Object.keys(full.jurisdictions), ...full.euEea.map(({ country }) => country), 'EU', 'ZZ']);
    expect([...codes].sort()).toEqual(JURISDICTION_CODES);
  });

  it('has the rows that its README counts', () => {
    const coverages = Object.values(register.jurisdictions).map(({ rows: own }) => coverageOf(own.at(-1)).coverage);
    const count = (coverage: string) => coverages.filter((it) => it === coverage).length;
    const readme = readRegisterFile('README.md').replaceAll(/\s+/g, ' ');
    expect(readme).toContain(`\`full\` ${count('full')}, \`partial\` ${count('partial')}, \`basic\` ${count('basic')}`);
    expect(readme).toContain(`${facts.facts.length} dated facts with ${Object.keys(facts.sources).length} sources`);
    expect(readme).toContain(`Version ${full.version}`);
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

  it('says for every power and guarantee that is coded why it is so, and whether that was read in a source', () => {
    const bare = rows.flatMap(({ where, row }) =>
      CODED_ITEMS.filter((item) => row[item].value !== null && (row[item].readInSource === undefined || isBare(row[item]))).map(
        (item) => `${where} ${item}`,
      ),
    );
    expect(bare).toEqual([]);
  });

  it('says of a reading that could be known later only which day after the first of its row that was, and on what it rests', () => {
    const marked = rows.flatMap(({ where, row }) => ITEMS.flatMap((item) => ('knownFrom' in row[item] ? [{ where, row, item, it: row[item] }] : [])));
    expect(marked.map(({ where, item }) => `${where} ${item}`)).toEqual(
      expect.arrayContaining(['US 2018-01-01 redress', 'CN 2018-01-01 redress', 'CH 2025-11-19 oversight']),
    );
    for (const { where, row, it } of marked) {
      expect([where, (it.knownFrom ?? '') > row.from]).toEqual([where, true]);
      expect([where, it.value !== null && (it.facts ?? it.sources) !== undefined]).toEqual([where, true]);
    }
  });

  it('rests no reading on a judgment or a study that is younger than its row, unless it says so', () => {
    const day = new Map(facts.facts.map(({ id, category, validFrom }) => [id, LATER.includes(category) ? validFrom : null]));
    const early = rows.flatMap(({ where, row }) =>
      CODED_ITEMS.filter((item) => {
        const youngest = (row[item].facts ?? []).map((id) => day.get(id) ?? '').reduce((one, other) => (one > other ? one : other), '');
        return youngest > row.from && row[item].knownFrom !== youngest;
      }).map((item) => `${where} ${item}`),
    );
    expect(early).toEqual([]);
  });

  it('rests every coded power and guarantee on a fact or a source', () => {
    const unsourced = rows.flatMap(({ where, row }) =>
      CODED_ITEMS.filter((item) => row[item].value !== null && !row[item].facts && !row[item].sources).map((item) => `${where} ${item}`),
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
