import { toDate } from '../../domain/facts/date.ts';
import { type ChainEnd, Checkpoint } from '../../domain/record/checkpoint.ts';
import { MACHINE } from '../../domain/record/machine.ts';
import { draftEvent } from '../../domain/record/step.ts';
import { again } from '../../store/again.ts';
import { findUnnamed } from '../../store/archived-checkpoints.ts';
import { toBreaks } from '../../store/audit.ts';
import { CHECKPOINT_TYPE, checkpointName } from '../../store/checkpoint.ts';
import { HEAD_PREFIX } from '../../store/keys.ts';
import type { Store } from '../../store/open-store.ts';
import { RecordBroken } from '../../store/record-broken.ts';
import { withArchive } from '../runtime/cloud/archive.ts';
import { withCheckpointSigning } from '../runtime/cloud/checkpoint-signing.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withSigning } from '../runtime/cloud/signing.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { checkpointKeys, newestCheckpoint } from '../runtime/newest-checkpoint.ts';

/** How many chains are read at once: a page of the listing is well under DynamoDB's 1 MB. */
const PAGE = 200;

/**
 * Signs the end of every chain once a day and puts it out of the table. Nothing is kept before the whole is signed, so a run
 * that breaks off is repeated from the start. A broken chain keeps its old end, and is noted until a verification finds it whole.
 */
export const checkpointChains: ScheduledJob = async function checkpointChains(deps) {
  const { store, archive, checkpoints, now } = deps;
  const takenAt = now().toISOString();
  const day = toDate(takenAt);
  const name = checkpointName(day);
  if ((await archive.find(name)) !== undefined) {
    // The run before may have broken off between the two.
    await nameDocuments(deps);
    return { chains: 0, broken: 0 };
  }
  const { newest: before } = await newestCheckpoint(deps);
  const ends = await collectEnds(store, new Map(before?.chains.map((end) => [end.chain, end])));
  const checkpoint = Checkpoint.parse({ day, takenAt, previous: before?.hash ?? null, ...ends });
  await archive.record(name, await checkpoints.sign(checkpoint, CHECKPOINT_TYPE));
  await nameDocuments(deps);
  const detail = `it no longer holds what the checkpoint of ${before?.day} says`;
  await store.noteBroken(
    ends.broken.map((chain) => ({ chain, item: HEAD_PREFIX, fault: 'rewritten', detail })),
    takenAt,
  );
  return { chains: ends.chains.length, broken: ends.broken.length };
};

/**
 * Says in the record which documents are in the archive, so that one that is gone is missed. The document comes first and its event after:
 * where a run breaks off between them, the next one names it.
 */
async function nameDocuments(deps: Deps): Promise<void> {
  const { store, archive, now } = deps;
  const at = now().toISOString();
  const keys = await checkpointKeys(deps);
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

async function collectEnds(store: Store, before: ReadonlyMap<string, ChainEnd>): Promise<{ chains: ChainEnd[]; broken: string[] }> {
  const names = new Set(before.keys());
  for (let after: string | undefined; ; ) {
    const { chains, next } = await store.listChains({ limit: PAGE, after });
    for (const chain of chains) names.add(chain);
    if (next === undefined) break;
    after = next;
  }
  const chains: ChainEnd[] = [];
  const broken: string[] = [];
  for (const chain of [...names].sort()) {
    const known = before.get(chain);
    const end = await findSoundEnd(store, chain, known);
    if (!end) broken.push(chain);
    const kept = end ?? known;
    if (kept) chains.push(kept);
  }
  return { chains, broken };
}

/** The end of a chain that still leads through the end known before; undefined when it does not. */
async function findSoundEnd(store: Store, chain: string, known: ChainEnd | undefined): Promise<ChainEnd | undefined> {
  const end = await store.findChainEnd(chain);
  if (!end || end.sequence < (known?.sequence ?? 0)) return undefined;
  if (end.sequence === known?.sequence) return end.lastHash === known.lastHash ? end : undefined;
  const holds = async ({ sequence, lastHash }: ChainEnd) => (await store.findEventHash(chain, sequence)) === lastHash;
  return (await holds(end)) && (known === undefined || (await holds(known))) ? end : undefined;
}

export const handler = onSchedule(checkpointChains, cloudDeps(withArchive, withCheckpointSigning, withSigning));
