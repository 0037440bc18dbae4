import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openClock } from '../../local/jobs/clock.ts';
import { addDuration } from '../../local/jobs/clock-routes.ts';
import { newFolder, openGateway } from './open-gateway.ts';

async function start() {
  const gateway = await openGateway();
  onTestFinished(() => gateway.close());
  const move = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    gateway.send('/local/clock', { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const read = async () => JSON.parse((await gateway.send('/local/clock')).body);
  return { ...gateway, move, read };
}
const DAY_MS = 86_400_000;
const ahead = ({ now, real }: { now: string; real: string }) => Math.round((Date.parse(now) - Date.parse(real)) / 1000) + 0;

test('the clock goes with the real one until it is moved, by a duration or to an instant', async () => {
  const { move, read } = await start();
  expect(ahead(await read())).toBe(0);
  const moved = await move({ advance: 'P30D' });
  expect(moved.status).toBe(200);
  expect(ahead(JSON.parse(moved.body))).toBe((30 * DAY_MS) / 1000);
  const goal = new Date(Date.now() + 60 * DAY_MS).toISOString();
  expect((await move({ now: goal })).status).toBe(200);
  expect(Math.abs(Date.parse((await read()).now) - Date.parse(goal))).toBeLessThan(5000);
});

test('a restart does not take the clock back, and only its owner can read it', async () => {
  const file = join(newFolder(), 'clock.json');
  const before = openClock(file);
  before.moveTo(new Date(Date.now() + 90 * DAY_MS));
  expect(Math.abs(openClock(file).now().getTime() - before.now().getTime())).toBeLessThan(5000);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, '{"offsetMs":-5}');
  expect(() => openClock(file)).toThrow('cannot be read');
});

test('several moves towards a later instant are written once, and a restart on the way goes on at that instant', async () => {
  const file = join(newFolder(), 'clock.json');
  const clock = openClock(file);
  const after = (days: number) => new Date(Date.now() + days * DAY_MS);
  const daysAhead = ({ now }: { now(): Date }) => Math.round((now().getTime() - Date.now()) / DAY_MS);
  clock.moveTo(after(10), after(12));
  expect([daysAhead(clock), daysAhead(openClock(file))]).toEqual([10, 12]);
  const written = readFileSync(file, 'utf8');
  clock.moveTo(after(11), after(12));
  expect([daysAhead(clock), readFileSync(file, 'utf8')]).toEqual([11, written]);
  clock.moveTo(after(15), after(16));
  expect([daysAhead(clock), daysAhead(openClock(file))]).toEqual([15, 16]);
  clock.moveTo(after(15.1));
  expect([daysAhead(clock), daysAhead(openClock(file))]).toEqual([15, 15]);
});

test('sign-in keeps to the real time when the clock is moved', async () => {
  const { move, sign, send } = await start();
  const token = await sign();
  await move({ advance: 'P1Y' });
  expect((await send('/v1/method', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
});

describe('a move that is refused with a problem', () => {
  test.each<[string, unknown]>([
    ['back', { now: '2020-01-01T00:00:00Z' }],
    ['back by a duration', { advance: '-P1D' }],
    ['nowhere', { advance: 'P0D' }],
    ['by no duration', { advance: '30 days' }],
    ['by an empty duration', { advance: 'P' }],
    ['by a duration with a loose end', { advance: 'P1DT' }],
    ['to no instant', { now: '2030-02-30T00:00:00Z' }],
    ['to a day', { now: '2030-02-01' }],
    ['beyond all dates', { advance: 'P9999Y' }],
    ['beyond all numbers', { advance: `P${'9'.repeat(400)}D` }],
    ['both ways at once', { advance: 'P1D', now: '2100-01-01T00:00:00Z' }],
    ['with more than is known', { advance: 'P1D', by: 'me' }],
    ['with nothing', {}],
    ['with a list', [1]],
    ['with no JSON', '{'],
  ])('%s', async (_, body) => {
    const { move, read } = await start();
    const answer = await move(body);
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } });
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, title: 'Bad Request', detail: expect.any(String) });
    expect(ahead(await read())).toBe(0);
  });

  test('as a page of another origin could send it', async () => {
    const { move, read } = await start();
    expect(await move({ advance: 'P1D' }, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(ahead(await read())).toBe(0);
  });
});

test.each([
  ['2024-01-31T12:00:00Z', 'P1M', '2024-02-29T12:00:00Z'],
  ['2024-02-29T00:00:00Z', 'P1Y', '2025-02-28T00:00:00Z'],
  ['2023-02-23T00:00:00Z', 'P2W', '2023-03-09T00:00:00Z'],
  ['2023-12-31T23:59:59Z', 'PT1S', '2024-01-01T00:00:00Z'],
  ['2023-10-29T00:00:00Z', 'P1Y2M3DT4H5M6S', '2025-01-01T04:05:06Z'],
])('%s and %s make %s', (from, duration, to) => {
  expect(addDuration(new Date(from), duration)).toEqual(new Date(to));
});
