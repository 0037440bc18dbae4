import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, test } from 'vitest';
import { jobs } from '../../lambdas/jobs.ts';
import { startLocal } from '../../local/bring-up.ts';
import type { Clock } from '../../local/jobs/clock.ts';
import { findLastDue } from '../../local/jobs/schedule.ts';
import { openScheduledJobs } from '../../local/jobs/scheduled-jobs.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { newFolder } from './open-gateway.ts';

test.each([
  ['cron(10 0 * * ? *)', '2026-11-22T06:00:00Z', '2026-11-23T06:00:00Z', '2026-11-23T00:10:00.000Z'],
  ['cron(10 0 * * ? *)', '2026-11-22T00:09:59Z', '2026-11-22T00:10:00Z', '2026-11-22T00:10:00.000Z'],
  ['cron(10 0 * * ? *)', '2026-11-22T00:10:00Z', '2026-11-22T23:00:00Z', undefined],
  ['cron(0/15 9 ? * MON-FRI *)', '2026-11-22T00:00:00Z', '2026-11-23T09:29:00Z', '2026-11-23T09:15:00.000Z'],
  ['cron(0 8 ? * 2 *)', '2026-11-20T00:00:00Z', '2026-11-25T00:00:00Z', '2026-11-23T08:00:00.000Z'],
  ['cron(0 8 1 * ? 2027)', '2026-11-20T00:00:00Z', '2026-12-25T00:00:00Z', undefined],
  ['rate(1 minute)', '2026-11-22T00:00:00Z', '2026-11-22T00:00:59Z', undefined],
  ['rate(5 minutes)', '2026-11-22T00:00:00Z', '2026-11-22T00:11:00Z', '2026-11-22T00:10:00.000Z'],
  ['rate(1 day)', '2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z', '2026-11-23T00:00:00.000Z'],
])('%s, after %s and until %s, was due last at %s', (schedule, after, until, due) => {
  expect(findLastDue(schedule, new Date(after), new Date(until))?.toISOString()).toBe(due);
});

test.each(['rate(0 minutes)', 'rate(5 fortnights)', 'at(2026-01-01T00:00:00)', 'stream', 'bus'])('%s is refused', (schedule) => {
  expect(() => findLastDue(schedule, new Date(0), new Date())).toThrow('is no schedule');
});

it('every schedule of the manifest can be kept at home', () => {
  const scheduled = jobs.map(({ on }) => on).filter((on) => on !== 'stream' && on !== 'bus');
  expect(scheduled.length).toBeGreaterThan(0);
  for (const on of scheduled) expect(findLastDue(on, new Date('2026-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z'))).toBeInstanceOf(Date);
});

/** Jobs that note when they ran, by a clock that stands still but for its moves. */
function open(begin: string, file = join(newFolder(), 'scheduled-jobs.json'), onRun: (line: string) => void = () => {}) {
  let now = new Date(begin);
  const ran: string[] = [];
  const logged: string[] = [];
  const clock: Clock = {
    now: () => now,
    moveTo: (instant) => {
      now = new Date(Math.max(now.getTime(), instant.getTime()));
    },
  };
  const job = (name: string, on: string) => ({ name, on, run: async () => onRun(note(`${name} ${now.toISOString().slice(0, 16)}`)) });
  const note = (line: string) => {
    ran.push(line);
    return line;
  };
  const failing = { ...job('failing', 'cron(30 0 * * ? *)'), run: () => Promise.reject(new Error('poison')) };
  const recount = { ...job('recount', 'cron(0 22 * * ? *)'), ofNow: true };
  const timetable = [job('often', 'rate(1 minute)'), failing, job('daily', 'cron(10 0 * * ? *)'), recount];
  const scheduled = openScheduledJobs({ clock, file, timetable, log: { error: (line: string) => logged.push(line) } });
  return { ...scheduled, clock, ran, logged, file };
}

test('a move of the clock stops where jobs are due, in their order, on each day once for each job', async () => {
  const { passTo, clock, ran, logged } = open('2026-01-01T12:00:00Z');
  await passTo(new Date('2026-01-03T08:00:00Z'));
  expect(ran).toEqual([
    'often 2026-01-01T23:59',
    'daily 2026-01-02T00:10',
    'often 2026-01-02T23:59',
    'daily 2026-01-03T00:10',
    'often 2026-01-03T08:00',
    'recount 2026-01-03T08:00',
  ]);
  expect(logged).toHaveLength(2);
  expect(logged[0]).toContain('poison');
  expect(clock.now().toISOString()).toBe('2026-01-03T08:00:00.000Z');
});

test('a job that looks at what is there is run once in a move, at its end, and as often as it is due when the clock is moved a day at a time', async () => {
  const { passTo, ran } = open('2026-01-01T12:00:00Z');
  await passTo(new Date('2026-01-05T08:00:00Z'));
  expect(ran.filter((line) => line.startsWith('recount'))).toEqual(['recount 2026-01-05T08:00']);
  for (const day of ['06', '07']) await passTo(new Date(`2026-01-${day}T23:00:00Z`));
  expect(ran.filter((line) => line.startsWith('recount')).slice(1)).toEqual(['recount 2026-01-06T23:00', 'recount 2026-01-07T23:00']);
});

test('a move of the clock that is ended stops after the job under way, and the rest of that day is caught up at the next start', async () => {
  const { passTo, end, clock, ran, file } = open('2026-01-01T12:00:00Z', undefined, (line) => line === 'daily 2026-01-03T00:10' && end());
  await passTo(new Date('2056-01-01T12:00:00Z'));
  expect(ran).toEqual(['often 2026-01-01T23:59', 'daily 2026-01-02T00:10', 'often 2026-01-02T23:59', 'daily 2026-01-03T00:10']);
  expect(clock.now().toISOString()).toBe('2026-01-03T00:10:00.000Z');
  const again = open(clock.now().toISOString(), file);
  await again.runDue();
  expect(again.ran).toContain('often 2026-01-03T00:10');
});

test('what fell due while local mode was closed is caught up once', async () => {
  const { file, passTo } = open('2026-01-01T12:00:00Z');
  await passTo(new Date('2026-01-01T13:00:00Z'));
  const again = open('2026-01-09T12:00:00Z', file);
  await again.runDue();
  await again.runDue();
  expect(again.ran.sort()).toEqual(['daily 2026-01-09T12:00', 'often 2026-01-09T12:00', 'recount 2026-01-09T12:00']);
});

test('an instance whose clock is moved by three days has the signed checkpoint of the last', async () => {
  const data = newFolder();
  const local = await startLocal({ port: 0, data, log: { log: () => {}, error: () => {} } });
  onTestFinished(() => local.stop());
  const headers = { 'content-type': 'application/json' };
  const profile = { name: 'Example', operator: 'Example Ltd, Dublin' };
  const analyst = signIn(local.url, 'analyst');
  await analyst('/v1/platforms/example', { method: 'PUT', headers: { 'if-none-match': '*' }, body: profile });
  const move = (advance: string) => fetch(`${local.url}/local/clock`, { method: 'POST', headers, body: JSON.stringify({ advance }) });
  const moved = await move('P3D');
  expect(moved.status).toBe(200);
  const { now } = (await moved.json()) as { now: string };
  const made = readdirSync(join(data, 'archive', 'checkpoints'));
  expect(made).toHaveLength(1);
  expect(made).toContain(`${now.slice(0, 10)}.note`);
  const { body } = await signIn(local.url, 'auditor')('/v1/audit/verify');
  expect(body).toMatchObject({ intact: true, broken: [], checkpoint: { day: now.slice(0, 10) } });
});
