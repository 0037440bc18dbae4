import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CURRENT, type Method } from '../domain/score/method.ts';
import type { Band } from '../domain/score/rating.ts';
import { scoreAssessment } from '../domain/score/score.ts';
import { newestOf, readExamples, readRegister } from './example-files.ts';
import { seededRandom } from './seeded-random.ts';
import { kendallTau, mean, quantile } from './statistics.ts';
import { turnGroups, WEIGHT_GROUPS } from './weight-groups.ts';

/** The most by which a weight is turned, up or down. */
const REACH = 0.25;
/** Points by which two platforms differ enough for their order to mean something. */
const CLEARLY_APART = 10;

const { values: options } = parseArgs({
  options: { draws: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, print: { type: 'boolean', default: false } },
});
const draws = Number(options.draws);
const seed = Number(options.seed);

const files = readExamples();
const newest = newestOf(files);
const register = readRegister();

type Figure = { point: number; band: Band };

function scoreAll(method: Method): Figure[] {
  return files.map(({ assessment, asOf }) => {
    const { score, band } = scoreAssessment(assessment, register, { asOf, knownBy: asOf }, method);
    return { point: score[1], band };
  });
}

function scoreTurned(groups: readonly string[], random: () => number): Figure[] {
  return scoreAll(turnGroups(CURRENT, groups, (weight) => weight * (1 + REACH * (2 * random() - 1))));
}

const groups = Object.keys(WEIGHT_GROUPS);
const standing = scoreAll(CURRENT);
const all = Array.from({ length: draws }, (_, i) => scoreTurned(groups, seededRandom(seed * 1_000_003 + i)));
/** Each group alone, with a tenth of the draws: how far it moves the point of each file on average. */
const alone = groups.map((group, g) =>
  Array.from({ length: Math.ceil(draws / 10) }, (_, i) => scoreTurned([group], seededRandom(seed * 2_000_003 + g * 100_003 + i))),
);

const ofNewest = (figures: readonly Figure[]) => newest.map((file) => figures[files.indexOf(file)]?.point ?? Number.NaN);
const taus = all.map((figures) => kendallTau(ofNewest(standing), ofNewest(figures)));
/** Pairs of platforms that stand clearly apart: in what share of draws the one above stays above. */
const apart = newest
  .flatMap((_, i) => newest.map((_, j) => [i, j] as const))
  .filter(([i, j]) => (ofNewest(standing)[i] ?? 0) - (ofNewest(standing)[j] ?? 0) >= CLEARLY_APART * 10);
const kept = all.map(ofNewest).map((points) => mean(apart.map(([i, j]) => ((points[i] ?? 0) > (points[j] ?? 0) ? 1 : 0))));
const round = (value: number, places: number) => Number(value.toFixed(places));

const result = {
  method: CURRENT.version,
  register: register.version,
  seed,
  draws,
  reach: REACH,
  order: {
    platforms: newest.length,
    meanTau: round(mean(taus), 3),
    fifthPercentileTau: round(quantile(taus, 0.05), 3),
    lowestTau: round(Math.min(...taus), 3),
    sameOrder: round(taus.filter((tau) => tau > 1 - 1e-9).length / draws, 3),
    clearlyApart: CLEARLY_APART,
    clearPairs: apart.length,
    clearPairsKept: round(mean(kept), 4),
  },
  files: files.map(({ platform, asOf }, i) => {
    const points = all.map((figures) => figures[i]?.point ?? Number.NaN);
    const moves = groups.map((group, g) => ({
      group,
      points: round(mean((alone[g] ?? []).map((figures) => Math.abs((figures[i]?.point ?? 0) - (standing[i]?.point ?? 0)))) / 10, 2),
    }));
    return {
      platform,
      asOf,
      point: (standing[i]?.point ?? Number.NaN) / 10,
      band: standing[i]?.band,
      from: quantile(points, 0.05) / 10,
      to: quantile(points, 0.95) / 10,
      keepsBand: round(all.filter((figures) => figures[i]?.band === standing[i]?.band).length / draws, 3),
      movedMostBy: moves.sort((a, b) => b.points - a.points || (a.group < b.group ? -1 : 1)).slice(0, 3),
    };
  }),
};

const text = `${JSON.stringify(result, null, 1)}\n`;
if (options.print) process.stdout.write(text);
else writeFileSync(new URL('../docs/sensitivity.json', import.meta.url), text);
