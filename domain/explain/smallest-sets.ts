import { combineFalling } from '../score/combine.ts';
import type { Method } from '../score/method.ts';
import { toRange } from '../score/points.ts';
import { type BandName, bandOf } from '../score/rating.ts';
import { toTenths } from '../score/rounding.ts';
import { addAbuse, addUp, inTenths, type Scored } from '../score/score.ts';
import type { SmallestSet } from './explanation.ts';

/** The most jurisdictions that a set may hold. */
const LARGEST_SET = 3;

type Best = { jurisdictions: readonly string[]; point: number; others: number };

/**
 * For each lower band, the fewest jurisdictions whose end reaches it; of equally many, those that lower the point most,
 * then by name. Exhaustive over the exposures of the jurisdictions; nothing is scored afresh.
 */
export function explainSmallestSets(scored: Scored): SmallestSet[] {
  if (scored.band === 'unrated') return [];
  const { bands } = scored.method;
  const reached = bands.findIndex(({ name }) => name === bandOf(scored.score[1], scored.method));
  const lower = bands.slice(0, reached).map(({ name }) => name);
  const found = new Map<BandName, Best>();
  for (let size = 1; size <= LARGEST_SET && found.size < lower.length; size += 1) {
    const ofThisSize = new Map<BandName, Best>();
    for (const { jurisdictions, point } of endSets(scored, size))
      for (const band of lower)
        if (!found.has(band) && point < bandEnd(band, scored.method)) ofThisSize.set(band, better(ofThisSize.get(band), jurisdictions, point));
    for (const [band, best] of ofThisSize) found.set(band, best);
  }
  return lower.reverse().map((band) => toSmallestSet(scored, band, found.get(band)));
}

function better(best: Best | undefined, jurisdictions: readonly string[], point: number): Best {
  if (best === undefined) return { jurisdictions, point, others: 0 };
  return { ...(point < best.point ? { jurisdictions, point } : best), others: best.others + 1 };
}

function toSmallestSet(scored: Scored, band: BandName, best: Best | undefined): SmallestSet {
  if (best === undefined) return { band, jurisdictions: [], alternatives: 0 };
  const left = new Map([...scored.jurisdictions].filter(([of]) => !best.jurisdictions.includes(of)));
  const becomes = toRange(inTenths(addUp(left, scored.abuse, scored.floor, scored.method).total));
  return { band, jurisdictions: [...best.jurisdictions], becomes, alternatives: best.others };
}

/** Every set of that many exposed jurisdictions, by name, with the point, in tenths, that their end leaves. */
function* endSets({ jurisdictions, abuse, floor, method }: Scored, size: number): Generator<{ jurisdictions: readonly string[]; point: number }> {
  const falling = [...jurisdictions].sort(([, x], [, y]) => y[1] - x[1]);
  const exposures = falling.map(([, exposure]) => exposure[1]);
  const names = falling.map(([of]) => of);
  const places = [...names.keys()].filter((place) => (exposures[place] as number) > 0);
  places.sort((x, y) => ((names[x] as string) < (names[y] as string) ? -1 : 1));
  for (const set of choose(places, size)) {
    const point = Math.max(addAbuse(combineFalling(exposures, method, set), abuse[1], method), floor[1]);
    yield { jurisdictions: set.map((place) => names[place] as string), point: toTenths(point) };
  }
}

/** The first tenth of a point above the band. */
function bandEnd(band: BandName, { bands }: Method): number {
  return (bands[bands.findIndex(({ name }) => name === band) + 1]?.from ?? Number.POSITIVE_INFINITY) * 10;
}

function* choose(places: readonly number[], size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) yield [];
  else for (let i = from; i <= places.length - size; i += 1) for (const rest of choose(places, size - 1, i + 1)) yield [places[i] as number, ...rest];
}
