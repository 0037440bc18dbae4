import type { Change, Difference } from './change.ts';
import { ASPECTS, type Claim, TOPICS } from './claim.ts';
import type { ChangedGroup, ReadSentence } from './group-changes.ts';

/** Of each aspect, the values that a claim has. */
const VALUES: Readonly<Record<Difference['aspect'], (claim: Claim) => readonly { readonly value: string }[]>> = {
  topic: ({ topics }) => topics,
  country: ({ countries }) => countries,
  tool: ({ tools }) => tools,
  party: ({ parties }) => parties,
  modality: ({ modalities }) => modalities,
  joint: ({ joints }) => joints,
};

/** What tells the two sides of a change apart, and whether a person must look; undefined where they say the same in the same words. */
export function describeChange({ went, came }: ChangedGroup): Change | undefined {
  const differs = listDifferences(went, came);
  if (differs.length === 0 && wordsOf(went) === wordsOf(came)) return undefined;
  const topics = TOPICS.filter((topic) => [...went, ...came].some(({ claim }) => claim.topics.some(({ value }) => value === topic)));
  return {
    kind: went.length === 0 ? 'came' : came.length === 0 ? 'went' : 'reworded',
    before: textOf(went),
    after: textOf(came),
    topics,
    differs,
    grade: differs.some(({ aspect }) => aspect !== 'topic') ? 'review' : 'digest',
  };
}

function listDifferences(went: readonly ReadSentence[], came: readonly ReadSentence[]): Difference[] {
  return ASPECTS.flatMap((aspect) => {
    const [old, young] = [went, came].map((side) => [...new Set(side.flatMap(({ claim }) => VALUES[aspect](claim).map(({ value }) => value)))]) as [
      string[],
      string[],
    ];
    const gone = old.filter((value) => !young.includes(value)).sort();
    const fresh = young.filter((value) => !old.includes(value)).sort();
    return gone.length + fresh.length === 0 ? [] : [{ aspect, came: fresh, went: gone }];
  });
}

const textOf = (side: readonly ReadSentence[]): string | null =>
  side.length === 0 ? null : side.map(({ text, lead }) => (lead === undefined ? text : `${lead} ${text}`)).join(' ');
/** Cut into sentences or joined, in whatever order. */
const wordsOf = (side: readonly ReadSentence[]): string =>
  side
    .flatMap(({ key }) => key.split(' '))
    .sort()
    .join(' ');
