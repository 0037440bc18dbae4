import { compactVerify, createLocalJWKSet, errors, type JWK } from 'jose';
import { hashOfText } from '../domain/facts/hash.ts';
import { Checkpoint } from '../domain/record/checkpoint.ts';
import type { Archive } from './archive.ts';

const PREFIX = 'checkpoints/';
/** Says what is signed, so that nothing else signed with the same key passes for a checkpoint. */
export const CHECKPOINT_TYPE = 'whereabouts-checkpoint+jws';

export const checkpointName = (day: string): string => `${PREFIX}${day}.jws`;

export type FoundCheckpoint = {
  readonly newest: (Checkpoint & { readonly hash: string }) | undefined;
  /** Newer documents that do not hold, and why. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
};

/** The newest checkpoint whose signature is by one of the keys; whatever newer lies in the archive and does not hold is named. */
export async function findCheckpoint(archive: Archive, keys: readonly JWK[]): Promise<FoundCheckpoint> {
  const keySet = createLocalJWKSet({ keys: [...keys] });
  const refused: { name: string; reason: string }[] = [];
  for (const name of (await archive.list(PREFIX)).reverse()) {
    const text = (await archive.find(name)) ?? '';
    const opened = await openCheckpoint(text, keySet);
    if (typeof opened === 'string') refused.push({ name, reason: opened });
    else if (checkpointName(opened.day) !== name) refused.push({ name, reason: `it is the checkpoint of ${opened.day}` });
    else return { newest: { ...opened, hash: hashOfText(text) }, refused };
  }
  return { newest: undefined, refused };
}

/** What was signed, or why it does not count. */
async function openCheckpoint(text: string, keys: ReturnType<typeof createLocalJWKSet>): Promise<Checkpoint | string> {
  try {
    const { payload, protectedHeader } = await compactVerify(text, keys, { algorithms: ['RS256'] });
    if (protectedHeader.typ !== CHECKPOINT_TYPE) return `it is signed as ${protectedHeader.typ ?? 'nothing in particular'}`;
    return Checkpoint.safeParse(JSON.parse(new TextDecoder().decode(payload))).data ?? 'it does not have the form of a checkpoint';
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'its key is not among the published ones';
    if (error instanceof errors.JOSEError) return 'its signature does not hold';
    throw error;
  }
}
