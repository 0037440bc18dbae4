import { toDate } from '../../domain/facts/date.ts';
import { MACHINE } from '../../domain/record/machine.ts';
import { draftEvent } from '../../domain/record/step.ts';
import { again } from '../../store/again.ts';
import { findUnnamed, readDocuments } from '../../store/archived-checkpoints.ts';
import { findLargestTree, treeName } from '../../store/archived-tree.ts';
import { toBreaks } from '../../store/audit.ts';
import type { CheckpointKeys } from '../../store/checkpoint.ts';
import { RecordBroken } from '../../store/record-broken.ts';
import { checkpointKeys } from '../runtime/checkpoint-keys.ts';
import { withArchive } from '../runtime/cloud/archive.ts';
import { withCheckpointKeys } from '../runtime/cloud/checkpoint-keys.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withLogKey } from '../runtime/cloud/log-key.ts';
import { withSigning } from '../runtime/cloud/signing.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { findTreeBreak } from '../runtime/verify-tree.ts';

/** Of so many documents, the newest, the largest tree is looked for. */
const MOST_READ = 366;

/**
 * Puts the tree's newest checkpoint out of the table once a day, with the cosignatures that it has. A tree that does not hold what lies there already
 * is noted and not put there, so that the break stays in sight until a verification finds it whole.
 */
export const archiveCheckpoint: ScheduledJob = async function archiveCheckpoint(deps) {
  const { store, archive, now } = deps;
  const keys = await checkpointKeys(deps);
  const at = now().toISOString();
  const name = treeName(toDate(at));
  const head = (await archive.find(name)) === undefined ? await store.findSignedHead() : undefined;
  const { tree } = head ? findLargestTree(await readDocuments(archive, MOST_READ), keys.openNote) : {};
  const broken = head && (await findTreeBreak(tree, deps));
  if (broken) await store.noteBroken([broken], at);
  else if (head) {
    const opened = keys.openNote(head.note);
    if (typeof opened === 'string') throw new Error(`the tree’s checkpoint cannot be archived: ${opened}`);
    await archive.record(name, head.note);
  }
  // A run before may have broken off between document and event.
  await nameDocuments(keys, deps);
  return { archived: head && !broken ? 1 : 0, broken: broken ? 1 : 0 };
};

/**
 * Says in the record which documents are in the archive, so that one that is gone is missed. The document comes first and its event after:
 * where a run breaks off between them, the next one names it.
 */
async function nameDocuments(keys: CheckpointKeys, deps: Deps): Promise<void> {
  const { store, archive, now } = deps;
  const at = now().toISOString();
  try {
    await again(async () => {
      const { documents: named } = await store.findArchived();
      const documents = await findUnnamed(archive, named, keys);
      if (Object.keys(documents).length > 0) await store.recordArchived(draftEvent('checkpoint.taken', { documents }, { by: MACHINE, at }, deps));
    });
  } catch (error) {
    if (!(error instanceof RecordBroken)) throw error;
    await store.noteBroken(toBreaks(error), at);
  }
}

export const handler = onSchedule(archiveCheckpoint, cloudDeps(withArchive, withCheckpointKeys, withLogKey, withSigning));
