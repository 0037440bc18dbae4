import { guessLanguage } from '../vault/language.ts';
import { BREAK, fold, foldClauses } from './fold.ts';
import { type Block, readBlocks } from './read-blocks.ts';
import { keyOf, type Sentence, toSentences } from './read-sentences.ts';

/** A sentence with the words by which it is compared. */
export type Keyed = Sentence & { readonly key: string };

/** A text as it is compared with another. What it takes is made when it is first needed: to find quotes takes less than to compare. */
export type Compared = ReturnType<typeof compare>;

const JOINTS = /(?<= )(?:and|or|et|ou|und|oder|sowie) /gu;
const withoutJoints = (words: string) => words.replace(JOINTS, '');

/** The last few texts: a baseline is compared with every version that follows it. */
const made = new Map<string, Compared>();
const MOST_MADE = 4;

/** Reads a text (Markdown as recorded) for comparison. */
export function toCompared(markdown: string): Compared {
  const compared = made.get(markdown) ?? compare(readBlocks(markdown));
  made.delete(markdown);
  made.set(markdown, compared);
  for (const oldest of made.keys()) if (made.size > MOST_MADE) made.delete(oldest);
  return compared;
}

function compare(blocks: readonly Block[]) {
  const groups = once(() => toGroups(blocks));
  const plain = once(() => blocks.map(({ text }) => text).join('\n\n'));
  const clauses = once(() => BREAK + foldClauses(...blocks.map(({ text }) => text)) + BREAK);
  const ofProse = () => blocks.filter(({ group }) => group === undefined).map(({ text }) => text);
  return {
    plain,
    blocks,
    asWritten: once(() => new Set(blocks.map(writtenOf))),
    /** Items that stand under one lead-in. */
    groups,
    /** All its clauses in their order, and each once. */
    clauses,
    clauseSet: once(() => new Set(clauses().split(BREAK))),
    words: once(() => clauses().replaceAll(BREAK, ' ')),
    /** The words of its prose and of its lists alone, without what joins the last member of a row. */
    prose: once(() => withoutJoints(` ${fold(ofProse().join('\n'))} `)),
    lists: once(() => withoutJoints(` ${groups().map(keyOfGroup).join(' ')} `)),
    /** What its commonest words are of; undefined where they do not tell. */
    language: once(() => guessLanguage(plain())),
  };
}

/** Blocks that are written alike need no folding. */
const writtenOf = ({ text, lead }: Block) => (lead === undefined ? text : `${lead}\n${text}`);

function once<T>(make: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: make() };
    return value.of;
  };
}

/** The sentences of each of two texts whose words do not stand in the other, wherever and however they are set. */
export function listUnlike(one: Compared, other: Compared, language: string): Unlike {
  const known = listed.get(one);
  if (known?.other === other && known.language === language) return known.unlike;
  const unlike = listAnew(one, other, language);
  listed.set(one, { other, language, unlike });
  return unlike;
}

type Unlike = { readonly went: readonly Keyed[]; readonly came: readonly Keyed[] };
/** Suspicion, comparison and quotes ask the same of two texts. */
const listed = new WeakMap<Compared, { readonly other: Compared; readonly language: string; readonly unlike: Unlike }>();

function listAnew(one: Compared, other: Compared, language: string): Unlike {
  const [old, young] = [toLeft(one, other), toLeft(other, one)];
  const [went, came] = [toCandidates(old, young, one, other, language), toCandidates(young, old, other, one, language)];
  const clausesOf = (candidates: readonly Candidate[]) => new Set(candidates.map(({ clauses }) => clauses));
  return { went: drop(went, clausesOf(came), one, other), came: drop(came, clausesOf(went), other, one) };
}

/** The blocks that are not written so in the other text, by their words. */
const toLeft = (own: Compared, other: Compared) =>
  new Map(own.blocks.filter((block) => !other.asWritten().has(writtenOf(block))).map((block) => [block, keyOf(block)]));

type Candidate = { readonly block: Block; readonly sentence: Keyed; readonly clauses: string };

/** The sentences of the blocks that have no like: blocks that are alike need no cutting into sentences. */
function toCandidates(
  left: ReadonlyMap<Block, string>,
  others: ReadonlyMap<Block, string>,
  own: Compared,
  other: Compared,
  language: string,
): Candidate[] {
  const known = new Set(others.values());
  const blocks = [...left].filter(([, key]) => key !== '' && !known.has(key)).map(([block]) => block);
  const isOfList = blocks.some(({ group }) => group !== undefined);
  const isReset = new Set(
    isOfList
      ? own
          .groups()
          .filter((group) => other.prose().includes(withoutJoints(` ${keyOfGroup(group)} `)))
          .flat()
      : [],
  );
  return blocks
    .filter((block) => !isReset.has(block))
    .flatMap((block) =>
      toSentences(block, language).map((sentence) => {
        const clauses = foldClauses(sentence.lead === undefined ? sentence.text : `${sentence.lead} ${sentence.text}`);
        return { block, sentence: { ...sentence, key: clauses.replaceAll(BREAK, ' ') }, clauses };
      }),
    )
    .filter(({ clauses }) => clauses !== '');
}

function drop(candidates: readonly Candidate[], alike: ReadonlySet<string>, own: Compared, other: Compared): Keyed[] {
  const stands = ({ sentence, clauses }: Candidate) =>
    alike.has(clauses) ||
    (clauses.split(BREAK).every((clause) => other.clauseSet().has(clause)) && other.clauses().includes(BREAK + clauses + BREAK)) ||
    (sentence.group === undefined && other.lists().includes(withoutJoints(` ${sentence.key} `)));
  const unlike = new Set(candidates.filter((candidate) => !stands(candidate)));
  // Of a list that is not there any more, the items that stand somewhere else belong to what it became.
  const listed = new Set([...unlike].filter(({ block }) => block.group !== undefined).map(({ block }) => block));
  const broken = new Set(
    listed.size === 0
      ? []
      : own
          .groups()
          .filter((group) => group.some((block) => listed.has(block)))
          .flat(),
  );
  return candidates.filter((one) => unlike.has(one) || broken.has(one.block)).map(({ sentence }) => sentence);
}

function toGroups(blocks: readonly Block[]): Block[][] {
  const groups = new Map<string, Block[]>();
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
