import type { Claim } from './claim.ts';
import { shareWords, toWordSet } from './likeness.ts';
import type { Keyed } from './list-unlike.ts';
import { valuesOf } from './signature.ts';

export type ReadSentence = Keyed & { readonly claim: Claim };
/** Sentences of both texts that are one change: a rewording has one of each, a sentence that was cut in two has one and two. */
export type ChangedGroup = { readonly went: readonly ReadSentence[]; readonly came: readonly ReadSentence[] };

/** What two sentences share where one stands in the place of the other. */
const NEAR = 0.5;
/** Sentences so near to one another, among those that changed, may have passed words from one to the other. */
const NEIGHBOURS = 2;
/** In a text that was written anew everything has neighbours. */
const FEW = 30;

/** Comparisons of two sentences. Where a longer text was written anew, each of its sentences came or went, and none is in the place of another. */
const MOST_COMPARED = 4_000_000;

type Side = 'went' | 'came';
type Node = { readonly side: Side; readonly at: number; readonly sentence: ReadSentence; readonly words: ReadonlySet<string> };

/**
 * Joins each relevant sentence with its nearest of the other text, both ways, and neighbours of which one lost what the other won;
 * gives the groups in which one is relevant.
 */
export function groupChanges(went: readonly ReadSentence[], came: readonly ReadSentence[]): ChangedGroup[] {
  const toNodes = (sentences: readonly ReadSentence[], side: Side) =>
    sentences.map((sentence, at): Node => ({ side, at, sentence, words: toWordSet(sentence.key) }));
  const [old, young] = [toNodes(went, 'went'), toNodes(came, 'came')];
  const nodes = [...young, ...old];
  const sets = toSets(nodes);
  const relevant = nodes.filter(isRelevant);
  const compared = relevant.reduce((sum, { side }) => sum + (side === 'went' ? young : old).length, 0);
  for (const node of compared > MOST_COMPARED ? [] : relevant) {
    const nearest = findNearest(node, node.side === 'went' ? young : old);
    if (nearest) sets.join(node, nearest);
  }
  const pairs = sets.list().filter((group) => group.some(isRelevant));
  if (nodes.length <= FEW)
    for (const [i, one] of pairs.entries())
      for (const other of pairs.slice(i + 1)) if (areNeighbours(one, other) && passedWords(one, other)) sets.join(one[0] as Node, other[0] as Node);
  return sets
    .list()
    .filter((group) => group.some(isRelevant))
    .map((group) => ({ went: sideOf(group, 'went'), came: sideOf(group, 'came') }));
}

const isRelevant = ({ sentence }: Node) => sentence.claim.topics.length > 0;
const sideOf = (group: readonly Node[], side: Side) => group.filter((node) => node.side === side).map(({ sentence }) => sentence);

/** The one that shares most; of equals the first by its words, so that both ways round give one answer. */
function findNearest({ words }: Node, others: readonly Node[]): Node | undefined {
  let best: { node: Node; share: number } | undefined;
  for (const node of others) {
    const share = shareWords(words, node.words);
    if (share < NEAR) continue;
    if (best === undefined || share > best.share || (share === best.share && node.sentence.key < best.node.sentence.key)) best = { node, share };
  }
  return best?.node;
}

const areNeighbours = (one: readonly Node[], other: readonly Node[]) =>
  one.some((node) => other.some(({ side, at }) => side === node.side && Math.abs(at - node.at) <= NEIGHBOURS)) ||
  (one.length === 1 && other.length === 1 && one[0]?.side !== other[0]?.side && Math.abs((one[0]?.at ?? 0) - (other[0]?.at ?? 0)) <= NEIGHBOURS);

/** Whether a value that went with one of them came with the other. */
function passedWords(one: readonly Node[], other: readonly Node[]): boolean {
  const values = (group: readonly Node[], side: Side, against: Side) => {
    const kept = new Set(valuesOf(sideOf(group, against)));
    return valuesOf(sideOf(group, side)).filter((value) => !kept.has(value));
  };
  const meets = (gone: readonly Node[], fresh: readonly Node[]) => {
    const left = new Set(values(gone, 'went', 'came'));
    return values(fresh, 'came', 'went').some((value) => left.has(value));
  };
  return meets(one, other) || meets(other, one);
}

/** Sets that are joined one by one. */
function toSets(nodes: readonly Node[]) {
  const parents = new Map(nodes.map((node) => [node, node]));
  const rootOf = (node: Node): Node => {
    const parent = parents.get(node) ?? node;
    return parent === node ? node : rootOf(parent);
  };
  return {
    join: (one: Node, other: Node) => parents.set(rootOf(one), rootOf(other)),
    list: (): Node[][] => {
      const sets = new Map<Node, Node[]>();
      for (const node of nodes) {
        const set = sets.get(rootOf(node)) ?? [];
        set.push(node);
        sets.set(rootOf(node), set);
      }
      return [...sets.values()];
    },
  };
}
