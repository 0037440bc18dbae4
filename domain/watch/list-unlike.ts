import { BREAK, fold, foldClauses } from './fold.ts';
import type { Block } from './read-blocks.ts';
import { keyOf, type Sentence, toSentences } from './read-sentences.ts';

/** A sentence with the words by which it is compared. */
export type Keyed = Sentence & { readonly key: string };

type KeyedBlock = Block & { readonly key: string };

/** A text as it is compared with another. */
export type Compared = {
  readonly blocks: readonly KeyedBlock[];
  readonly keys: ReadonlySet<string>;
  /** Items that stand under one lead-in. */
  readonly groups: readonly (readonly KeyedBlock[])[];
  /** All its clauses in their order; the words of its prose and of its lists alone, without what joins the last member of a row. */
  readonly clauses: string;
  readonly prose: string;
  readonly lists: string;
};

const JOINTS = /(?<= )(?:and|or|et|ou|und|oder|sowie) /gu;
const withoutJoints = (words: string) => words.replace(JOINTS, '');

export function toCompared(blocks: readonly Block[]): Compared {
  const keyed = blocks.map((block) => ({ ...block, key: keyOf(block) })).filter(({ key }) => key !== '');
  const groups = toGroups(keyed);
  return {
    blocks: keyed,
    keys: new Set(keyed.map(({ key }) => key)),
    groups,
    clauses: `${BREAK}${keyed.map(({ text }) => foldClauses(text)).join(BREAK)}${BREAK}`,
    prose: withoutJoints(
      ` ${keyed
        .filter(({ group }) => group === undefined)
        .map(({ key }) => key)
        .join(' ')} `,
    ),
    lists: withoutJoints(` ${groups.map(keyOfGroup).join(' ')} `),
  };
}

/** The sentences of one text whose words do not stand in the other, wherever and however they are set. */
export function listUnlike(own: Compared, other: Compared, language: string): Keyed[] {
  const left = own.blocks.filter(({ key }) => !other.keys.has(key));
  if (left.length === 0) return [];
  const isReset = new Set(own.groups.filter((group) => other.prose.includes(withoutJoints(` ${keyOfGroup(group)} `))).flat());
  const stands = (sentence: Sentence, key: string) =>
    other.clauses.includes(BREAK + foldClauses(sentence.lead === undefined ? sentence.text : `${sentence.lead} ${sentence.text}`) + BREAK) ||
    (sentence.group === undefined && other.lists.includes(withoutJoints(` ${key} `)));
  const sentences = left
    .filter((block) => !isReset.has(block))
    .flatMap((block) => toSentences(block, language).map((sentence) => ({ block, sentence, key: keyOf(sentence) })));
  const unlike = new Set(sentences.filter(({ sentence, key }) => key !== '' && !stands(sentence, key)));
  // Of a list that is not there any more, the items that stand somewhere else belong to what it became.
  const broken = new Set(own.groups.filter((group) => [...unlike].some(({ block }) => group.includes(block))).flat());
  return sentences.filter((one) => unlike.has(one) || broken.has(one.block)).map(({ sentence, key }) => ({ ...sentence, key }));
}

function toGroups(blocks: readonly KeyedBlock[]): KeyedBlock[][] {
  const groups = new Map<string, KeyedBlock[]>();
  for (const block of blocks) {
    if (block.group === undefined) continue;
    const name = `${block.group} ${block.lead ?? ''}`;
    const group = groups.get(name) ?? [];
    group.push(block);
    groups.set(name, group);
  }
  return [...groups.values()];
}

const keyOfGroup = (group: readonly Block[]): string => fold([group[0]?.lead ?? '', ...group.map(({ text }) => text)].join(' '));
