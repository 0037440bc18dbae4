import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODES } from '../../../domain/facts/vocabulary.ts';
import type { Triple } from '../../../domain/score/belief.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { isEuEea, type Register } from '../../../domain/score/register.ts';
import { toTenths } from '../../../domain/score/rounding.ts';
import { scoreAssessment, scoreFindings } from '../../../domain/score/score.ts';
import { parseVector, toVector } from '../../../domain/vector/vector.ts';
import { register } from '../../register.ts';
import { evidence, path, safeguard, scenario } from '../arbitraries.ts';
import { everyChange } from '../every-change.ts';
import {
  change,
  changePath,
  codesOf,
  figuresOf,
  mapEvidence,
  numbersOf,
  opensOf,
  rangesOf,
  type Scenario,
  score,
  toEvidence,
  toPath,
  toSafeguard,
} from '../scenario.ts';

const keys = fc.array(fc.nat(), { minLength: 24, maxLength: 24 });

/** A permutation of the list, by as many random keys as it takes. */
function shuffle<T>(list: readonly T[], keys: readonly number[]): T[] {
  return list
    .map((item, i) => ({ item, key: (keys[i % keys.length] ?? 0) ^ i }))
    .sort((x, y) => x.key - y.key)
    .map(({ item }) => item);
}

describe('the figures of every score', () => {
  it('1: 0 <= low <= point <= high <= 100', () => {
    fc.assert(
      fc.property(scenario, (drawn) => {
        const scored = score(drawn);
        expect(numbersOf(scored).every(Number.isInteger)).toBe(true);
        for (const [low, point, high] of rangesOf(scored))
          expect([0, low, point, high, 1000]).toEqual([0, low, point, high, 1000].sort((x, y) => x - y));
        for (const open of opensOf(scored)) expect([0, open, 1000]).toEqual([0, open, 1000].sort((x, y) => x - y));
      }),
    );
  });

  it('2: deterministic: the same inputs give the same figures, whatever was scored before', () => {
    fc.assert(
      fc.property(scenario, scenario, (drawn, other) => {
        const first = JSON.stringify(figuresOf(score(drawn)));
        score(other);
        const copy = structuredClone(drawn);
        expect(JSON.stringify(figuresOf(scoreAssessment(copy.assessment, structuredClone(register), copy.moment)))).toBe(first);
        expect(copy).toEqual(drawn);
      }),
    );
  });

  it('3: order-independent to the bit', () => {
    fc.assert(
      fc.property(scenario, keys, (drawn, keys) => {
        const { paths, incidents = [], sources, complete = {} } = drawn.assessment;
        const shuffled = mapEvidence(
          change(drawn, {
            sources: Object.fromEntries(shuffle(Object.entries(sources), keys)),
            paths: shuffle(paths, keys).map((path) => ({
              ...path,
              safeguards: shuffle(path.safeguards ?? [], keys),
              ...(path.jurisdictions && { jurisdictions: shuffle(path.jurisdictions, keys) }),
            })),
            incidents: shuffle(incidents, keys),
            complete: Object.fromEntries(shuffle(Object.entries(complete), keys)),
          }),
          (evidence) => shuffle(evidence, keys),
        );
        expect(figuresOf(score(shuffled))).toEqual(figuresOf(score(drawn)));
      }),
    );
  });

  it('4: unchanged by a repeated path, item, safeguard or incident (same kind and day)', () => {
    fc.assert(
      fc.property(scenario, fc.nat(), (drawn, which) => {
        const { paths, incidents = [] } = drawn.assessment;
        const again = <T extends { id: string }>(facts: readonly T[]): T[] =>
          facts.slice(which % Math.max(1, facts.length)).map((fact) => ({ ...fact, id: `${fact.id}-again` }));
        const figures = figuresOf(score(drawn));
        expect(figuresOf(score(change(drawn, { paths: [...paths, ...again(paths)] })))).toEqual(figures);
        expect(figuresOf(score(change(drawn, { incidents: [...incidents, ...again(incidents)] })))).toEqual(figures);
        expect(
          figuresOf(score(changePath(drawn, which, (path) => ({ ...path, safeguards: [...(path.safeguards ?? []), ...(path.safeguards ?? [])] })))),
        ).toEqual(figures);
        expect(figuresOf(score(mapEvidence(drawn, (evidence) => [...evidence, ...evidence])))).toEqual(figures);
      }),
    );
  });

  it('18: relabelling non-EU/EEA jurisdictions together with their rows changes nothing but names', () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 1, max: 30 }), (drawn, turn) => {
        const outside = [...new Set([...drawn.assessment.paths.flatMap(codesOf), 'CN', 'US', 'CA', 'KP'])].filter(
          (code) => code !== 'ZZ' && !isEuEea(register, code, drawn.moment.asOf),
        );
        const relabel = (code: string) => (outside.includes(code) ? (outside[(outside.indexOf(code) + turn) % outside.length] ?? code) : code);
        const relabelled: Register = {
          ...register,
          euEea: register.euEea.map((member) => ({ ...member, country: relabel(member.country) })),
          jurisdictions: Object.fromEntries(Object.entries(register.jurisdictions).map(([code, entry]) => [relabel(code), entry])),
        };
        const { contributions, jurisdictions, ...figures } = figuresOf(score(drawn));
        const after = figuresOf(
          score(
            change(drawn, {
              paths: drawn.assessment.paths.map(({ jurisdiction, jurisdictions, ...path }) => ({
                ...path,
                ...(jurisdictions ? { jurisdictions: jurisdictions.map(relabel) } : { jurisdiction: relabel(jurisdiction as string) }),
              })),
              incidents: (drawn.assessment.incidents ?? []).map(({ jurisdiction, ...incident }) => ({
                ...incident,
                ...(jurisdiction && { jurisdiction: relabel(jurisdiction) }),
              })),
            }),
            relabelled,
          ),
        );
        expect(after).toMatchObject(figures);
        expect(after.jurisdictions).toEqual(Object.fromEntries(Object.entries(jurisdictions).map(([code, exposure]) => [relabel(code), exposure])));
        // A tie goes by name, so the tenth that is left over may move between two that tie.
        expect(after.contributions.map(({ tenths }) => tenths).sort()).toEqual(contributions.map(({ tenths }) => tenths).sort());
      }),
    );
  });

  it('19: EU/EEA paths add nothing to the triple, parts, ways and open', () => {
    const european = fc
      .constantFrom('IE', 'SE', 'NO', 'LI', 'EU', 'GB')
      .chain((code) => path.map((seed) => ({ ...seed, jurisdiction: code, jurisdictions: undefined })));
    fc.assert(
      fc.property(scenario, european, (drawn, seed) => {
        fc.pre(isEuEea(register, seed.jurisdiction, drawn.moment.asOf));
        const { paths } = drawn.assessment;
        const numbers = numbersOf(score(drawn));
        expect(numbersOf(score(change(drawn, { paths: [...paths, toPath(seed, 'european', drawn)] })))).toEqual(numbers);
        const without = paths.filter((path) => !codesOf(path).some((code) => isEuEea(register, code, drawn.moment.asOf)));
        const mixed = paths.filter((path) => path.jurisdictions && !without.includes(path));
        const foreign = mixed.flatMap(({ jurisdictions = [], id, ...path }) =>
          jurisdictions
            .filter((code) => !isEuEea(register, code, drawn.moment.asOf))
            .map((code) => ({ ...path, id: `${id}-${code.toLowerCase()}`, jurisdiction: code })),
        );
        expect(numbersOf(score(change(drawn, { paths: [...without, ...foreign] })))).toEqual(numbers);
      }),
    );
  });

  it('20: the waterfall sums exactly in tenths', () => {
    fc.assert(
      fc.property(scenario, (drawn) => {
        const { contributions, score: triple } = score(drawn);
        expect(contributions.reduce((sum, { tenths }) => sum + tenths, 0)).toBe(triple[1]);
        expect(contributions.every(({ tenths }) => Number.isInteger(tenths) && tenths >= 0)).toBe(true);
      }),
    );
  });

  it('21: the vector is lossless', () => {
    fc.assert(
      fc.property(scenario, (drawn) => {
        const scored = score(drawn);
        const vector = toVector(scored, register);
        const again = scoreFindings(parseVector(vector), register, CURRENT);
        // EU/EEA paths keep their modes only, so their names are gone; they add nothing to any figure.
        const { jurisdictions: _, ...published } = figuresOf(again);
        expect(figuresOf(scored)).toMatchObject(published);
        expect(toVector(again, register)).toBe(vector);
      }),
    );
  });

  it('22: the score is at least the strongest jurisdiction', () => {
    fc.assert(
      fc.property(scenario, (drawn) => {
        const { jurisdictions, score: triple } = score(drawn);
        for (const column of [0, 1, 2] as const)
          expect(triple[column]).toBeGreaterThanOrEqual(toTenths(Math.max(...[...jurisdictions.values()].map((exposure) => exposure[column]))));
      }),
    );
  });

  it('24: storage not proven complete and no clearText: open = 100, and high does not know of it', () => {
    fc.assert(
      fc.property(scenario, (drawn) => {
        const { clearText: _, ...assessment } = drawn.assessment;
        const { storage: __, ...complete } = assessment.complete ?? {};
        const scored = score({ assessment: { ...assessment, complete }, moment: drawn.moment });
        expect([scored.open.whole, scored.open.storage]).toEqual([1000, 1000]);
        expect(rangesOf(scored)).toEqual(rangesOf(score(drawn)));
      }),
    );
  });

  it('25: each part and each way <= the whole', () => {
    fc.assert(
      fc.property(scenario, (drawn) => {
        const [whole, ...others] = rangesOf(score(drawn)) as [Triple, ...Triple[]];
        for (const column of [0, 1, 2] as const) expect(Math.max(...others.map((range) => range[column]))).toBeLessThanOrEqual(whole[column]);
      }),
    );
  });

  it('26: several safeguards in any order on one path give the same bits', () => {
    fc.assert(
      fc.property(scenario, path, fc.array(safeguard, { minLength: 3, maxLength: 8 }), keys, (drawn, seed, seeds, keys) => {
        const withSafeguards = (order: typeof seeds): Scenario =>
          change(drawn, { paths: [{ ...toPath(seed, 'guarded', drawn), safeguards: order.map((one) => toSafeguard(one, drawn)) }] });
        const factorsOf = (scored: ReturnType<typeof score>) => scored.paths.map(({ factors, exposure }) => ({ factors, exposure }));
        const asGiven = score(withSafeguards(seeds));
        const shuffled = score(withSafeguards(shuffle(seeds, keys)));
        expect(factorsOf(shuffled)).toEqual(factorsOf(asGiven));
        expect(figuresOf(shuffled)).toEqual(figuresOf(asGiven));
      }),
    );
  });

  it('29: of the figures, completeness moves open alone', () => {
    everyChange(
      fc.tuple(scenario, fc.constantFrom(...MODES), fc.array(evidence, { minLength: 1, maxLength: 4 })),
      ([before, mode, seeds]) => [
        before,
        change(before, { complete: { ...before.assessment.complete, [mode]: { evidence: seeds.map((seed) => toEvidence(seed, before)) } } }),
      ],
      (before, after) => JSON.stringify([rangesOf(before), before.contributions]) === JSON.stringify([rangesOf(after), after.contributions]),
    );
  });
});
