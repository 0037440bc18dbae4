import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { openMethod } from '../../bench/open-method.ts';

/** Stryker does not touch numbers, so this turns each figure of the method's tables by 1 % and prints those that no golden notices. */
const { weights, turn } = await openMethod();
const { scoreAssessment } = await import('../../domain/score/score.ts');
const { Assessment } = await import('../../domain/facts/assessment.ts');
const { readExamples, readRegister } = await import('../../bench/example-files.ts');

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const Golden = z.object({ cases: z.array(z.object({ assessment: z.union([z.string(), z.unknown()]), asOf: z.string(), knownBy: z.string() })) });
const goldens = ['expected.json', 'vectors.json'].flatMap((name) => Golden.parse(read(name)).cases);
const cases = [
  ...goldens.map(({ assessment, asOf, knownBy }) => ({ facts: typeof assessment === 'string' ? read(assessment) : assessment, asOf, knownBy })),
  ...readExamples().map(({ assessment, asOf }) => ({ facts: assessment, asOf, knownBy: asOf })),
].map(({ facts, ...moment }) => ({ assessment: Assessment.parse(facts), moment }));
const register = readRegister();

/** Published figures with what they are made of, to the bit; the register is copied because the core keeps each row's hazard. */
function scoreAll(): string {
  const law = structuredClone(register);
  return JSON.stringify(
    cases.map(({ assessment, moment }) => {
      const { score, parts, band, bandRange, confidence, gate, contributions, paths, unknowns, abuse } = scoreAssessment(assessment, law, moment);
      return [score, parts, band, bandRange, confidence, gate, contributions, paths.map(({ exposure }) => exposure), unknowns, abuse];
    }),
  );
}

type Place = readonly string[];
function* listFigures(value: unknown, at: Place = []): Generator<{ at: Place; figure: number }> {
  if (typeof value === 'number') yield { at, figure: value };
  else if (typeof value === 'object') for (const [key, member] of Object.entries(value ?? {})) yield* listFigures(member, [...at, key]);
}

/** A copy of the value with another figure at that place. */
function replace(value: unknown, [key, ...rest]: Place, figure: number): unknown {
  if (key === undefined) return figure;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  return Object.assign(copy, { [key]: replace((value as Record<string, unknown>)[key], rest, figure) });
}

const standing = scoreAll();
const figures = [...listFigures({ ...weights })];
const unnoticed = figures
  .filter(({ figure }) => Number.isFinite(figure))
  .filter(({ at, figure }) => {
    const [name = '', ...place] = at;
    const noticed = [figure * 1.01 + Number(figure === 0) * 0.01, figure * 0.99].some((turned) => {
      turn({ ...weights, [name]: replace(weights[name as keyof typeof weights], place, turned) });
      const moved = scoreAll() !== standing;
      turn(weights);
      return moved;
    });
    return !noticed;
  })
  .map(({ at }) => at.join('.'));

console.log(JSON.stringify({ figures: figures.length, unnoticed }));
