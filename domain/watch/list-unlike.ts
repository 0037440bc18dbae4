import { fold } from './fold.ts';
import type { Block } from './read-blocks.ts';
import { keyOf, type Sentence, toSentences } from './read-sentences.ts';

/** A sentence with the words by which it is compared. */
export type Keyed = Sentence & { readonly key: string };

/** A text as it is compared with another. */
export type Compared = {
  readonly blocks: readonly (Block & { readonly key: string })[];
  readonly keys: ReadonlySet<string>;
  /** All its words in their order, and those of its prose and of its lists alone, without what joins the last member of a row. */
  readonly words: string;
  readonly prose: string;
  readonly lists: string;
};

const JOINTS = /(?<= )(?:and|or|et|ou|und|oder|sowie) /gu;
const withoutJoints = (words: string) => words.replace(JOINTS, '');

export function toCompared(blocks: readonly Block[]): Compared {
  const keyed = blocks.map((block) => ({ ...block, key: keyOf(block) }));
  const joined = (some: readonly Block[]) => ` ${some.map(({ text }) => fold(text)).join(' ')} `;
  return {
    blocks: keyed,
    keys: new Set(keyed.map(({ key }) => key)),
    words: joined(blocks),
    prose: withoutJoints(joined(blocks.filter(({ group }) => group === undefined))),
    lists: withoutJoints(` ${toGroups(blocks).map(keyOfGroup).join(' ')} `),
  };
}

/** The sentences of one text whose words do not stand in the other, wherever and however they are set. */
export function listUnlike(own: Compared, other: Compared, language: string): Keyed[] {
  const left = own.blocks.filter(({ key }) => key !== '' && !other.keys.has(key));
  const reset = new Set(
    toGroups(own.blocks)
      .filter((group) => other.prose.includes(withoutJoints(` ${keyOfGroup(group)} `)))
      .flat(),
  );
  return left
    .filter((block) => !reset.has(block))
    .flatMap((block) => toSentences(block, language).map((sentence) => ({ ...sentence, key: keyOf(sentence) })))
    .filter(({ key, group }) => {
      const words = ` ${key} `;
      return key !== '' && !other.words.includes(words) && !(group === undefined && other.lists.includes(withoutJoints(words)));
    });
}

/** Items that stand under one lead-in. */
function toGroups<T extends Block>(blocks: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const block of blocks) {
    if (block.group === undefined) continue;
    const name = `${block.group} ${block.lead ?? ''}`;
    groups.set(name, [...(groups.get(name) ?? []), block]);
  }
  return [...groups.values()];
}

const keyOfGroup = (group: readonly Block[]): string => fold([group[0]?.lead ?? '', ...group.map(({ text }) => text)].join(' '));
