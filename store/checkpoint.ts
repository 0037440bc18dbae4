import { compactVerify, createLocalJWKSet, errors, type JWK } from 'jose';
import { Checkpoint } from '../domain/record/checkpoint.ts';
import type { Archive } from './archive.ts';
import { isOfTree, type OpenedNote, type RefusedDocument } from './archived-tree.ts';

export const PREFIX = 'checkpoints/';
/** Says what is signed, so that nothing else signed with the same key passes for a checkpoint. */
const CHECKPOINT_TYPE = 'whereabouts-checkpoint+jws';

const checkpointName = (day: string): string => `${PREFIX}${day}.jws`;

/** Keys that signatures of checkpoints may be by. */
export type CheckpointKeys = {
  /** Of the ends of all chains, which were signed each day until the tree's checkpoint took their place. */
  readonly own: readonly JWK[];
  /** The keys of bundles, which signed checkpoints too until these had keys of their own. */
  readonly before: readonly JWK[];
  /** Opens a checkpoint of the tree. */
  readonly openNote: (note: string) => OpenedNote | string;
};

export type FoundEnds = {
  readonly ends: Checkpoint | undefined;
  /** Newer documents that do not hold, and why. */
  readonly refused: readonly RefusedDocument[];
};

/**
 * The newest ends of all chains whose signature is by one of the keys; whatever newer lies in the archive and does not hold is named. What a
 * key of bundles signed counts only where nothing earlier is by a key of checkpoints or of the tree.
 */
export async function findEnds(archive: Archive, keys: CheckpointKeys): Promise<FoundEnds> {
  const refused: { name: string; reason: string }[] = [];
  const early: { name: string; ends: Checkpoint }[] = [];
  const names = await archive.list(PREFIX);
  const firstTree = names.find(isOfTree);
  const toLate = ({ name }: { name: string }) => ({ name, reason: 'it is signed by a key of bundles, and one before it is not' });
  for (const name of names.filter((one) => !isOfTree(one)).reverse()) {
    const opened = await openCheckpoint(name, (await archive.find(name)) ?? '', keys);
    if (typeof opened === 'string') refused.push({ name, reason: opened });
    else if (opened.isOwn) return { ends: opened.checkpoint, refused: inOrder([...refused, ...early.map(toLate)]) };
    else if (firstTree !== undefined && name > firstTree) refused.push(toLate({ name }));
    else early.push({ name, ends: opened.checkpoint });
  }
  const [first] = early;
  const newer = first ? refused.filter(({ name }) => name > first.name) : refused;
  return { ends: first?.ends, refused: inOrder(newer) };
}

const inOrder = <T extends { readonly name: string }>(refused: readonly T[]): T[] => refused.toSorted((a, b) => (a.name < b.name ? 1 : -1));

/** What was signed, and whether by a key of checkpoints; or why it does not count. */
export async function openCheckpoint(
  name: string,
  text: string,
  { own, before }: CheckpointKeys,
): Promise<{ readonly checkpoint: Checkpoint; readonly isOwn: boolean } | string> {
  try {
    const { payload, protectedHeader } = await compactVerify(text, createLocalJWKSet({ keys: [...own, ...before] }), { algorithms: ['RS256'] });
    if (protectedHeader.typ !== CHECKPOINT_TYPE) return `it is signed as ${protectedHeader.typ ?? 'nothing in particular'}`;
    const checkpoint = Checkpoint.safeParse(JSON.parse(new TextDecoder().decode(payload))).data;
    if (!checkpoint) return 'it does not have the form of a checkpoint';
    if (checkpointName(checkpoint.day) !== name) return `it is the checkpoint of ${checkpoint.day}`;
    return { checkpoint, isOwn: own.some(({ kid }) => kid === protectedHeader.kid) };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'its key is not among the published ones';
    if (error instanceof errors.JOSEError) return 'its signature does not hold';
    throw error;
  }
}
