import { compactVerify, createLocalJWKSet, errors, type JWK } from 'jose';
import { hashOfText } from '../domain/facts/hash.ts';
import { Checkpoint } from '../domain/record/checkpoint.ts';
import type { Archive } from './archive.ts';

export const PREFIX = 'checkpoints/';
/** Says what is signed, so that nothing else signed with the same key passes for a checkpoint. */
export const CHECKPOINT_TYPE = 'whereabouts-checkpoint+jws';

export const checkpointName = (day: string): string => `${PREFIX}${day}.jws`;

/** Keys that signatures of checkpoints may be by. */
export type CheckpointKeys = {
  readonly own: readonly JWK[];
  /** The keys of bundles, which signed checkpoints too until these had keys of their own. */
  readonly before: readonly JWK[];
};

/** A document that does not count, and why; with its fault where its name or its bytes are not those that the record says. */
export type RefusedDocument = { readonly name: string; readonly reason: string; readonly fault?: 'missing' };

export type FoundCheckpoint = {
  readonly newest: (Checkpoint & { readonly hash: string }) | undefined;
  /** Newer documents that do not hold, and why. */
  readonly refused: readonly RefusedDocument[];
};

/**
 * The newest checkpoint whose signature is by one of the keys; whatever newer lies in the archive and does not hold is named. What a
 * key of bundles signed counts only where nothing earlier is by a key of checkpoints.
 */
export async function findCheckpoint(archive: Archive, keys: CheckpointKeys): Promise<FoundCheckpoint> {
  const refused: { name: string; reason: string }[] = [];
  const early: { name: string; checkpoint: Checkpoint; hash: string }[] = [];
  for (const name of (await archive.list(PREFIX)).reverse()) {
    const text = (await archive.find(name)) ?? '';
    const opened = await openCheckpoint(name, text, keys);
    if (typeof opened === 'string') refused.push({ name, reason: opened });
    else if (!opened.isOwn) early.push({ name, checkpoint: opened.checkpoint, hash: hashOfText(text) });
    else {
      const late = early.map((one) => ({ name: one.name, reason: 'it is signed by a key of bundles, and one before it is not' }));
      return { newest: { ...opened.checkpoint, hash: hashOfText(text) }, refused: inOrder([...refused, ...late]) };
    }
  }
  const [first] = early;
  const newer = first ? refused.filter(({ name }) => name > first.name) : refused;
  return { newest: first && { ...first.checkpoint, hash: first.hash }, refused: inOrder(newer) };
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
