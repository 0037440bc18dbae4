import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { backUp } from '../../store/backup.ts';
import { BadBackup, checkBackup } from '../../store/check-backup.ts';
import { restore } from '../../store/restore.ts';
import { deciding } from '../decision-case.ts';
import { analyst, type Json, policyTool, readExample, type Service, startService } from '../started-service.ts';
import { expectIntact, expectWholeFeed, openRecord, profile } from './record.ts';

let service: Service;
let lines: string[] = [];

beforeAll(async () => {
  service = await startService();
  service.setNow('2023-02-23T12:00:00.000Z');
  const { assess, decide } = deciding(service);
  await assess('tiktok', readExample('tiktok/2023-02-23.json'));
  await decide('tiktok');
  const signal = openRecord(service, 'signal');
  await signal.create();
  await signal.submit('a');
  await signal.ask('A reader asked.');
  await service.call('POST', '/v1/policy/opa/status', { as: policyTool, body: { labels: { id: 'opa-1' }, bundles: {} } });
  await service.deps.store.putRefusal({ platform: 'tiktok', key: 'a'.repeat(32), by: analyst.id, at: '2023-02-23T12:00:00.000Z' });
  await reviewPlatforms(service.deps);
  await service.pump();
  await renewPolicy(service.deps);
  await releasePolicy(service.deps);
  await service.pump();
  lines = await take(service);
});
afterAll(() => service.stop());

async function take({ client, table }: Service): Promise<string[]> {
  const taken: string[] = [];
  for await (const line of backUp({ client, name: table }, '2023-02-24T00:00:00.000Z')) taken.push(line);
  return taken;
}
const reading = (of: readonly string[]) =>
  async function* () {
    yield* of;
  };
const into = ({ client, table }: Service, of: readonly string[]) => restore({ client, name: table }, reading(of));

/** Everything in a table, by key; what has a date of expiry by itself, or is made again, apart. */
async function readAll({ client, table }: Service): Promise<Map<string, Json>> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
  return new Map(
    Items.map((item) => unmarshall(item))
      .map((item): [string, Json] => [`${item.pk} ${item.sk}`, item])
      .sort(),
  );
}
/** Not in a backup, and the note of what stands in an index, which says of which version of a head it was made. */
const isOwn = (key: string) => /^(REPLY|REACHED)#/.test(key) || isOfTree(key);
/** The tree over the feed, and who has acted, are made again from the feed. */
const isOfTree = (key: string) => /^(LEAF#|TREE\b|PEOPLE\b)/.test(key);

describe('a backup', () => {
  it('holds every item of the table but the answers remembered for a day, older exports, and the index and the tree that are made again', async () => {
    const kept = new Set(lines.map((line) => JSON.parse(line).item).map((item) => item && `${item.pk} ${item.sk}`));
    const all = [...(await readAll(service)).keys()];
    const current = (await service.deps.store.findPolicyMark())?.current?.place;
    const leftOut = new RegExp(`^(REPLY#|REACH#|REACHED#|LEAF#|TREE\\b|PEOPLE\\b|POLICY#(?!${current}))`);
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((key) => !kept.has(key) && !leftOut.test(key))).toEqual([]);
    expect(all.some((key) => leftOut.test(key))).toBe(true);
  });

  it('says in its first line, as a JSON Schema, what its lines are', () => {
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    const validate = ajv.compile(JSON.parse(lines[0] ?? '').schema);
    for (const line of lines) expect(validate(JSON.parse(line)) || [line.slice(0, 200), validate.errors]).toBe(true);
    expect(validate({ kind: 'event', item: { pk: 'PLATFORM#x', sk: 'EVENT#1' } })).toBe(false);
    const kinds = new Set(lines.map((line) => JSON.parse(line).kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['head', 'other-head', 'revision', 'score', 'decision', 'course', 'feed-place', 'policy-part', 'refused']),
    );
    expect(kinds).not.toContain('stray');
  });

  it('restored into an empty table gives back the same record, which verifies, goes on and announces nothing twice', async () => {
    const other = await startService();
    try {
      const figures = await into(other, lines);
      expect(figures).toMatchObject({ items: lines.length - 2, chains: 4, broken: [] });
      const [before, after] = await Promise.all([readAll(service), readAll(other)]);
      for (const [key, item] of before) if (!isOwn(key)) expect([key, after.get(key)]).toEqual([key, item]);
      expect(after.size).toBe([...before.keys()].filter((key) => !key.startsWith('REPLY#') && !isOfTree(key)).length);
      expect((await take(other)).at(-1)).toBe(lines.at(-1));

      other.setNow('2023-02-24T12:00:00.000Z');
      const last = (await other.deps.store.listFeed({ after: 0, limit: 200 })).upTo;
      await other.pump();
      expect((await other.deps.store.listFeed({ after: 0, limit: 200 })).upTo).toBe(last);
      await expectIntact(other);
      const grown = await readAll(other);
      for (const [key, item] of before) if (/^(LEAF#|PEOPLE\b)/.test(key)) expect([key, grown.get(key)]).toEqual([key, item]);
      const reached = await other.call('GET', '/v1/platforms', { as: analyst, query: { jurisdiction: 'CN' } });
      expect(reached.json.items).toHaveLength(1);
      expect((await other.call('GET', '/v1/policy/domains', { as: policyTool })).text).toContain('tiktok.com');

      const signal = openRecord(other, 'signal');
      const head = await signal.head();
      expect((await signal.judge(1, { verdict: 'approve', hash: head.pending?.hash })).status).toBe(200);
      await expectIntact(other);
      await expectWholeFeed(other);
    } finally {
      await other.stop();
    }
  });

  it('is refused by a table that holds anything', async () => {
    await expect(into(service, lines)).rejects.toThrow('is not empty');
  });

  const changed = (find: (line: Json) => boolean, change: (line: Json) => void) => {
    const at = lines.findIndex((line) => find(JSON.parse(line)));
    expect(at).toBeGreaterThan(-1);
    const line = JSON.parse(lines[at] ?? '');
    change(line);
    return lines.with(at, JSON.stringify(line));
  };

  it.each([
    ['is cut off', () => lines.slice(0, -1), 'breaks off'],
    ['begins in the middle', () => lines.slice(1), 'Line 1 is not the beginning'],
    ['goes on after its end', () => [...lines, lines[1] ?? ''], 'comes after the end'],
    ['lacks an event', () => lines.filter((line) => !line.includes('"sk":"EVENT#0000000002"')), 'EVENT#0000000002 is missing'],
    [
      'has another score in it',
      () =>
        changed(
          ({ kind }) => kind === 'score',
          ({ item }) => {
            item.computedAt = '2023-01-01T00:00:00.000Z';
          },
        ),
      'does not verify',
    ],
    ['has lost a place of the feed', () => lines.filter((line) => !line.includes('"sk":"0000000001"')), 'its hash is another'],
    ['is of a later form', () => [(lines[0] ?? '').replace('"format":1', '"format":2'), ...lines.slice(1)], 'Line 1 does not have the form'],
    ['holds something else', () => lines.with(3, 'no JSON'), 'Line 4 does not have the form'],
  ])('that %s is refused, and nothing of it is written', async (_, change, reason) => {
    const other = await startService();
    try {
      await expect(into(other, change())).rejects.toThrow(BadBackup);
      await expect(into(other, change())).rejects.toThrow(reason);
      expect((await readAll(other)).size).toBe(0);
    } finally {
      await other.stop();
    }
  });

  it('can be taken while the record changes, and is a state that stood', async () => {
    const signal = openRecord(service, 'signal');
    let isDone = false;
    const writing = (async () => {
      for (let i = 0; !isDone; i += 1) {
        const { headers } = await signal.read();
        await signal.put({ 'if-match': headers.etag ?? '' }, { ...profile, name: `Name ${i}` });
        await service.pump();
      }
    })();
    const taken: string[][] = [];
    try {
      for (let i = 0; i < 5; i += 1) taken.push(await take(service));
    } finally {
      isDone = true;
      await writing;
    }
    for (const one of taken) expect(await checkBackup(reading(one)())).toMatchObject({ broken: [] });
    expect(taken.at(-1)?.length).toBeGreaterThan(taken[0]?.length ?? 0);
  });
});
