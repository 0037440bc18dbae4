import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advanceDecisions } from '../../lambdas/jobs/advance-decisions.ts';
import { announceMissed } from '../../lambdas/jobs/announce-missed.ts';
import { makePolicy } from '../../lambdas/jobs/make-policy.ts';
import { measureLag } from '../../lambdas/jobs/measure-lag.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import type { Item } from '../../store/table.ts';
import { auditor, type Json, type Service, startService } from '../started-service.ts';
import { ask, fillEveryKind, INDEX_KEYS, put, READS, scan } from '../store/every-item.ts';
import { openRecord } from '../store/record.ts';
import { observe } from './observe.ts';
import { takeCheckpoint } from './take-checkpoint.ts';

/** An item of each kind that belongs to a platform, by the beginning of its key; of several the last one. */
const KINDS = {
  head: 'PLATFORM#tiktok HEAD',
  'approved revision': 'PLATFORM#tiktok HEAD#REVISION',
  revision: 'PLATFORM#tiktok REVISION#',
  status: 'PLATFORM#tiktok STATUS#',
  score: 'PLATFORM#tiktok SCORE#',
  event: 'PLATFORM#tiktok EVENT#',
  'closed review': 'PLATFORM#tiktok REVIEW#',
  decision: 'PLATFORM#tiktok DECISION#',
  'progress of a decision': 'PLATFORM#tiktok COURSE#',
  work: 'WORK#tiktok WORK',
  'place in the feed': 'FEED#0000000000 ',
  'mark in the feed': 'ANNOUNCED#tiktok MARK',
  'mark in the index': 'REACHED#tiktok REACHED',
  'place in the index': 'REACH#CN#* tiktok',
  'report of a consumer': 'CONSUMERS ',
  'chain of the consumers': 'PLATFORM#consumers HEAD',
  'chain of the register': 'PLATFORM#register HEAD',
  'last look': 'WORK-LAST-LOOK WORK-LAST-LOOK',
  'versions called up': 'WORK-VERSIONS WORK-VERSIONS',
} as const;
type Kind = keyof typeof KINDS;

const isKey = (name: string) => name === 'pk' || name === 'sk' || INDEX_KEYS.has(name);
const mapContent = (item: Item, change: (value: Json) => Json): Item =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, isKey(name) ? value : change(value)])) as Item;

const POISONS: Record<string, (item: Item) => Item> = {
  'of another type': (item) => mapContent(item, (value) => (typeof value === 'string' ? 7 : 'seven')),
  'without its members': (item) => mapContent(item, () => undefined),
  'without its members and the keys of its indexes': ({ pk, sk }) => ({ pk, sk }),
  'of lists': (item) => mapContent(item, () => []),
  'of values that are none of its own': (item) =>
    mapContent(item, (value) => (typeof value === 'string' ? (value.startsWith('{') ? '{"of":"another shape"}' : 'pondered') : value)),
};

let service: Service;
let sound: Map<string, Item>;
beforeAll(async () => {
  service = await startService();
  await fillEveryKind(service);
  const healthy = openRecord(service, 'healthy');
  await healthy.create();
  await healthy.approve('a');
  await healthy.ask('A reader asked.');
  service.setNow('2023-03-16T00:10:00.000Z');
  await night();
  sound = new Map((await scan(service)).map((item) => [`${item.pk} ${item.sk}`, item]));
});
afterAll(() => service.stop());

/** Every job, by the clock as it stands. Only a chain that cannot be announced fails a job, after all others are. */
async function night() {
  await service.pump();
  const reviewed = await reviewPlatforms(service.deps);
  const moved = await advanceDecisions(service.deps);
  const announced = await announceMissed(service.deps).catch((error: Error) => error.message);
  await takeCheckpoint(service);
  const made = await makePolicy(service.deps);
  await renewPolicy(service.deps);
  await releasePolicy(service.deps);
  return { reviewed, moved, announced, made, lag: await measureLag(service.deps) };
}

const keyOf = (kind: Kind) => [...sound.keys()].filter((key) => key.startsWith(KINDS[kind])).at(kind === 'head' ? 0 : -1) ?? '';
/** Kinds without which what is published of their platform cannot be looked at again. */
const SETS_ASIDE: ReadonlySet<Kind> = new Set<Kind>(['head', 'approved revision', 'work']);
/** Kinds without which nothing shows whether a ruling was approved. */
const OF_RULING: ReadonlySet<Kind> = new Set<Kind>(['head', 'decision', 'progress of a decision']);

/** Every poison of every kind is a minute's work: `POISONS=all` tries them all, as CI does, and otherwise each kind has the next of them in turn. */
const poisonsOf = (kind: Kind) => {
  const all = Object.keys(POISONS);
  return process.env.POISONS === 'all' ? all : [all[Object.keys(KINDS).indexOf(kind) % all.length] ?? ''];
};

let day = 17;
describe.each(Object.keys(KINDS) as Kind[])('the %s of a platform that is poisoned', (kind) => {
  test.each(poisonsOf(kind))('%s: lists, exports and jobs go on, and it is set aside', async (poison) => {
    const key = kind === 'decision' || kind === 'progress of a decision' ? rulingKey(kind) : keyOf(kind);
    const item = sound.get(key);
    if (!item) throw new Error(`the record has no ${kind}`);
    await put(service, POISONS[poison]?.(item) as Item);
    const date = new Date(Date.UTC(2023, 2, day));
    day += 1;
    service.setNow(date.toISOString().replace('T00:00', 'T00:10'));
    const before = await exported();

    const { made, reviewed, announced } = await night();
    expect(['made', 'unchanged']).toContain(made);
    expect(reviewed.looked).toBeGreaterThan(0);
    if (kind !== 'event' && kind !== 'mark in the feed') expect(announced).toBeTypeOf('object');
    for (const address of READS) {
      const answer = await ask(service, address);
      expect(`${address} ${answer.status}`).toBe(`${address} 200`);
      if (/^\/v1\/platforms$/.test(address)) expect(answer.text).toContain('"healthy"');
    }
    for (const part of ['', '/score', '/scores', '/assessments', '/events'])
      expect((await ask(service, `/v1/platforms/healthy${part}`)).status).toBe(200);

    const after = await exported();
    expect(after.decided.map(({ id }: Json) => id)).toEqual(before.decided.map(({ id }: Json) => id));
    expect(after.platforms.map(({ id }: Json) => id)).toEqual(before.platforms.map(({ id }: Json) => id));
    expect((await ask(service, '/v1/policy/domains')).text).toContain('tiktok.com');
    const status = (await ask(service, '/v1/status')).json;
    expect(status.withheld).toBe(null);
    const isAside = SETS_ASIDE.has(kind) || OF_RULING.has(kind);
    const { pk, sk } = item;
    const isListed = kind !== 'work' || poison !== 'without its members and the keys of its indexes';
    if (isAside && isListed) {
      expect(status.setAside.items).toContainEqual(expect.objectContaining({ platform: 'tiktok', item: { pk, sk } }));
      expect((await measureLag(service.deps)).setAside).toBe(status.setAside.count);
    }
    if (OF_RULING.has(kind)) {
      expect(after.setAside).toEqual([{ platform: 'tiktok', item: { pk, sk } }]);
      expect((await ask(service, '/v1/policy/scores.csv')).text).toContain(`,${pk} ${sk}`);
    }
    if (kind === 'head') {
      const answer = await ask(service, '/v1/platforms/tiktok');
      expect(answer).toMatchObject({ status: 500, json: { type: '/v1/problems/record-unreadable', requestId: 'test-request' } });
      expect(answer.json.detail).toContain(`${pk} ${sk}`);
      if (item.listPk !== undefined && poison !== 'without its members and the keys of its indexes')
        expect((await ask(service, '/v1/platforms')).json.setAside).toEqual([{ platform: 'tiktok', item: { pk, sk } }]);
    }
    if (pk === 'PLATFORM#tiktok') expect((await service.call('GET', '/v1/audit/verify', { as: auditor })).json).toMatchObject({ intact: false });

    // Put back from the backup.
    await put(service, item);
    expect((await ask(service, '/v1/status')).json.setAside).toEqual({ count: 0, items: [] });
    sound = new Map((await scan(service)).map((one) => [`${one.pk} ${one.sk}`, one]));
  });
});

/** The item of the decision that stands. */
function rulingKey(kind: 'decision' | 'progress of a decision'): string {
  const [standing] = (sound.get('PLATFORM#tiktok HEAD') as Json).decisions.filter(({ isEffective }: Json) => isEffective);
  return `${KINDS[kind]}${standing.id}`;
}

async function exported(): Promise<Json> {
  return (await ask(service, '/v1/policy/scores.json')).json;
}

test('what was seen of poisoned items is kept for the table of faults', () => {
  observe({
    fault: 'an item of the table is poisoned: of the wrong type, gutted, or of another shape',
    times: (Object.keys(KINDS) as Kind[]).flatMap(poisonsOf).length,
    seen: 'its platform was set aside, by the key of the item; every list, export and job went on, and the block on the platform stood',
    means: 'One broken record does not hold up the others; it is restored from the backup, which takes a hand.',
  });
});
