import type { Triple } from './belief.ts';
import { UNKNOWN_JURISDICTION } from './combine.ts';
import type { SmallestSet } from './explanation.ts';
import { BANDS } from './method.ts';
import { toRange } from './points.ts';
import { type BandName, bandOf } from './rating.ts';
import { addUp, inTenths, type Scored } from './score.ts';

type Candidate = { readonly jurisdictions: readonly string[]; readonly point: number };

/** For each lower band, the fewest jurisdictions (up to 3, exhaustively) whose end reaches it. Nothing is scored afresh. */
export function explainSmallestSets(scored: Scored): SmallestSet[] {
  if (scored.band === 'unrated') return [];
  const bands = BANDS.map(({ name }) => name);
  const lower = bands.slice(0, bands.indexOf(bandOf(scored.score[1]))).reverse();
  const bySize = [1, 2, 3].map((size) => endSets(scored, size));
  return lower.map((band) => findSmallest(scored, band, bySize));
}

function findSmallest(scored: Scored, band: BandName, bySize: readonly (readonly Candidate[])[]): SmallestSet {
  const limit = bandEnd(band);
  for (const candidates of bySize) {
    const reaching = candidates.filter(({ point }) => point < limit);
    const best = reaching.reduce<Candidate | undefined>((lowest, next) => (lowest && lowest.point <= next.point ? lowest : next), undefined);
    if (best)
      return { band, jurisdictions: [...best.jurisdictions], becomes: toRange(scoreWithout(scored, best.jurisdictions)), alternatives: reaching.length - 1 };
  }
  return { band, jurisdictions: [], alternatives: 0 };
}

/** The first tenth of a point that is above the band. */
function bandEnd(band: BandName): number {
  return (BANDS[BANDS.findIndex(({ name }) => name === band) + 1]?.from ?? Number.POSITIVE_INFINITY) * 10;
}

/** Every set of that many exposed jurisdictions, by name, with the point in tenths that is left when they end. */
function endSets(scored: Scored, size: number): Candidate[] {
  const exposed = [...scored.jurisdictions].filter(([of, [, point]]) => point > 0 && of !== UNKNOWN_JURISDICTION);
  return [...choose(exposed.map(([of]) => of).sort(), size)].map((jurisdictions) => ({ jurisdictions, point: scoreWithout(scored, jurisdictions)[1] }));
}

function scoreWithout(scored: Scored, ended: readonly string[]): Triple {
  const left = new Map([...scored.jurisdictions].filter(([of]) => !ended.includes(of)));
  return inTenths(addUp(left, scored.abuse, scored.floor).total);
}

function* choose(names: readonly string[], size: number): Generator<readonly string[]> {
  if (size === 0) yield [];
  for (const [i, name] of names.entries()) if (size > 0) for (const rest of choose(names.slice(i + 1), size - 1)) yield [name, ...rest];
}
