import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signCheckpoint } from '../../lambdas/jobs/sign-checkpoint.ts';
import { verifyChains } from '../../lambdas/jobs/verify-chains.ts';
import { backUp } from '../../store/backup.ts';
import { feedKey, leafKey, tileKey, treeKey } from '../../store/keys.ts';
import { restore } from '../../store/restore.ts';
import type { Item, Key } from '../../store/table.ts';
import { analyst, auditor, type Json, type Service, startService } from '../started-service.ts';
import { put, scan } from '../store/every-item.ts';
import { openRecord } from '../store/record.ts';
import { behind } from './behind-the-service.ts';

let service: Service;
let attacker: ReturnType<typeof behind>;
/** The table as it is before each attack. */
let whole: Item[] = [];
/** A backup of the day on which `young` had two events fewer. */
const early: string[] = [];

beforeAll(async () => {
  service = await startService();
  attacker = behind(service);
  service.setNow('2026-01-01T12:00:00Z');
  for (const platform of ['old', 'young']) {
    const record = openRecord(service, platform);
    await record.create();
    await record.approve('a');
  }
  await service.pump();
  for await (const line of backUp({ client: service.client, name: service.table }, '2026-01-01T13:00:00.000Z')) early.push(line);
  await openRecord(service, 'young').approve('b');
  await service.pump();
  await signCheckpoint(service.deps);
  whole = await scan(service);
});
afterAll(() => service.stop());

beforeEach(async () => {
  const known = new Set(whole.map(({ pk, sk }) => `${pk} ${sk}`));
  for (const { pk, sk } of await scan(service)) if (!known.has(`${pk} ${sk}`)) await attacker.remove(pk, sk);
  for (const item of whole) await put(service, item);
  expect(await attacker.verify()).toMatchObject({ intact: true, broken: [], leaves: await service.deps.store.findTreeSize() });
});

const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
const named = (report: Json) => report.broken.map(({ chain, item, fault }: Json) => `${chain} ${item} ${fault}`);
const find = (key: Key): Item => {
  const item = whole.find((one) => nameOf(one) === nameOf(key));
  if (!item) throw new Error(`there is no ${nameOf(key)}`);
  return item;
};
const remove = (key: Key) => attacker.remove(key.pk, key.sk);
const event = (sequence: number) => `EVENT#${String(sequence).padStart(10, '0')}`;
const flip = (base64: Json) => Buffer.from(Buffer.from(String(base64), 'base64').map((byte, i) => (i === 40 ? byte ^ 1 : byte))).toString('base64');

describe('an event that is in the table and not in the tree', () => {
  it('between others of its chain', async () => {
    await remove(leafKey('old', 1));
    expect(named(await attacker.verify())).toEqual([`old ${event(1)} added`, `tree ${nameOf(leafKey('old', 1))} missing`]);
    expect(named(await attacker.verify('old'))).toEqual([`old ${event(1)} added`]);
  });

  it('at the end of its chain, where the tree has all of the feed', async () => {
    const mark = await attacker.readAt('ANNOUNCED#old', 'MARK');
    await openRecord(service, 'old').put({ 'if-match': (await openRecord(service, 'old').read()).headers.etag ?? '' });
    expect(await attacker.verify('old')).toMatchObject({ intact: true });
    // The announcer is made to believe that it had it already.
    await attacker.write({ ...mark, sequence: Number(mark.sequence) + 1 });
    const { sequence } = await attacker.read('old', 'HEAD');
    expect(named(await attacker.verify('old'))).toEqual([`old ${event(sequence)} added`]);
  });

  it('and one that is not announced yet is not named', async () => {
    await openRecord(service, 'old').ask('Another asked.');
    await openRecord(service, 'new').create();
    expect(await attacker.verify()).toMatchObject({ intact: true });
  });
});

describe('an event that is in the tree and not in the table', () => {
  it('as its chain was cut off together with its head, by a backup of an earlier day', async () => {
    for (const { pk, sk } of await attacker.list('PLATFORM#young')) await attacker.remove(pk, sk);
    for (const { item } of early.map((line) => JSON.parse(line))) if (item?.pk === 'PLATFORM#young') await attacker.write(item);
    const { sequence } = await attacker.read('young', 'HEAD');
    expect(named(await attacker.verify())).toEqual([`young ${event(sequence + 1)} cut-off`]);
    expect((await service.call('GET', '/v1/platforms/young/repair', { as: auditor })).json).toMatchObject({
      type: '/v1/problems/events-broken',
      detail: expect.stringContaining('the tree has the chain up to'),
    });
  });

  it('as its chain is gone, and the list of platforms with it', async () => {
    for (const { pk, sk } of await attacker.list('PLATFORM#young')) await attacker.remove(pk, sk);
    expect(named(await attacker.verify())).toEqual(['young HEAD missing']);
    expect(named(await attacker.verify('young'))).toContain(`young ${event(1)} cut-off`);
  });

  it('as its chain is hidden from the list of platforms', async () => {
    await attacker.change('young', 'HEAD', () => ({ listPk: undefined }));
    expect(named(await attacker.verify())).toEqual(['young HEAD changed']);
  });

  it('as it was invented in the feed', async () => {
    const size = await service.deps.store.findTreeSize();
    const last = find(feedKey(size));
    const { sequence: end } = await attacker.read('old', 'HEAD');
    const { subject: _, ...invented } = JSON.parse(String(last.event));
    const sequence = String(end + 1).padStart(10, '0');
    const made = { ...invented, feed: size + 1, subject: 'old', source: '/v1/platforms/old', sequence };
    await attacker.write({ ...last, ...feedKey(size + 1), number: size + 1, event: JSON.stringify(made), hash: 'a'.repeat(64) });
    await attacker.write({ ...find({ pk: 'FEED', sk: 'END' }), version: size + 1 });
    await service.deps.store.growTree();
    expect(named(await attacker.verify())).toEqual([`old ${event(end + 1)} cut-off`]);
  });
});

describe('an event that is another in the tree', () => {
  it('as its chain was written anew', async () => {
    await attacker.change('old', event(2), () => ({ hash: 'a'.repeat(64) }));
    expect(named(await attacker.verify('old'))).toContain(`old ${event(2)} rewritten`);
  });

  it('as leaf, place or tile were changed', async () => {
    const leaf = find(leafKey('old', 1));
    const place = feedKey(Number(leaf.index) + 1);
    await attacker.write({ ...leaf, hash: 'a'.repeat(64) });
    expect(named(await attacker.verify())).toEqual([`old ${event(1)} rewritten`, `tree ${nameOf(leaf)} changed`]);
    await attacker.write({ ...leaf, index: Number(leaf.index) + 1 });
    expect(named(await attacker.verify())).toEqual([`tree ${nameOf(place)} added`]);
    await attacker.write(leaf);
    await attacker.write({ ...find(place), hash: 'a'.repeat(64) });
    expect(named(await attacker.verify())).toEqual([`tree ${nameOf(place)} changed`]);
    await remove(place);
    expect(named(await attacker.verify())).toEqual([`tree ${nameOf(place)} missing`]);
    await attacker.write(find(place));
    const tile = find(tileKey(0, 0));
    await attacker.write({ ...tile, hashes: flip(tile.hashes) });
    expect(named(await attacker.verify())).toEqual(expect.arrayContaining(['tree TREE TREE rewritten']));
    await remove(tile);
    expect(named(await attacker.verify())).toEqual(['tree TREE TREE rewritten', `tree ${nameOf(tile)} missing`]);
  });

  it('as the tree is smaller than what was signed', async () => {
    const size = await service.deps.store.findTreeSize();
    await attacker.write({ ...find(treeKey), size: size - 1 });
    expect(named(await attacker.verify())).toEqual(['tree TREE TREE cut-off']);
  });
});

it('the night names it, keeps it as a figure, and forgets it once it is mended', async () => {
  service.setNow('2026-01-02T22:00:00Z');
  await remove(leafKey('old', 1));
  expect(await verifyChains(service.deps)).toMatchObject({ broken: 2, leaves: await service.deps.store.findTreeSize() });
  await attacker.write(find(leafKey('old', 1)));
  service.setNow('2026-01-03T22:00:00Z');
  expect(await verifyChains(service.deps)).toMatchObject({ broken: 0 });
});

it('a tree whose items are lost grows again from the feed, and is the one that was signed', async () => {
  for (const { pk, sk } of await scan(service)) if (/^(TREE|LEAF#)/.test(pk)) await attacker.remove(pk, sk);
  expect(named(await attacker.verify())).toContain('tree TREE TREE cut-off');
  await service.deps.store.growTree();
  expect(await attacker.verify()).toMatchObject({ intact: true });
});

it('a restored backup is whole before and after its tree has grown', async () => {
  const other = await startService();
  try {
    other.setNow('2026-01-02T12:00:00Z');
    await restore({ client: other.client, name: other.table }, async function* () {
      yield* early;
    });
    const { verify } = behind(other);
    expect(await verify()).toMatchObject({ intact: true, leaves: 0 });
    await other.call('POST', '/v1/platforms/young/reviews', { as: analyst, body: { reason: 'Restored.' } });
    await other.pump();
    expect(await verify()).toMatchObject({ intact: true, leaves: await other.deps.store.findFeedEnd() });
    // The leaves of the record that was lost do not fit the one that was restored.
    for (const item of whole) if (/^(TREE|LEAF#young)/.test(item.pk)) await put(other, item);
    expect(named(await verify())).toEqual(expect.arrayContaining([expect.stringMatching(/^young EVENT#\d+ (cut-off|rewritten)$/)]));
  } finally {
    await other.stop();
  }
});
