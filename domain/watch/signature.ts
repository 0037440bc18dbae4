import type { Difference } from './change.ts';
import { ASPECTS, type Claim } from './claim.ts';

type Aspect = Difference['aspect'];
type Claimed = { readonly claim: Claim };

/** Of each aspect, the values that a claim has. */
const VALUES: Readonly<Record<Aspect, (claim: Claim) => readonly { readonly value: string }[]>> = {
  topic: ({ topics }) => topics,
  place: ({ places }) => places,
  tool: ({ tools }) => tools,
  party: ({ parties }) => parties,
  company: ({ companies }) => companies,
  modality: ({ modalities }) => modalities,
  joint: ({ joints }) => joints,
  'end-to-end': ({ topics, traits }) =>
    topics.some(({ value }) => value === 'encryption') ? traits.filter(({ value }) => value === 'end-to-end') : [],
};

const listOf = (side: readonly Claimed[], aspect: Aspect): string[] => [
  ...new Set(side.flatMap(({ claim }) => VALUES[aspect](claim).map(({ value }) => value))),
];

/** What tells two sides apart, by aspect. */
export function listDifferences(went: readonly Claimed[], came: readonly Claimed[]): Difference[] {
  return ASPECTS.flatMap((aspect) => {
    const [old, young] = [listOf(went, aspect), listOf(came, aspect)];
    // That one side joins nothing is said by its places.
    if (aspect === 'joint' && (old.length === 0 || young.length === 0)) return [];
    const gone = old.filter((value) => !young.includes(value)).sort();
    const fresh = young.filter((value) => !old.includes(value)).sort();
    return gone.length + fresh.length === 0 ? [] : [{ aspect, came: fresh, went: gone }];
  });
}

/** All that a side says, without its topics: "place CN", "modality may". */
export function valuesOf(side: readonly Claimed[]): string[] {
  return ASPECTS.filter((aspect) => aspect !== 'topic').flatMap((aspect) => listOf(side, aspect).map((value) => `${aspect} ${value}`));
}
