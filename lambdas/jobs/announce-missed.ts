import { OTHER_CHAINS } from '../../domain/record/cloud-event.ts';
import { Unreadable } from '../../store/unreadable.ts';
import { withBus } from '../runtime/cloud/bus.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { announceChain } from './announce-chain.ts';

const PAGE = 100;

/** Announces every event that the stream has lost. A chain that cannot be announced holds back no other, but fails the job. */
export const announceMissed: ScheduledJob = async (deps) => {
  const failed: string[] = [];
  let chains = 0;
  let sent = 0;
  for await (const chain of chainsOf(deps)) {
    chains += 1;
    try {
      sent += (await announceChain(chain, deps)).sent;
    } catch (error) {
      failed.push(chain);
      if (error instanceof Unreadable) await deps.store.noteSetAside([error], deps.now().toISOString());
    }
  }
  const leaves = await deps.store.growTree();
  if (failed.length > 0) throw new Error(`${failed.length} of ${chains} chains cannot be announced: ${failed.slice(0, 20).join(', ')}`);
  return { chains, sent, leaves };
};

async function* chainsOf({ store }: Deps): AsyncGenerator<string> {
  yield* Object.keys(OTHER_CHAINS);
  let after: string | undefined;
  do {
    const { chains, next } = await store.listChains({ limit: PAGE, after });
    yield* chains;
    after = next;
  } while (after !== undefined);
}

export const handler = onSchedule(announceMissed, cloudDeps(withBus));
