import { DeleteItemCommand, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { compactVerify, createLocalJWKSet } from 'jose';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hashOf } from '../../domain/facts/hash.ts';
import { openCheckpoint } from '../../domain/log/checkpoint.ts';
import { readLogPolicy } from '../../domain/log/policy.ts';
import { verifyEd25519 } from '../../lambdas/runtime/log-key.ts';
import { createSigning } from '../../lambdas/runtime/signing.ts';
import type { Item } from '../../store/table.ts';
import { takeCheckpoint } from '../faults/take-checkpoint.ts';
import { newKeyPair } from '../signing-key.ts';
import { type Answered, analyst, type Json, type Person, readExample, reviewer, type Service, startService } from '../started-service.ts';
import { put as putItem, scan } from '../store/every-item.ts';

const profile = readExample('tiktok/platform.json');
const facts = { ...readExample('signal/2026-04-30.json'), asOf: '2022-12-31' };
const auditor: Person = { id: 'auditor', scopes: ['read', 'operate'] };

type Stored = Record<string, Json> & { pk: string; sk: string };

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const partition = (platform: string) => `PLATFORM#${platform}`;
const event = (n: number) => `EVENT#${String(n).padStart(10, '0')}`;

async function read(platform: string, sk: string): Promise<Stored> {
  const { Item } = await service.client.send(new GetItemCommand({ TableName: service.table, Key: marshall({ pk: partition(platform), sk }) }));
  return unmarshall(Item ?? {}) as Stored;
}
const write = (item: object) =>
  service.client.send(new PutItemCommand({ TableName: service.table, Item: marshall(item, { removeUndefinedValues: true }) }));
const remove = (platform: string, sk: string) =>
  service.client.send(new DeleteItemCommand({ TableName: service.table, Key: marshall({ pk: partition(platform), sk }) }));
async function readAll(platform: string): Promise<Stored[]> {
  const { Items = [] } = await service.client.send(
    new QueryCommand({
      TableName: service.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: marshall({ ':pk': partition(platform) }),
    }),
  );
  return Items.map((item) => unmarshall(item) as Stored);
}

const put = (platform: string, body: unknown, headers: Record<string, string>) =>
  service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body, headers });
async function submit(platform: string, key: string, body: unknown = facts): Promise<{ revision: number; hash: string }> {
  const path = `/v1/platforms/${platform}/assessments`;
  return (await service.call('POST', path, { as: analyst, body, headers: { 'idempotency-key': `${platform}-${key}` } })).json.revision;
}
const judge = (platform: string, { revision, hash }: { revision: number; hash: string }, verdict: string) =>
  service.call('POST', `/v1/platforms/${platform}/assessments/${revision}/verdict`, { as: reviewer, body: { verdict, hash, note: 'Checked.' } });

/** A platform with every kind of item: two revisions, one approved and one rejected, a published score, a changed profile. */
async function record(platform: string): Promise<void> {
  await put(platform, profile, { 'if-none-match': '*' });
  await judge(platform, await submit(platform, 'a'), 'approve');
  await judge(platform, await submit(platform, 'b', { ...facts, note: 'Again.' }), 'reject');
  const { headers } = await service.call('GET', `/v1/platforms/${platform}`, { as: analyst });
  await put(platform, { ...profile, name: 'Another name' }, { 'if-match': headers.etag ?? '' });
}

const verify = async (query: Record<string, string> = {}): Promise<Json> =>
  (await service.call('GET', '/v1/audit/verify', { as: auditor, query })).json;
const verifyOne = (platform: string) => verify({ platform });
const named = (report: Json) => report.broken.map(({ item, fault }: Json) => `${item} ${fault}`);

describe('a record that was not tampered with', () => {
  it('is intact, and everything in it was looked at', async () => {
    await record('clean');
    const all = await readAll('clean');
    const report = await verifyOne('clean');
    expect(report).toEqual({
      intact: true,
      chains: 1,
      events: all.filter(({ sk }) => sk.startsWith('EVENT#')).length,
      items: all.filter(({ sk }) => !sk.startsWith('EVENT#')).length,
      leaves: 0,
      checkpoint: null,
      archive: { checkpoints: 0, begun: null },
      broken: [],
      brokenCount: 0,
      older: [],
      repaired: [],
      nextCursor: null,
    });
    expect(report.events).toBeGreaterThanOrEqual(7);
    expect(new Set(all.map(({ sk }) => sk.split('#')[0]))).toEqual(new Set(['EVENT', 'HEAD', 'REVISION', 'SCORE', 'STATUS']));
  });

  it('is intact while it is written', async () => {
    await put('busy', profile, { 'if-none-match': '*' });
    const writing = (async () => {
      for (let round = 1; round <= 6; round += 1)
        await judge('busy', await submit('busy', `${round}`, { ...facts, note: `Round ${round}.` }), 'approve');
    })();
    let isWriting = true;
    const reports: Json[] = [];
    const reading = (async () => {
      while (isWriting) reports.push(await verifyOne('busy'));
    })();
    await writing;
    isWriting = false;
    await reading;
    expect(reports.filter(({ intact }) => !intact)).toEqual([]);
    expect(reports.length).toBeGreaterThan(3);
    expect(await verifyOne('busy')).toMatchObject({ intact: true });
  });

  it('is distinguished from one that does not exist', async () => {
    expect(await verifyOne('nobody')).toMatchObject({ status: 404 });
    expect((await service.call('GET', '/v1/audit/verify', { as: analyst })).json).toMatchObject({ status: 403 });
  });
});

describe('an item that was tampered with is named', () => {
  /** Kinds of items, by what distinguishes them from the others in the record above. */
  const kinds = [event(3), 'HEAD', 'HEAD#REVISION', 'REVISION#0000000001', 'SCORE#', 'STATUS#0000000002'];
  const find = async (platform: string, kind: string): Promise<Stored> => {
    const found = (await readAll(platform)).find(({ sk }) => sk === kind || (kind.endsWith('#') && sk.startsWith(kind)));
    if (!found) throw new Error(`there is no ${kind}`);
    return found;
  };
  let made = 0;
  const fresh = async () => {
    made += 1;
    await record(`tampered-${made}`);
    return `tampered-${made}`;
  };

  it.each(kinds)('when %s was changed', async (kind) => {
    const platform = await fresh();
    const item = await find(platform, kind);
    await write({
      ...item,
      ...(kind === 'HEAD' ? { profile: { ...item.profile, name: 'X' } } : kind.startsWith('EVENT') ? { by: 'nobody' } : { platform: 'other' }),
    });
    const report = await verifyOne(platform);
    expect(report.intact).toBe(false);
    expect(report.broken).toEqual([{ chain: platform, item: item.sk, fault: 'changed', detail: expect.any(String) }]);
  });

  it.each(kinds)('when something was added to %s', async (kind) => {
    const platform = await fresh();
    const item = await find(platform, kind);
    await write({ ...item, extra: new Set(['x']) });
    expect(named(await verifyOne(platform))).toEqual([`${item.sk} changed`]);
  });

  it.each(kinds)('when %s was deleted', async (kind) => {
    const platform = await fresh();
    const { sk } = await find(platform, kind);
    await remove(platform, sk);
    expect(named(await verifyOne(platform))[0]).toBe(`${sk} missing`);
  });

  it.each(['REVISION#0000000009', 'SCORE#scr_0', 'STATUS#0000000009', 'AAA', 'EVENT#x', 'EVENT#00000000011', 'ZZZ'])(
    'when %s was added',
    async (sk) => {
      const platform = await fresh();
      await write({ ...(await find(platform, 'STATUS#0000000001')), sk });
      expect(named(await verifyOne(platform))).toEqual([`${sk} added`]);
    },
  );

  it('when an event was added at the end', async () => {
    const platform = await fresh();
    const head = await read(platform, 'HEAD');
    const last = await read(platform, event(head.sequence));
    const { hash: _, pk, sk: __, ...content } = last;
    const forged = { ...content, sequence: head.sequence + 1, previous: last.hash };
    await write({ ...forged, hash: hashOf(forged), pk, sk: event(head.sequence + 1) });
    expect(named(await verifyOne(platform))).toEqual(['HEAD changed', 'HEAD unfollowed']);
  });

  it.each([
    [event(2), event(5)],
    [event(3), event(4)],
    ['REVISION#0000000001', 'REVISION#0000000002'],
    ['STATUS#0000000001', 'REVISION#0000000001'],
    ['SCORE#', 'STATUS#0000000002'],
  ])('when %s and %s were swapped', async (a, b) => {
    const platform = await fresh();
    const [one, other] = [await find(platform, a), await find(platform, b)];
    await write({ ...one, sk: other.sk });
    await write({ ...other, sk: one.sk });
    expect(named(await verifyOne(platform)).sort()).toEqual([`${one.sk} swapped`, `${other.sk} swapped`].sort());
  });

  it('when an event was changed and its hash made to fit', async () => {
    const platform = await fresh();
    const { hash: _, pk, sk, ...content } = await read(platform, event(3));
    const forged = { ...content, by: 'nobody' };
    await write({ ...forged, hash: hashOf(forged), pk, sk });
    expect(await verifyOne(platform)).toMatchObject({
      broken: [{ item: event(3), fault: 'changed', detail: `${event(4)} names another hash for it` }],
    });
  });

  it('when a status was put back to what it was', async () => {
    const platform = await fresh();
    const status = await read(platform, 'STATUS#0000000001');
    const { decidedBy: _, decidedAt: __, note: ___, ...before } = status;
    await write({ ...before, status: 'submitted' });
    expect(named(await verifyOne(platform))).toEqual(['STATUS#0000000001 changed']);
  });

  it('when a sealed revision is named again by an event made to fit', async () => {
    const platform = await fresh();
    const revision = { ...(await read(platform, 'REVISION#0000000001')), submittedBy: 'nobody' };
    await write(revision);
    await appendForged(platform, { items: {}, state: { [revision.sk]: sealOf(revision) } });
    const report = await verifyOne(platform);
    expect(report.broken[0]).toMatchObject({ fault: 'changed', detail: expect.stringContaining('REVISION#0000000001 again') });
  });
});

/** The hash that an event has for an item, as docs/adr/0009 says it. */
function sealOf({ pk: _, sk, lastHash, ...content }: Stored): string {
  return hashOf(sk === 'HEAD' || lastHash === undefined ? content : { ...content, lastHash });
}

/** An event at the end of a chain, with a head that fits it: what somebody could write who knows how we hash. */
async function appendForged(platform: string, { items, state }: { items: object; state: object }): Promise<void> {
  const head = await read(platform, 'HEAD');
  const { hash, pk, sk: _, ...content } = await read(platform, event(head.sequence));
  const sequence = head.sequence + 1;
  const moved = { ...head, sequence, version: head.version + 1 };
  const forged = { ...content, sequence, previous: hash, items, state: { ...state, HEAD: sealOf(moved) } };
  const forgedHash = hashOf(forged);
  await write({ ...forged, hash: forgedHash, pk, sk: event(sequence) });
  await write({ ...moved, lastHash: forgedHash });
}

/** The whole partition as it was at an earlier time. */
async function rollBack(platform: string, before: readonly Stored[]): Promise<void> {
  const kept = new Set(before.map(({ sk }) => sk));
  for (const { sk } of await readAll(platform)) if (!kept.has(sk)) await remove(platform, sk);
  for (const item of before) await write(item);
}

describe('by the signed checkpoint', () => {
  const signing = createSigning([newKeyPair()]);
  const documentOf = async (day: string) => (await service.deps.archive.find(`checkpoints/${day}.note`)) ?? '';
  const take = (at: string) => {
    service.setNow(at);
    return takeCheckpoint(service);
  };
  const tree = 'TREE TREE';
  let apart: Service;
  const outer = () => service;
  beforeAll(async () => {
    apart = outer();
    service = await startService({ checkpoints: signing });
    service.setNow('2026-01-01T12:00:00Z');
  });
  afterAll(async () => {
    await service.stop();
    service = apart;
  });

  it('a chain stays intact from day to day, and one document a day is signed by the published key of the log', async () => {
    expect(await take('2026-01-01T12:00:00Z')).toEqual({ archived: 0, broken: 0 });
    await record('steady');
    expect(await take('2026-01-02T00:10:00Z')).toEqual({ archived: 1, broken: 0 });
    expect(await take('2026-01-02T03:00:00Z')).toEqual({ archived: 0, broken: 0 });
    await judge('steady', await submit('steady', 'later', { ...facts, note: 'Later.' }), 'approve');
    expect(await take('2026-01-03T00:10:00Z')).toEqual({ archived: 1, broken: 0 });
    const policy = readLogPolicy((await service.call('GET', '/v1/log/policy')).text);
    if (typeof policy === 'string') throw new Error(policy);
    const opened = openCheckpoint(await documentOf('2026-01-03'), { logs: policy.logs, witnesses: [] }, verifyEd25519);
    if (typeof opened === 'string') throw new Error(opened);
    expect(opened.head.root).toEqual(await service.deps.store.readRoot(opened.head.size));
    expect(await verifyOne('steady')).toMatchObject({ intact: true, checkpoint: { day: '2026-01-03', size: opened.head.size } });
  });

  it('a tail that was cut off together with its head is named, by what the tree has of it', async () => {
    await put('cut', profile, { 'if-none-match': '*' });
    const before = await readAll('cut');
    await submit('cut', 'a');
    await take('2026-01-04T00:10:00Z');
    const whole = await readAll('cut');
    await rollBack('cut', before);
    expect(named(await verifyOne('cut'))).toEqual([`${event(2)} cut-off`]);
    await rollBack('cut', whole);
    expect(await verify()).toMatchObject({ intact: true, broken: [] });
  });

  it('a chain that is gone as a whole is named', async () => {
    const whole = await readAll('steady');
    for (const { sk } of whole) await remove('steady', sk);
    expect((await verify()).broken).toMatchObject([{ chain: 'steady', item: 'HEAD', fault: 'missing', detail: 'the tree has events of this chain' }]);
    expect((await verifyOne('steady')).intact).toBe(false);
    await rollBack('steady', whole);
    expect(await verify()).toMatchObject({ intact: true, broken: [] });
  });

  it('a record that was rewritten with its tree, feed and newest checkpoint is named for good, and no later checkpoint covers it up', async () => {
    const items = await scan(service);
    await record('later');
    expect(await take('2026-01-05T00:10:00Z')).toMatchObject({ archived: 1 });
    const later = await scan(service);
    const putBack = async (to: readonly Item[]) => {
      for (const { pk, sk } of await scan(service))
        await service.client.send(new DeleteItemCommand({ TableName: service.table, Key: marshall({ pk, sk }) }));
      for (const item of to) await putItem(service, item);
    };
    await putBack(items);
    const cut = (await verify()).broken;
    expect(cut).toContainEqual(expect.objectContaining({ chain: 'tree', item: tree, fault: 'cut-off' }));
    for (const name of ['other-a', 'other-b', 'other-c']) await record(name);
    expect(await take('2026-01-06T00:10:00Z')).toEqual({ archived: 0, broken: 1 });
    expect(await take('2026-01-06T00:20:00Z')).toEqual({ archived: 0, broken: 1 });
    const rewritten = (await verify()).broken;
    expect(rewritten).toContainEqual(
      expect.objectContaining({ chain: 'tree', item: tree, fault: 'rewritten', detail: expect.stringContaining('2026-01-05.note') }),
    );
    expect((await service.deps.store.findAudit())?.broken).toMatchObject([{ chain: 'tree', item: tree, fault: expect.any(String) }]);
    await putBack(later);
    expect(await verify()).toMatchObject({ intact: true, broken: [], checkpoint: { day: '2026-01-05' } });
  });

  it('a document by another key, for another purpose or of another day is named, and does not hide the one before', async () => {
    const forger = createSigning([newKeyPair()]);
    const document = { day: '2026-02-01', takenAt: '2026-02-01T00:10:00Z', previous: null, chains: [], broken: [] };
    const { archive } = service.deps;
    await archive.record('checkpoints/2026-02-01.jws', await forger.sign(document, 'whereabouts-checkpoint+jws'));
    await archive.record('checkpoints/2026-02-02.jws', await signing.sign({ ...document, day: '2026-02-02' }, 'JWT'));
    await archive.record('checkpoints/2026-02-03.jws', await signing.sign(document, 'whereabouts-checkpoint+jws'));
    await archive.record('checkpoints/2026-02-04.jws', 'nonsense');
    await archive.record('checkpoints/2026-02-05.jws', await service.deps.sign({ ...document, day: '2026-02-05' }, 'whereabouts-checkpoint+jws'));
    const note = await documentOf('2026-01-05');
    await archive.record('checkpoints/2026-02-06.note', note.replace('\n', 'x\n'));
    await archive.record('checkpoints/2026-02-07.note', 'nonsense');
    await archive.record('checkpoints/any.note', note);
    // True, if old: it hides nothing.
    await archive.record('checkpoints/2026-02-09.note', await documentOf('2026-01-02'));
    const report = await verifyOne('steady');
    expect(report.checkpoint.day).toBe('2026-01-05');
    const reasons = Object.fromEntries(report.broken.map(({ chain, item, fault, detail }: Json) => [`${chain} ${item} ${fault}`, detail]));
    expect(reasons).toEqual({
      'checkpoints checkpoints/2026-02-01.jws changed': 'its key is not among the published ones',
      'checkpoints checkpoints/2026-02-02.jws changed': 'it is signed as JWT',
      'checkpoints checkpoints/2026-02-03.jws changed': 'it is the checkpoint of 2026-02-01',
      'checkpoints checkpoints/2026-02-04.jws changed': 'its signature does not hold',
      'checkpoints checkpoints/2026-02-05.jws changed': 'it is signed by a key of bundles, and one before it is not',
      'checkpoints checkpoints/2026-02-06.note changed': 'no known key of the log has signed it',
      'checkpoints checkpoints/2026-02-07.note changed': 'it does not have the form of a checkpoint of at most 64 signatures',
      'checkpoints checkpoints/any.note changed': 'its name is not that of a day',
    });
  });

  it('the ends of all chains that were signed before there was a tree are still held', async () => {
    const { sequence, lastHash } = await read('steady', 'HEAD');
    const signed = (day: string, end: object) =>
      signing.sign(
        { day, takenAt: `${day}T00:10:00Z`, previous: null, chains: [{ chain: 'steady', ...end }], broken: [] },
        'whereabouts-checkpoint+jws',
      );
    const claims = async () => named(await verifyOne('steady')).filter((one: string) => one.startsWith('EVENT#'));
    const { archive } = service.deps;
    await archive.record('checkpoints/2026-03-01.jws', await signed('2026-03-01', { sequence, lastHash }));
    expect(await claims()).toEqual([]);
    await archive.record('checkpoints/2026-03-02.jws', await signed('2026-03-02', { sequence: sequence + 1, lastHash }));
    expect(await claims()).toEqual([`${event(sequence + 1)} cut-off`]);
    await archive.record('checkpoints/2026-03-03.jws', await signed('2026-03-03', { sequence, lastHash: '0'.repeat(64) }));
    expect(await claims()).toEqual([`${event(sequence)} rewritten`]);
  });
});

describe('all chains are looked at, in pages', () => {
  it('each once, until there is no cursor', async () => {
    for (const name of ['p-a', 'p-b', 'p-c']) await put(name, profile, { 'if-none-match': '*' });
    let chains = 0;
    let cursor: string | null = '';
    do {
      const report: Json = await verify({ limit: '2', ...(cursor && { cursor }) });
      expect(report.chains).toBeLessThanOrEqual(2);
      chains += report.chains;
      cursor = report.nextCursor;
    } while (cursor !== null);
    expect(chains).toBe((await verify({ limit: '200' })).chains);
    expect((await verify({ cursor: 'forged' })).status).toBe(400);
  });

  it('a long chain in parts, each with all events and some of the other items', async () => {
    const all = await readAll('clean');
    const seen: string[] = [];
    let after: string | undefined;
    let parts = 0;
    do {
      const { reading, next } = await service.deps.store.readChain('clean', { after, units: 0 });
      expect(reading.events.length).toBe(all.filter(({ sk }) => sk.startsWith('EVENT#')).length);
      seen.push(...reading.items.map(({ item }) => item));
      after = next;
      parts += 1;
    } while (after !== undefined && parts < 20);
    expect(seen).toEqual(all.map(({ sk }) => sk).filter((sk) => !sk.startsWith('EVENT#') && sk !== 'HEAD'));
  });
});

it('a checkpoint that a key of bundles signed counts until one is signed by a key of its own', async () => {
  const other = await startService();
  onTestFinished(() => other.stop());
  const { archive, sign } = other.deps;
  await other.call('PUT', '/v1/platforms/a', { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
  const { sequence, lastHash } = (await other.deps.store.findChainEnd('a')) ?? {};
  const before = { takenAt: '2026-01-01T00:10:00Z', previous: null, chains: [{ chain: 'a', sequence, lastHash }], broken: [] };
  const record = async (day: string) => archive.record(`checkpoints/${day}.jws`, await sign({ ...before, day }, 'whereabouts-checkpoint+jws'));
  await record('2026-01-01');
  const look = async () => (await other.call('GET', '/v1/audit/verify', { as: auditor })).json;
  expect(await look()).toMatchObject({ intact: true, checkpoint: { day: '2026-01-01', size: null } });
  other.setNow('2026-01-02T00:10:00Z');
  await takeCheckpoint(other);
  expect(await look()).toMatchObject({ intact: true, checkpoint: { day: '2026-01-02', size: 1 } });
  await record('2026-01-03');
  expect(await look()).toMatchObject({ intact: false, checkpoint: { day: '2026-01-02' }, broken: [{ item: 'checkpoints/2026-01-03.jws' }] });
});

it('the keys of checkpoints are published apart, and none of them among those of bundles', async () => {
  const [bundles, checkpoints] = await Promise.all(['/v1/keys', '/v1/keys/checkpoints'].map((path) => service.call('GET', path)));
  const kids = (answer: Answered | undefined) => answer?.json.keys.map(({ kid }: Json) => kid);
  expect(kids(checkpoints)).toHaveLength(1);
  expect(kids(bundles)).toHaveLength(1);
  expect(kids(checkpoints)).not.toEqual(kids(bundles));
});

describe('the keys that sign are published', () => {
  it('the current one first, and those before it for as long as they are configured', async () => {
    const [older, newer] = [newKeyPair(), newKeyPair()];
    const before = createSigning([older]);
    const after = createSigning([newer, older]);
    const token = await before.sign({ a: 1 }, 'JWT');
    const keys = await after.publicKeys();
    expect(keys.map(({ kid }) => kid)).toEqual([expect.any(String), (await before.publicKeys())[0]?.kid]);
    await expect(compactVerify(token, createLocalJWKSet({ keys }))).resolves.toBeTruthy();
    await expect(compactVerify(await after.sign({ a: 1 }, 'JWT'), createLocalJWKSet({ keys }))).resolves.toMatchObject({
      protectedHeader: { kid: keys[0]?.kid },
    });
    expect(await before.sign({ a: 1 }, 'JWT')).toBe(token);
  });

  it('to anyone, as JWKS and PEM', async () => {
    const answer = await service.call('GET', '/v1/keys');
    expect(answer.status).toBe(200);
    expect(answer.json.keys).toEqual([
      {
        kty: 'RSA',
        alg: 'RS256',
        use: 'sig',
        e: 'AQAB',
        n: expect.any(String),
        kid: expect.any(String),
        pem: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/),
      },
    ]);
  });
});
