import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCheckpoint } from '../../domain/log/checkpoint.ts';
import { readLogPolicy } from '../../domain/log/policy.ts';
import { rootOf } from '../../domain/log/prove.ts';
import { toTilePath } from '../../domain/log/tile-path.ts';
import { type FindTile, findTilesOf, nameOf, widthOf } from '../../domain/log/tiles.ts';
import { hashLeaf } from '../../domain/log/tree-hash.ts';
import { announceEvents } from '../../lambdas/jobs/announce-events.ts';
import { signCheckpoint } from '../../lambdas/jobs/sign-checkpoint.ts';
import { verifyEd25519 } from '../../lambdas/runtime/log-key.ts';
import { Conflict } from '../../store/conflict.ts';
import { eventKey } from '../../store/keys.ts';
import { readExample, type Service, startService } from '../started-service.ts';
import { put, scan } from '../store/every-item.ts';
import { openRecord } from '../store/record.ts';

const profile = readExample('signal/platform.json');

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** So many events in one chain, and the announcer woken by the last. */
async function add(platform: string, times: number): Promise<void> {
  const { store, newId } = service.deps;
  const at = new Date().toISOString();
  for (let left = times; left > 0; ) {
    const some = Math.min(left, 40);
    const events = Array.from({ length: some }, () => ({ id: newId('evt'), type: 'platform.changed' as const, at, by: 'analyst', data: {} }));
    const from = await store.findHead(platform);
    await store.commit({ from, to: from ?? { platform, profile, createdAt: at, changedAt: at, latestRevision: 0 }, events });
    left -= some;
  }
  const { sequence = 0 } = (await store.findChainEnd(platform)) ?? {};
  const Keys = { pk: { S: eventKey(platform, sequence).pk } };
  const NewImage = { chain: { S: platform }, sequence: { N: String(sequence) } };
  await announceEvents({ eventName: 'INSERT', dynamodb: { Keys, NewImage } }, service.deps);
}

const bytesOf = async (path: string) => {
  const { status, text } = await service.call('GET', `/v1/log/${path}`);
  expect(status).toBe(200);
  return Buffer.from(text, 'base64');
};

/** The checkpoint as a stranger opens it: by the published keys, with the root recomputed from the published tiles. */
async function readAsStranger() {
  const policy = readLogPolicy((await service.call('GET', '/v1/log/policy')).text);
  if (typeof policy === 'string') throw new Error(policy);
  const { text, headers } = await service.call('GET', '/v1/log/checkpoint');
  expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=5' });
  const opened = openCheckpoint(text, { logs: policy.logs, witnesses: [] }, verifyEd25519);
  if (typeof opened === 'string') throw new Error(opened);
  const { size, root } = opened.head;
  const tiles = new Map<string, Uint8Array>();
  for (const place of findTilesOf((find) => rootOf(size, find)))
    tiles.set(nameOf(place), await bytesOf(`tile/${toTilePath({ of: 'hashes', ...place, width: widthOf(place, size) })}`));
  const find: FindTile = (place) => tiles.get(nameOf(place)) ?? new Uint8Array();
  expect(rootOf(size, find)).toEqual(root);
  return { size, root };
}

test('before anything is signed there is nothing to read', async () => {
  for (const path of ['checkpoint', 'policy', 'tile/0/000', 'tile/entries/000.p/1'])
    expect((await service.call('GET', `/v1/log/${path}`)).status).toBe(404);
});

test('every event becomes a leaf as it is announced, and a stranger recomputes what was signed', async () => {
  await add('one', 3);
  await add('two', 400);
  expect(await signCheckpoint(service.deps)).toEqual({ signed: 1, size: 403 });
  expect(await readAsStranger()).toMatchObject({ size: 403 });
  expect(await signCheckpoint(service.deps)).toEqual({ signed: 0, size: 403 });
});

test('entries are hashes of events and nothing else, and hash to the leaves', async () => {
  const [first] = await openRecord(service, 'one').events();
  const entries = await bytesOf('tile/entries/000');
  const leaves = await bytesOf('tile/0/000');
  expect(entries.subarray(0, 34).toString('hex')).toBe(`0020${first.hash}`);
  expect(entries).toHaveLength(256 * 34);
  for (let i = 0; i < 256; i += 1)
    expect(Buffer.from(hashLeaf(entries.subarray(i * 34 + 2, (i + 1) * 34)))).toEqual(leaves.subarray(i * 32, (i + 1) * 32));
});

test('what is not signed yet is not shown, and what was shown stays as it was', async () => {
  const before = await bytesOf('tile/0/001.p/100');
  await add('one', 20);
  for (const path of ['0/001.p/148', '0/001', '1/000.p/2', '0/002.p/1', '1/001.p/1', '3/000.p/1', '0/1', 'entries/001.p/148', '0/000/000', '%2e%2e'])
    expect((await service.call('GET', `/v1/log/tile/${path}`)).status).toBe(404);
  expect(await bytesOf('tile/0/001.p/100')).toEqual(before);
  await signCheckpoint(service.deps);
  expect(await readAsStranger()).toMatchObject({ size: 423 });
  expect(await bytesOf('tile/0/001.p/100')).toEqual(before);
  const { headers } = await service.call('GET', '/v1/log/tile/0/001.p/100');
  expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' });
});

test('a run that breaks off between sending and the tree leaves its leaves to the next, of any chain', async () => {
  const store = { ...service.deps.store, growTree: () => Promise.reject(new Error('killed')) };
  const deps = service.deps;
  await expect(
    (async () => {
      Object.assign(service, { deps: { ...deps, store } });
      await add('three', 5);
    })(),
  ).rejects.toThrow('killed');
  Object.assign(service, { deps });
  expect(await service.deps.store.findTreeSize()).toBe(423);
  await add('four', 1);
  expect(await service.deps.store.findTreeSize()).toBe(429);
});

test('places of before the tree become leaves by the hashes that their events have', async () => {
  const older = await startService();
  try {
    const record = openRecord(older, 'older');
    await record.create();
    await record.ask('First.');
    await older.deps.store.numberEvents('older');
    // As a release before the tree left them: without a hash, and no leaf of them.
    const places = (await scan(older)).filter(({ pk, sk }) => pk.startsWith('FEED#') && sk !== 'END');
    for (const { hash: _, ...place } of places) await put(older, place as (typeof places)[number]);
    expect(await older.deps.store.growTree()).toBe(places.length);
    const events = await record.events();
    const leaves = await older.deps.store.listLeaves('older');
    expect(leaves.map(({ hash, index }) => [hash, index])).toEqual(events.map(({ hash }, i) => [hash, i]));
  } finally {
    await older.stop();
  }
});

test('any number of announcers at once leave one leaf for each place', async () => {
  const start = await service.deps.store.findTreeSize();
  const grow = () => service.deps.store.growTree().catch((error: unknown) => (error instanceof Conflict ? 0 : Promise.reject(error)));
  const { store } = service.deps;
  for (const name of ['five', 'six', 'seven']) {
    const at = new Date().toISOString();
    const events = Array.from({ length: 30 }, () => ({
      id: service.deps.newId('evt'),
      type: 'platform.changed' as const,
      at,
      by: 'analyst',
      data: {},
    }));
    await store.commit({ from: undefined, to: { platform: name, profile, createdAt: at, changedAt: at, latestRevision: 0 }, events });
    await store.numberEvents(name);
  }
  await Promise.all(Array.from({ length: 12 }, grow));
  await grow();
  expect(await store.findTreeSize()).toBe(start + 90);
  await signCheckpoint(service.deps);
  expect(await readAsStranger()).toMatchObject({ size: start + 90 });
});

test('a tree that no longer holds what was signed is not signed again', async () => {
  const tile = (await scan(service)).find(({ pk }) => pk === 'TREE#1');
  if (!tile) throw new Error('no tile');
  const hashes = Buffer.from(String(tile.hashes), 'base64').map((byte, i) => (i === 10 ? byte ^ 1 : byte));
  await put(service, { ...tile, hashes: Buffer.from(hashes).toString('base64') });
  await add('one', 1);
  await expect(signCheckpoint(service.deps)).rejects.toThrow(/does not begin with the \d+ that were signed before/);
});
