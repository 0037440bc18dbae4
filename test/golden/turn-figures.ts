import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { readExamples } from '../../bench/example-files.ts';
import { Assessment } from '../../domain/facts/assessment.ts';
import { CURRENT, type Method } from '../../domain/score/method.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { register } from '../register.ts';

/** Stryker does not touch numbers, so this turns each figure of the method's tables by 1 % and prints those that no golden notices. */
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const Golden = z.object({ cases: z.array(z.object({ assessment: z.union([z.string(), z.unknown()]), asOf: z.string(), knownBy: z.string() })) });
const goldens = ['expected.json', 'vectors.json'].flatMap((name) => Golden.parse(read(name)).cases);
const cases = [
  ...goldens.map(({ assessment, asOf, knownBy }) => ({ facts: typeof assessment === 'string' ? read(assessment) : assessment, asOf, knownBy })),
  ...readExamples().map(({ assessment, asOf }) => ({ facts: assessment, asOf, knownBy: asOf })),
].map(({ facts, ...moment }) => ({ assessment: Assessment.parse(facts), moment }));

/** Published figures with what they are made of, to the bit. */
function scoreAll(method: Method): string {
  return JSON.stringify(
    cases.map(({ assessment, moment }) => {
      const { score, parts, ways, open, band, bandRange, confidence, gate, contributions, paths, lists, abuse } = scoreAssessment(
        assessment,
        register,
        moment,
        method,
      );
      return [score, parts, ways, open, band, bandRange, confidence, gate, contributions, paths.map(({ exposure }) => exposure), lists, abuse];
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

const standing = scoreAll(CURRENT);
const figures = [...listFigures(CURRENT)];
const unnoticed = figures
  .filter(({ figure }) => Number.isFinite(figure))
  .filter(({ at, figure }) => {
    const turned = [figure * 1.01 + Number(figure === 0) * 0.01, figure * 0.99];
    return turned.every((other) => scoreAll(replace(CURRENT, at, other) as Method) === standing);
  })
  .map(({ at }) => at.join('.'));

console.log(JSON.stringify({ figures: figures.length, unnoticed }));
