import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceDecisions } from '../../lambdas/jobs/advance-decisions.ts';
import { announceMissed } from '../../lambdas/jobs/announce-missed.ts';
import { measureLag } from '../../lambdas/jobs/measure-lag.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { backUp } from '../../store/backup.ts';
import { checkBackup } from '../../store/check-backup.ts';
import { takeCheckpoint } from '../faults/take-checkpoint.ts';
import { analyst, decider2, type Json, readExample, type Service, startService } from '../started-service.ts';
import { ADDED, ask, fillEveryKind, growAll, put, READS, scan } from './every-item.ts';
import { expectIntact, openRecord } from './record.ts';

let service: Service;
let decision: Json;
let before: Map<string, Json>;
const state = async () => new Map((await scan(service)).map((item): [string, Json] => [`${item.pk} ${item.sk}`, item]));

beforeAll(async () => {
  service = await startService();
  ({ decision } = await fillEveryKind(service));
  for (const item of growAll(await scan(service))) await put(service, item);
  before = await state();
});
afterAll(() => service.stop());

const OF_TIKTOK = [
  '/v1/platforms/tiktok',
  '/v1/platforms/tiktok/score',
  '/v1/platforms/tiktok/scores',
  '/v1/platforms/tiktok/assessments',
  '/v1/platforms/tiktok/assessments/1',
  '/v1/platforms/tiktok/events',
];

test.each([...READS, ...OF_TIKTOK])('what the next release has written is read, and shown without what is not known: %s', async (address) => {
  const answer = await ask(service, address);
  expect(`${answer.status} ${answer.status === 200 ? '' : answer.text}`).toBe('200 ');
  expect(answer.text).not.toContain(ADDED);
  expect(answer.json?.setAside ?? { count: 0 }).toMatchObject({ count: 0 });
});

test('its record is intact, and a backup of it passes its checks', async () => {
  await expectIntact(service);
  const lines: string[] = [];
  for await (const line of backUp({ client: service.client, name: service.table }, '2023-02-25T00:00:00.000Z')) lines.push(line);
  const figures = await checkBackup(
    (async function* () {
      yield* lines;
    })(),
  );
  expect(figures.broken).toEqual([]);
});

test('every act goes on with it, and carries on what it does not know', async () => {
  const { call } = service;
  const act = async (answer: ReturnType<typeof call>, status: number) => {
    const { status: given, text } = await answer;
    expect(`${given} ${given === status ? '' : text}`).toBe(`${status} `);
    expect(text).not.toContain(ADDED);
  };
  const signal = openRecord(service, 'signal');
  const tiktok = openRecord(service, 'tiktok');
  const { hash } = (await service.deps.store.findStatus('signal', 1)) ?? { hash: '' };
  await act(signal.judge(1, { verdict: 'approve', hash }), 200);
  await act(tiktok.put({ 'if-match': (await tiktok.read()).headers.etag ?? '' }, { ...readExample('tiktok/platform.json'), note: 'Renamed.' }), 200);
  await act(call('POST', `/v1/platforms/tiktok/decisions/${decision.id}/approval`, { as: decider2, body: { hash: decision.hash } }), 200);
  await act(tiktok.confirm((await tiktok.head()).review?.id ?? '', 'Nothing has changed.'), 200);
  await act(tiktok.submit('again', { ...readExample('tiktok/2023-02-23.json'), commitments: [] }), 201);
  service.setNow('2023-02-25T00:30:00.000Z');
  expect(await reviewPlatforms(service.deps)).toMatchObject({ looked: 2, failed: 0 });
  expect(await advanceDecisions(service.deps)).toMatchObject({ failed: 0 });
  await announceMissed(service.deps);
  await takeCheckpoint(service);
  expect(await renewPolicy(service.deps)).toMatchObject({ made: 1, withheld: 0 });
  expect(await releasePolicy(service.deps)).toMatchObject({ released: 1 });
  expect(await measureLag(service.deps)).toMatchObject({ setAside: 0 });
  await service.pump();
  await expectIntact(service);

  const after = await state();
  const head = after.get('PLATFORM#tiktok HEAD');
  expect(head.version).toBeGreaterThan(before.get('PLATFORM#tiktok HEAD').version + 2);
  expect(head).toMatchObject({ nextPk: 'NEXT', [ADDED]: { of: [''] }, schema: 1 });
  for (const part of [head.profile, head.profile.apps, head.published.score, head.approved, head.decisions[0], head.decisions[0].grounds.apps])
    expect(part).toHaveProperty(ADDED);
  const waiting = head.decisions.find(({ id }: Json) => id === decision.id);
  expect(waiting).toHaveProperty(ADDED);
  expect(waiting.exemptions[0]).toHaveProperty(ADDED);
  expect(JSON.parse(after.get('PLATFORM#signal HEAD#REVISION').assessment)).toHaveProperty(ADDED);
  const changed = [...after].filter(([key, item]) => before.has(key) && JSON.stringify(item) !== JSON.stringify(before.get(key))).map(([key]) => key);
  const isMadeAnew = (key: string) => /^(WORK-LAST-LOOK|POLICY#|REACH#)/.test(key);
  expect(changed).toEqual(
    expect.arrayContaining(['PLATFORM#signal STATUS#0000000001', 'ANNOUNCED#signal MARK', 'FEED END', 'POLICY CURRENT', 'WORK#tiktok WORK']),
  );
  expect(changed.filter((key) => !isMadeAnew(key) && after.get(key)[ADDED] === undefined)).toEqual([]);
});

test('what this version writes of its own is of its shape, with its number', async () => {
  const own = [...(await state())].filter(([key, item]) => !before.has(key) && !key.startsWith('REPLY#') && item[ADDED] === undefined);
  expect(own.length).toBeGreaterThan(10);
  for (const [key, item] of own) expect({ key, schema: item.schema }).toEqual({ key, schema: 1 });
});

test('a member that this version does not know is not written by it', async () => {
  const head = await openRecord(service, 'signal').head();
  const event = { id: 'evt_1', type: 'platform.changed' as const, at: '2023-02-25T00:30:00.000Z', by: analyst.id, data: {} };
  await expect(service.deps.store.commit({ from: head, to: { ...head, riskOwner: 'ann' } as never, events: [event] })).rejects.toThrow(/riskOwner/);
  await expect(service.deps.store.commit({ from: head, to: { ...head, latestRevision: '7' } as never, events: [event] })).rejects.toThrow(
    /expected number/,
  );
});
