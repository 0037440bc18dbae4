import { toDate } from '../../domain/facts/date.ts';
import { type ChainEnd, Checkpoint } from '../../domain/record/checkpoint.ts';
import { MACHINE } from '../../domain/record/machine.ts';
import { draftEvent } from '../../domain/record/step.ts';
import { again } from '../../store/again.ts';
import { findUnnamed, MOST_NAMED } from '../../store/archived-checkpoints.ts';
import { toBreaks } from '../../store/audit.ts';
import { CHECKPOINT_TYPE, checkpointName, PREFIX } from '../../store/checkpoint.ts';
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
      const documents = await findUnnamed(archive, await listUnnamed(deps), keys);
      if (Object.keys(documents).length > 0) await store.recordArchived(draftEvent('checkpoint.taken', { documents }, { by: MACHINE, at }, deps));
    });
  } catch (error) {
    if (!(error instanceof RecordBroken)) throw error;
    await store.noteBroken(toBreaks(error), at);
  }
}

/**
 * The run before has named all that there was, so that only what lies behind its newest document is new, and four years need not be read on every
 * night. Where the newest event is not that of a whole run, the chain is read from its end to its beginning.
 */
async function listUnnamed({ store, archive }: Deps): Promise<{ names: string[]; isEarly: boolean }> {
  const [names, newest] = await Promise.all([archive.list(PREFIX), store.findNewestNamed()]);
  const last = newest.sort().at(-1);
  if (last !== undefined && newest.length < MOST_NAMED && names.includes(last)) return { names: names.filter((name) => name > last), isEarly: false };
  const { documents } = await store.findArchived();
  return { names: names.filter((name) => !documents.has(name)), isEarly: documents.size === 0 };
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
  const sorted = [...names].sort();
  for (let start = 0; start < sorted.length; start += PAGE) {
    const some = sorted.slice(start, start + PAGE);
    const ends = await findSoundEnds(store, some, before);
    for (const chain of some) {
      const end = ends.get(chain);
      if (!end) broken.push(chain);
      const kept = end ?? before.get(chain);
      if (kept) chains.push(kept);
    }
  }
  return { chains, broken };
}

/** The ends of the chains that still lead through the end known before; those of the others are left out. */
async function findSoundEnds(store: Store, chains: readonly string[], before: ReadonlyMap<string, ChainEnd>): Promise<Map<string, ChainEnd>> {
  const ends = (await store.findChainEnds(chains)).flatMap((end) => end ?? []);
  const isBehind = ({ chain, sequence }: ChainEnd) => sequence < (before.get(chain)?.sequence ?? 0);
  const hasMoved = ({ chain, sequence }: ChainEnd) => sequence !== before.get(chain)?.sequence;
  // After the ends, so that what each of them names is there to be found.
  const named = ends.filter((end) => !isBehind(end) && hasMoved(end)).flatMap((end) => [end, before.get(end.chain) ?? end]);
  const hashes = await store.findEventHashes([...new Set(named)]);
  const holds = new Set([...new Set(named)].filter(({ lastHash }, i) => hashes[i] === lastHash));
  const isSound = (end: ChainEnd): boolean => {
    const known = before.get(end.chain);
    if (!hasMoved(end)) return end.lastHash === known?.lastHash;
    return !isBehind(end) && holds.has(end) && holds.has(known ?? end);
  };
  return new Map(ends.filter(isSound).map((end) => [end.chain, end]));
}

export const handler = onSchedule(checkpointChains, cloudDeps(withArchive, withCheckpointSigning, withSigning));
