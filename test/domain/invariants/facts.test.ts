import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, Path } from '../../../domain/facts/assessment.ts';
import { DATA_CLASSES, type DataClass, MODES, ORGANISATIONAL_SAFEGUARDS } from '../../../domain/facts/vocabulary.ts';
import type { Scored } from '../../../domain/score/score.ts';
import { ended, incident, path, safeguard, scenario } from '../arbitraries.ts';
import { everyChange } from '../every-change.ts';
import { change, changePath, figuresOf, opensOf, raisesNothing, rangesOf, score, toEnded, toIncident, toPath, toSafeguard } from '../scenario.ts';

const lowersNothing = (before: Scored, after: Scored) => raisesNothing(after, before);

describe('what a further fact may do', () => {
  it('5: a further path lowers no figure', () => {
    everyChange(
      fc.tuple(scenario, path),
      ([before, seed]) => [before, change(before, { paths: [...before.assessment.paths, toPath(seed, 'further', before)] })],
      lowersNothing,
    );
  });

  it('6: a further operating safeguard raises nothing', () => {
    everyChange(
      fc.tuple(scenario, fc.nat(), safeguard),
      ([before, which, seed]) => [
        before,
        changePath(before, which, (path) => withSafeguard(path, { ...toSafeguard(seed, before), status: 'operating' })),
      ],
      raisesNothing,
    );
  });

  it('7: an announced safeguard changes nothing', () => {
    fc.assert(
      fc.property(scenario, fc.nat(), safeguard, (before, which, seed) => {
        const after = changePath(before, which, (path) => withSafeguard(path, { ...toSafeguard(seed, before), status: 'announced' }));
        expect(figuresOf(score(after))).toEqual(figuresOf(score(before)));
      }),
    );
  });

  it('8: a further incident lowers nothing', () => {
    everyChange(
      fc.tuple(scenario, incident),
      ([before, seed]) => [before, change(before, { incidents: [...(before.assessment.incidents ?? []), toIncident(seed, 'further', before)] })],
      lowersNothing,
    );
  });

  it('9: a higher data class lowers nothing, on a path or as what the operator holds in the clear', () => {
    const climb = fc.integer({ min: 0, max: 4 });
    everyChange(
      fc.tuple(scenario, fc.nat(), climb, climb, climb, climb),
      ([before, which, low, point, high, residual]) => {
        const after = changePath(before, which, (path) => {
          const { data } = path;
          const classes = typeof data === 'string' ? { low: data, point: data, high: data } : data;
          const raised = {
            low: raise(classes.low, low),
            point: raise(classes.point, Math.max(low, point)),
            high: raise(classes.high, Math.max(low, point, high)),
          };
          return { ...path, data: raised };
        });
        const { clearText } = before.assessment;
        return [before, clearText ? change(after, { clearText: { ...clearText, residual: raise(clearText.residual, residual) } }) : after];
      },
      lowersNothing,
    );
  });

  it('10: forgetting a safeguard, a completeness or clearText never lowers high or open', () => {
    everyChange(
      fc.tuple(scenario, fc.nat()).filter(([{ assessment }]) => [...forgetOne(assessment)].length > 0),
      ([before, which]) => {
        const forgotten = [...forgetOne(before.assessment)];
        return [before, { ...before, assessment: forgotten[which % forgotten.length] as Assessment }];
      },
      (before, after) =>
        [...rangesOf(before).map(([, , high]) => high), ...opensOf(before)].every(
          (figure, i) => ([...rangesOf(after).map(([, , high]) => high), ...opensOf(after)][i] as number) >= figure,
        ),
    );
  });

  it('17: the end of a path raises nothing', () => {
    everyChange(
      fc.tuple(scenario, fc.nat(), ended),
      ([standing, which, seed]) => {
        const before = changePath(standing, which, ({ ended: _, ...path }) => path);
        return [before, changePath(before, which, (path) => ({ ...path, ended: toEnded(seed, before) }))];
      },
      raisesNothing,
    );
  });

  it('23: organisational measures leave at least 60 % of a path', () => {
    let cut = 0;
    fc.assert(
      fc.property(scenario, fc.array(safeguard, { minLength: 1, maxLength: 12 }), (drawn, seeds) => {
        const measures = seeds.map((seed, i) => ({
          ...toSafeguard(seed, drawn),
          kind: ORGANISATIONAL_SAFEGUARDS[i % ORGANISATIONAL_SAFEGUARDS.length] ?? seed.kind,
        }));
        const bare = change(drawn, {
          paths: drawn.assessment.paths.map((path) => ({ ...path, safeguards: (path.safeguards ?? []).filter(isTechnical) })),
        });
        const guarded = change(bare, {
          paths: bare.assessment.paths.map((path) => ({ ...path, safeguards: [...(path.safeguards ?? []), ...measures] })),
        });
        const before = score(bare).paths;
        for (const [i, { exposure }] of score(guarded).paths.entries())
          for (const [column, left] of exposure.entries()) {
            const whole = before[i]?.exposure[column] ?? Number.NaN;
            if (left < whole) cut += 1;
            expect(left).toBeGreaterThanOrEqual(0.6 * whole - 1e-12);
          }
      }),
    );
    expect(cut).toBeGreaterThan(0);
  });
});

type Safeguard = NonNullable<Path['safeguards']>[number];

function withSafeguard(path: Path, further: Safeguard): Path {
  return { ...path, safeguards: [...(path.safeguards ?? []), further] };
}

function isTechnical({ kind }: Safeguard): boolean {
  return !ORGANISATIONAL_SAFEGUARDS.some((organisational) => organisational === kind);
}

function raise(from: DataClass, by: number): DataClass {
  return DATA_CLASSES[Math.min(DATA_CLASSES.length - 1, DATA_CLASSES.indexOf(from) + by)] ?? from;
}

/** Every assessment that lacks one of the favourable facts which this one has. */
function* forgetOne(assessment: Assessment): Generator<Assessment> {
  for (const [i, path] of assessment.paths.entries())
    for (const forgotten of path.safeguards ?? [])
      yield { ...assessment, paths: assessment.paths.with(i, { ...path, safeguards: (path.safeguards ?? []).filter((kept) => kept !== forgotten) }) };
  for (const mode of MODES)
    if (assessment.complete?.[mode]) {
      const { [mode]: _, ...complete } = assessment.complete;
      yield { ...assessment, complete };
    }
  const { clearText, ...rest } = assessment;
  if (clearText) yield rest;
}
