import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64 } from '../../domain/log/base64.ts';
import { includes, isConsistent } from '../../domain/log/check-proof.ts';
import { hashLeaf } from '../../domain/log/tree-hash.ts';
import { announceEvents } from '../../lambdas/jobs/announce-events.ts';
import { signCheckpoint } from '../../lambdas/jobs/sign-checkpoint.ts';
import { eventKey } from '../../store/keys.ts';
import { type Json, readExample, type Service, startService } from '../started-service.ts';
import { openRandom } from '../store/random.ts';
import { expectWholeFeed } from '../store/record.ts';
import { behind } from './behind-the-service.ts';

/** `TREE_EVENTS=10000` is the whole of it, and takes minutes. */
const EVENTS = Number(process.env.TREE_EVENTS ?? 600);
const CHECKPOINTS = 50;
const CHAINS = ['one', 'two', 'three', 'four', 'five'];

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const { below, chance, pick } = openRandom(2026);
const profile = readExample('signal/platform.json');

/** Runs what is killed at one of its next requests to the table, before it is sent or after: from then on nothing of it goes on. */
async function killSometime(run: () => Promise<unknown>): Promise<boolean> {
  let left = 1 + below(12);
  const isSent = chance(0.5);
  service.client.middlewareStack.add(
    (next) => async (args) => {
      left -= 1;
      if (left < 0 || (left === 0 && !isSent)) throw new Error('killed');
      const answer = await next(args);
      if (left === 0) throw new Error('killed');
      return answer;
    },
    { step: 'initialize', name: 'killer' },
  );
  try {
    await run();
    return false;
  } catch (error) {
    if (!(error instanceof Error && error.message === 'killed')) throw error;
    return true;
  } finally {
    service.client.middlewareStack.remove('killer');
  }
}

async function write(chain: string, times: number): Promise<void> {
  const { store, newId } = service.deps;
  const at = new Date().toISOString();
  const from = await store.findHead(chain);
  const events = Array.from({ length: times }, () => ({ id: newId('evt'), type: 'platform.changed' as const, at, by: 'analyst', data: {} }));
  await store.commit({ from, to: from ?? { platform: chain, profile, createdAt: at, changedAt: at, latestRevision: 0 }, events });
}

function announce(chain: string, sequence: number): Promise<void> {
  const Keys = { pk: { S: eventKey(chain, sequence).pk } };
  const NewImage = { chain: { S: chain }, sequence: { N: String(sequence) } };
  return announceEvents({ eventName: 'INSERT', dynamodb: { Keys, NewImage } }, service.deps);
}

test(`of ${EVENTS} events under kills, each checkpoint is the beginning of all that follow, and holds what it held`, {
  timeout: 1_800_000,
}, async () => {
  const { store } = service.deps;
  const signed: { size: number; root: Uint8Array }[] = [];
  let kills = 0;
  const ends = new Map<string, number>();
  for (let written = 0; written < EVENTS; ) {
    const some = 1 + below(Math.min(EVENTS - written, EVENTS / CHECKPOINTS, 40));
    const chain = pick(CHAINS);
    if (await killSometime(() => write(chain, some))) kills += 1;
    const { sequence = 0 } = (await store.findChainEnd(chain)) ?? {};
    written += sequence - (ends.get(chain) ?? 0);
    ends.set(chain, sequence);
    if (sequence === 0) continue;
    while (await killSometime(() => announce(chain, sequence))) kills += 1;
    if (written < ((signed.length + 1) * EVENTS) / CHECKPOINTS) continue;
    while (await killSometime(() => signCheckpoint(service.deps))) kills += 1;
    const head = await store.findSignedHead();
    if (head) signed.push({ size: head.size, root: fromBase64(head.root) ?? new Uint8Array() });
  }
  expect(kills).toBeGreaterThan(EVENTS / 100);
  expect(await store.findTreeSize()).toBe(EVENTS);
  expect(signed).toHaveLength(CHECKPOINTS);

  const places = await store.listPlacesFrom(1, EVENTS);
  const leaf = (index: number) => hashLeaf(Buffer.from(places[index]?.hash ?? '', 'hex'));
  for (const [i, old] of signed.entries())
    for (const tree of signed.slice(i)) {
      expect(isConsistent(old, tree, await store.readConsistency(old.size, tree.size))).toBe(true);
      for (const index of [old.size - 1, below(old.size)])
        expect(includes(leaf(index), index, await store.readInclusion(index, tree.size), tree)).toBe(true);
    }
  await expectWholeFeed(service);
  // The acts are made up, so their heads follow from no event; of the tree nothing is broken.
  const faults = (await behind(service).verify()).broken.map(({ chain, fault }: Json) => `${chain} ${fault}`);
  expect(faults.filter((fault: string) => !/ (unfounded|unfollowed)$/.test(fault))).toEqual([]);
});
