import type { Assessment, Path } from '../domain/facts/assessment.ts';
import type { WeakSpot } from './weak-spot.ts';

const PLACE =
  /\b(countr(y|ies)|jurisdictions?|regions?|places?|locations?|located|offices?|world(wide)?|global(ly)?|international(ly)?|outside|abroad|elsewhere|overseas)\b/i;

/** Paths that are one sentence written several times, that no source gives a place, or whose end does not fit the days. */
export function checkPlaces({ paths, asOf }: Assessment): WeakSpot[] {
  const first = new Map<string, Path>();
  return paths.flatMap((path, i): WeakSpot[] => {
    const steps = ['paths', i];
    const alike = toRest(path);
    const before = first.get(alike);
    if (before === undefined) first.set(alike, path);
    const spots: WeakSpot[] = [];
    if (before !== undefined)
      spots.push({
        rule: 'one-sentence-many-paths',
        steps,
        what: `says the same as "${before.id}" of another place: one entry with "jurisdictions" holds both`,
      });
    if (
      path.jurisdiction === 'ZZ' &&
      path.evidence.every(({ quote, locator = '', language }) => quote !== undefined && language === undefined && !PLACE.test(`${quote} ${locator}`))
    )
      spots.push({
        rule: 'no-place-named',
        steps,
        what: 'stands for a third country, and its quotes name no place at all: that is no path, and counts as open',
      });
    return [...spots, ...checkEnd(path, steps, asOf)];
  });
}

function checkEnd({ ended, evidence }: Path, steps: readonly PropertyKey[], asOf: string): WeakSpot[] {
  if (ended === undefined) return [];
  const at = [...steps, 'ended', 'on'];
  if (ended.on > asOf)
    return [{ rule: 'ends-later', steps: at, what: `ends on ${ended.on}, after the day of the facts (${asOf}): on that day it counts for nothing` }];
  const later = evidence.find(({ stance, observed }) => stance !== 'contradicts' && observed > ended.on);
  if (later === undefined) return [];
  return [
    {
      rule: 'seen-after-its-end',
      steps: at,
      what: `ended on ${ended.on}, and "${later.source}" still speaks for ${later.observed}: which of them is right?`,
    },
  ];
}

/** All of a path but where and who. */
function toRest({ id: _, jurisdiction: _place, jurisdictions: _places, party: _party, note: _note, ...rest }: Path): string {
  return JSON.stringify(rest);
}
