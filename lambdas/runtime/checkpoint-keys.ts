import { toBase64 } from '../../domain/log/base64.ts';
import { openCheckpoint } from '../../domain/log/checkpoint.ts';
import { toNoteKey } from '../../domain/log/key.ts';
import type { CheckpointKeys } from '../../store/checkpoint.ts';
import type { Deps } from './deps.ts';
import { verifyEd25519 } from './log-key.ts';

type Needs = Pick<Deps, 'checkpoints' | 'publicKeys' | 'logKey'>;

/** The keys that documents of the archive may be signed by. A tree that had another name before a restore was signed by the same key. */
export async function checkpointKeys({ checkpoints, publicKeys, logKey }: Needs): Promise<CheckpointKeys> {
  const [own, before, key] = await Promise.all([checkpoints.publicKeys(), publicKeys(), logKey.noteKey()]);
  const openNote: CheckpointKeys['openNote'] = (note) => {
    const [origin = ''] = note.split('\n', 1);
    const opened = openCheckpoint(note, { logs: [toNoteKey(origin, 'log', key.publicKey)], witnesses: [] }, verifyEd25519);
    if (typeof opened === 'string') return opened;
    return { size: opened.head.size, root: toBase64(opened.head.root), isStanding: origin === key.name };
  };
  return { own, before, openNote };
}
