import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, Path } from '../../../domain/facts/assessment.ts';
import { addDays, toDayNumber } from '../../../domain/facts/date.ts';
import type { Evidence, Source } from '../../../domain/facts/evidence.ts';
import { MODES } from '../../../domain/facts/vocabulary.ts';
import type { Triple } from '../../../domain/score/belief.ts';
import type { Scored } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';
import { evidence, incident, path, scenario } from '../arbitraries.ts';
import { everyChange } from '../every-change.ts';
import {
  change,
  changePath,
  codesOf,
  figuresOf,
  mapEvidence,
  opensOf,
  rangesOf,
  type Scenario,
  score,
  toEvidence,
  toIncident,
  toPath,
} from '../scenario.ts';

const agreeing = evidence.map((seed) => ({ ...seed, stance: 'supports' as const }));
const contradicting = evidence.map((seed) => ({ ...seed, stance: 'contradicts' as const }));

const uncontradicted = (list: Evidence[]): Evidence[] => {
  const supporting = list.filter(({ stance }) => stance !== 'contradicts');
  return supporting.length > 0 ? supporting : list.map(({ stance: _, ...item }) => item);
};

/** The new range of the whole, of each part and of each way lies in the old one. */
function liesWithin(before: Scored, after: Scored): boolean {
  return eachRange(before, after, ([low, , high], [lowAfter, , highAfter]) => lowAfter >= low && highAfter <= high);
}

function eachRange(before: Scored, after: Scored, holds: (before: Triple, after: Triple) => boolean): boolean {
  const ranges = rangesOf(after);
  return rangesOf(before).every((range, i) => holds(range, ranges[i] as Triple));
}

const isOf = (id: string, which: number, { assessment }: Scenario) => new RegExp(`^p${which % assessment.paths.length}(-..)?$`).test(id);

describe('what further evidence may do', () => {
  it('11: agreeing evidence on an admitted path that nothing contradicts: the new interval lies in the old', () => {
    everyChange(
      fc
        .tuple(scenario, fc.nat(), agreeing)
        .map(([drawn, which, seed]) => ({
          seed,
          which,
          before: changePath(drawn, which, (path) => ({ ...path, evidence: uncontradicted(path.evidence) })),
        }))
        .filter(({ before, which }) => score(before).findings.paths.some(({ id }) => isOf(id, which, before))),
      ({ before, which, seed }) => [
        before,
        changePath(before, which, (path) => ({ ...path, evidence: [...path.evidence, toEvidence(seed, before)] })),
      ],
      liesWithin,
    );
  });

  it('12: the same for a favourable fact that already has an existing supporting item and that nothing contradicts', () => {
    everyChange(
      fc
        .tuple(scenario, fc.nat(), agreeing)
        .map(([drawn, which, seed]) => {
          const facts = [...listFavourable(drawn.assessment)];
          const chosen = facts[which % facts.length];
          const edit = (with_: (list: Evidence[]) => Evidence[]) => mapEvidence(drawn, (list) => (list === chosen ? with_(list) : list));
          return { chosen, before: edit(uncontradicted), after: edit((list) => [...uncontradicted(list), toEvidence(seed, drawn)]) };
        })
        .filter(({ chosen, before }) => chosen !== undefined && uncontradicted(chosen).some((item) => exists(item, before))),
      ({ before, after }) => [before, after],
      liesWithin,
    );
  });

  it('13: evidence against a path never raises high', () => {
    everyChange(
      fc.tuple(scenario, fc.nat(), contradicting),
      ([before, which, seed]) => [before, changePath(before, which, (path) => ({ ...path, evidence: [...path.evidence, toEvidence(seed, before)] }))],
      (before, after) => eachRange(before, after, ([, , high], [, , highAfter]) => highAfter <= high),
    );
  });

  it('14: evidence not yet known is not used, nor a fact that rests on it alone', () => {
    const late = { title: 'Late', publisher: 'A publisher', reliability: 'A' } as const;
    const why = fc.constantFrom('not yet observed', 'late', 'withdrawn');
    fc.assert(
      fc.property(
        scenario,
        fc.array(fc.tuple(evidence, fc.integer({ min: 1, max: 900 }), why), { minLength: 1, maxLength: 4 }),
        path,
        incident,
        fc.constantFrom(...MODES),
        (drawn, seeds, pathSeed, incidentSeed, mode) => {
          const { asOf, knownBy } = drawn.moment;
          const [, days] = seeds[0] as (typeof seeds)[number];
          const scene = change(drawn, {
            sources: {
              ...drawn.assessment.sources,
              late: { ...late, published: addDays(knownBy, days) },
              withdrawn: { ...late, published: addDays(knownBy, -days), withdrawn: { on: addDays(knownBy, 1 - days), why: 'It was an error.' } },
            },
          });
          const unknown: Evidence[] = seeds.map(([seed, lateness, because]) => {
            if (because !== 'not yet observed') return { ...toEvidence(seed, drawn), source: because };
            const from = addDays(asOf, lateness);
            const observed = addDays(from, seed.since ?? 0);
            return { source: 's0', credibility: 1, observed, ...(seed.since !== undefined && { from }) };
          });
          const restingOnIt = mapEvidence(
            change(scene, { paths: [toPath(pathSeed, 'new', scene)], incidents: [toIncident(incidentSeed, 'new', scene)] }),
            () => unknown,
          ).assessment;
          const { paths, incidents = [], complete = {}, clearText } = scene.assessment;
          const withUnknown = mapEvidence(scene, (list) => [...list, ...unknown]).assessment;
          const later: Assessment = {
            ...withUnknown,
            paths: [...withUnknown.paths, ...restingOnIt.paths],
            incidents: [...(withUnknown.incidents ?? []), ...(restingOnIt.incidents ?? [])],
            complete: { [mode]: { evidence: unknown }, ...withUnknown.complete },
            clearText: withUnknown.clearText ?? { residual: 'public', evidence: unknown },
          };
          const after = score({ assessment: later, moment: drawn.moment });
          expect(figuresOf(after)).toEqual(figuresOf(score(drawn)));
          expect(after.paths.length + after.findings.leads.paths.length).toBeLessThanOrEqual(paths.flatMap(codesOf).length);
          expect(after.findings.incidents.length).toBeLessThanOrEqual(incidents.length);
          if (!complete[mode]) expect(after.findings.complete[mode]).toEqual([0, 0, 0]);
          if (!clearText) expect(after.findings.clearText).toBeUndefined();
        },
      ),
    );
  });
});

describe('what passing time alone may do', () => {
  /** Nothing contradicted, no incidents, and a later moment before anything else happens. */
  const ageing = fc
    .tuple(scenario, fc.nat(2000), fc.boolean())
    .map(([drawn, days, learns]) => {
      const before = change(mapEvidence(drawn, uncontradicted), { incidents: [] });
      const room = Math.min(...[...listDates(before, learns)].filter((days) => days > 0), 3000) - 1;
      const later = room > 0 ? 1 + (days % room) : 0;
      const { asOf, knownBy } = before.moment;
      return { before, later, after: { ...before, moment: { asOf: addDays(asOf, later), knownBy: learns ? addDays(knownBy, later) : knownBy } } };
    })
    .filter(({ later }) => later > 0);

  it('15: ageing alone never narrows', () => {
    everyChange(
      ageing,
      ({ before, after }) => [before, after],
      (before, after) => eachRange(before, after, ([low, , high], [lowAfter, , highAfter]) => highAfter - lowAfter >= high - low),
    );
  });

  it('16: ageing alone never lowers point, high or open', () => {
    everyChange(
      ageing,
      ({ before, after }) => [before, after],
      (before, after) =>
        eachRange(before, after, ([, point, high], [, pointAfter, highAfter]) => pointAfter >= point && highAfter >= high) &&
        opensOf(before).every((open, i) => (opensOf(after)[i] as number) >= open),
    );
  });
});

function exists({ source, observed, from = observed }: Evidence, { assessment, moment }: Scenario): boolean {
  const { published, withdrawn } = assessment.sources[source] as Source;
  return from <= moment.asOf && published <= moment.knownBy && !(withdrawn && withdrawn.on <= moment.knownBy);
}

/** The lists of evidence behind every favourable fact. */
function* listFavourable({ paths, complete = {}, clearText }: Assessment): Generator<Evidence[]> {
  for (const { safeguards = [], transfer, ended } of paths as Path[])
    for (const fact of [...safeguards, transfer, ended]) if (fact) yield fact.evidence;
  for (const fact of [...Object.values(complete), clearText]) if (fact) yield fact.evidence;
}

/** In how many days something else than passing time would touch the score: negative where it already has. */
function* listDates({ assessment, moment }: Scenario, learns: boolean): Generator<number> {
  const until = (date: string | null | undefined, from: string) => (date ? toDayNumber(date) - toDayNumber(from) : Number.POSITIVE_INFINITY);
  const untilAsOf = (...dates: (string | null | undefined)[]) => dates.map((date) => until(date, moment.asOf));
  const untilKnown = (...dates: (string | null | undefined)[]) => (learns ? dates.map((date) => until(date, moment.knownBy)) : []);
  const lists: Evidence[] = [];
  mapEvidence({ assessment, moment }, (list) => {
    lists.push(...list);
    return list;
  });
  for (const { observed, from } of lists) yield* untilAsOf(observed, from);
  for (const { published, withdrawn } of Object.values(assessment.sources)) yield* untilKnown(published, withdrawn?.on);
  for (const path of assessment.paths) {
    yield* untilAsOf(path.ended?.on);
    for (const code of codesOf(path)) {
      for (const { country, from, to } of register.euEea) if (country === code) yield* untilAsOf(from, to);
      for (const { from, to, adequacy, knownFrom = {} } of register.jurisdictions[code]?.rows ?? []) {
        yield* untilAsOf(from, to, adequacy?.from, adequacy?.to);
        yield* untilKnown(...Object.values(knownFrom));
      }
    }
  }
}
