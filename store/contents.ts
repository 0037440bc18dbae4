import type { Contents } from '../domain/record/chain-reading.ts';
import {
  anchorsKey,
  answerKey,
  CAPTURE_PREFIX,
  currentKey,
  decisionKey,
  erasureKey,
  HEAD_PREFIX,
  progressKey,
  reviewKey,
  revisionKey,
  SCORE_PREFIX,
  STATUS_PREFIX,
  TERMS_PREFIX,
} from './keys.ts';
import type { Item } from './table.ts';

const prefixOf = ({ sk }: { readonly sk: string }) => sk.replace(/\d*$/, '');

/** By which beginning of its sort key each kind is known in its chain's place, the longer ones first. */
const PREFIXES: Readonly<Record<Contents['kind'], string>> = {
  'current-revision': prefixOf(currentKey('')),
  head: HEAD_PREFIX,
  revision: prefixOf(revisionKey('', 0)),
  status: STATUS_PREFIX,
  score: SCORE_PREFIX,
  review: prefixOf(reviewKey('', '')),
  decision: prefixOf(decisionKey('', '')),
  'decision-progress': prefixOf(progressKey('', '')),
  capture: CAPTURE_PREFIX,
  'capture-erasure': prefixOf(erasureKey('', '')),
  anchors: prefixOf(anchorsKey('', 0)),
  answer: prefixOf(answerKey('', '')),
  terms: TERMS_PREFIX,
};

const HELD_BY_SEAL = new Set<Contents['kind']>(['revision', 'review', 'capture', 'anchors', 'answer']);

/** What an item of a chain says, where something of it follows from the events; revisions and closed reviews are held by their seals alone. */
export function contentsOf({ pk: _, sk: item, ...content }: Item, seal: string): Contents[] {
  const kind = (Object.keys(PREFIXES) as Contents['kind'][]).find((one) => item.startsWith(PREFIXES[one]));
  return kind === undefined || HELD_BY_SEAL.has(kind) ? [] : [{ kind, item, seal, content }];
}
