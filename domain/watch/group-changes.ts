import type { Claim } from './claim.ts';
import { shareWords, toWordSet } from './likeness.ts';
import type { Keyed } from './list-unlike.ts';

export type ReadSentence = Keyed & { readonly claim: Claim };
/** Sentences of both texts that are one change: a rewording has one of each, a sentence that was cut in two has one and two. */
export type ChangedGroup = { readonly went: readonly ReadSentence[]; readonly came: readonly ReadSentence[] };

/** What two sentences share where one stands in the place of the other. */
const NEAR = 0.5;

type Node = { readonly side: 'went' | 'came'; readonly sentence: ReadSentence; readonly words: ReadonlySet<string> };

/** Joins each relevant sentence with its nearest of the other text, both ways, and gives the groups in which one is relevant. */
export function groupChanges(went: readonly ReadSentence[], came: readonly ReadSentence[]): ChangedGroup[] {
  const toNodes = (sentences: readonly ReadSentence[], side: Node['side']) =>
    sentences.map((sentence): Node => ({ side, sentence, words: toWordSet(sentence.key) }));
  const [old, young] = [toNodes(went, 'went'), toNodes(came, 'came')];
  const nodes = [...young, ...old];
  const parents = new Map(nodes.map((node) => [node, node]));
  const rootOf = (node: Node): Node => {
    const parent = parents.get(node) ?? node;
    return parent === node ? node : rootOf(parent);
  };
  for (const node of nodes) {
    if (!isRelevant(node.sentence.claim)) continue;
    const nearest = findNearest(node, node.side === 'went' ? young : old);
    if (nearest) parents.set(rootOf(node), rootOf(nearest));
  }
  const groups = new Map<Node, Node[]>();
  for (const node of nodes) groups.set(rootOf(node), [...(groups.get(rootOf(node)) ?? []), node]);
  return [...groups.values()]
    .filter((group) => group.some(({ sentence }) => isRelevant(sentence.claim)))
    .map((group) => ({ went: sideOf(group, 'went'), came: sideOf(group, 'came') }));
}

const isRelevant = ({ topics }: Claim) => topics.length > 0;
const sideOf = (group: readonly Node[], side: Node['side']) => group.filter((node) => node.side === side).map(({ sentence }) => sentence);

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
