import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startLocal } from '../../local/bring-up.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { type Json, readExample } from '../started-service.ts';
import { newFolder } from './open-gateway.ts';

const PLATFORM = '/v1/platforms/signal';

test('an instance whose clock is moved keeps its platforms under review on the way, and says in its log what is overdue', async () => {
  const said: string[] = [];
  const local = await startLocal({ port: 0, data: newFolder(), log: { log: () => {}, error: (line: string) => said.push(line) } });
  onTestFinished(() => local.stop());
  const [analyst, reviewer] = [signIn(local.url, 'analyst'), signIn(local.url, 'reviewer')];
  const ask = async (client: typeof analyst, path: string, call: Json = {}): Promise<Json> => (await client(path, call)).body;

  const profile = { name: 'Signal', operator: 'Signal Messenger LLC', reviewEveryDays: { days: 7, reason: 'Watched.' } };
  await ask(analyst, PLATFORM, { method: 'PUT', headers: { 'if-none-match': '*' }, body: profile });
  const body = { ...readExample('signal/2026-04-30.json'), commitments: [] };
  const { revision } = await ask(analyst, `${PLATFORM}/assessments`, { method: 'POST', headers: { 'idempotency-key': 'one' }, body });
  const verdict = { verdict: 'approve', hash: revision.hash };
  await ask(reviewer, `${PLATFORM}/assessments/${revision.revision}/verdict`, { method: 'POST', body: verdict });

  const headers = { 'content-type': 'application/json' };
  const moved = await fetch(`${local.url}/local/clock`, { method: 'POST', headers, body: '{"advance":"P16D"}' });
  expect(moved.status).toBe(200);

  const overdue = await ask(analyst, '/v1/reviews?state=overdue');
  expect(overdue.items).toEqual([
    expect.objectContaining({ platform: 'signal', state: 'overdue', reasons: [expect.objectContaining({ kind: 'interval' })] }),
  ]);
  // Sent at least once: the stream and the daily round may both have sent it.
  const lines = () => said.filter((line) => line.includes('"overdue":"signal"')).map((line) => JSON.parse(line).days);
  for (let waited = 0; !lines().includes(7) && waited < 300_000; waited += 50) await delay(50);
  expect([...new Set(lines())]).toEqual([1, 7]);
  const { items } = await ask(analyst, '/v1/events?types=review.opened,review.overdue,register.changed&limit=200');
  expect(items.map(({ type, data }: Json) => [type.split('.').slice(2, -1).join('.'), data.days ?? null])).toEqual([
    ['register.changed', null],
    ['review.opened', null],
    ['review.overdue', 1],
    ['review.overdue', 7],
  ]);
  const { items: scores } = await ask(analyst, `${PLATFORM}/scores`);
  const days = scores.map(({ asOf }: Json) => asOf);
  expect(days).toEqual([...new Set(days)].sort());
});
