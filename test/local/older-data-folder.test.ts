import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import type { Json } from '../started-service.ts';
import { newFolder } from './open-gateway.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/data-folder-0.1.0/data-folder.tgz', import.meta.url));

let local: Local;
const logged: string[] = [];
beforeAll(async () => {
  const folder = newFolder();
  execFileSync('tar', ['-xzf', FOLDER, '-C', folder]);
  const log = { log: () => undefined, error: (line: string) => void logged.push(line) };
  local = await startLocal({ port: 0, data: folder, log });
});
afterAll(() => local?.stop());

async function call(
  method: string,
  path: string,
  { as = 'auditor', body }: { as?: string; body?: Json } = {},
): Promise<{ status: number; json: Json }> {
  const accept = [200, 201, 400, 403, 404, 409, 412, 500];
  const { status, body: json } = await signIn(local.url, as)(path, { method, accept, ...(body && { body }) });
  return { status, json };
}

async function expectIntact(): Promise<void> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { json } = await call('GET', `/v1/audit/verify${cursor && `?cursor=${encodeURIComponent(cursor)}`}`);
    expect(json).toMatchObject({ intact: true, broken: [] });
    cursor = json.nextCursor;
  }
}

async function advance(by: string): Promise<void> {
  const moved = await fetch(`${local.url}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: by }),
  });
  expect(moved.status).toBe(200);
  await local.settle();
}

const LISTS = [
  '/v1/platforms',
  '/v1/assessments?state=submitted',
  '/v1/reviews?state=overdue',
  '/v1/reviews?state=done',
  '/v1/decisions',
  '/v1/events',
];

test.each(LISTS)('what 0.1.0 wrote is read: %s', async (path) => {
  const { status, json } = await call('GET', path);
  expect(status).toBe(200);
  expect(json.items.length).toBeGreaterThan(0);
  expect(json.setAside).toBeUndefined();
});

test('every platform has its score, its revisions and its chain, and the record is intact', async () => {
  const { json } = await call('GET', '/v1/platforms');
  expect(json.items).toHaveLength(11);
  for (const { id, score } of json.items)
    for (const part of ['assessments', 'events', ...(score ? ['score', 'scores'] : [])])
      expect({ id, part, status: (await call('GET', `/v1/platforms/${id}/${part}`)).status }).toEqual({ id, part, status: 200 });
  await expectIntact();
  expect((await call('GET', '/v1/status')).json.setAside).toEqual({ count: 0, items: [] });
});

test('each day is answered by the approved file of that day, though the heads there name one', async () => {
  const { items } = (await call('GET', '/v1/platforms/tiktok/assessments')).json;
  const approved = items.filter(({ status }: Json) => status === 'approved');
  expect(new Set(approved.map(({ asOf }: Json) => asOf)).size).toBeGreaterThan(1);
  for (const { asOf, revision } of approved) {
    const later = approved.some((one: Json) => one.asOf === asOf && one.decidedAt > items.find((own: Json) => own.revision === revision).decidedAt);
    const { json } = await call('GET', `/v1/platforms/tiktok/score?asOf=${asOf}`);
    expect(json.assessment.asOf).toBe(asOf);
    if (!later) expect(json.assessment.revision).toBe(revision);
  }
  const { json: line } = await call('GET', '/v1/platforms/tiktok/exposure');
  expect(new Set(line.steps.map(({ assessment }: Json) => assessment.asOf))).toEqual(new Set(approved.map(({ asOf }: Json) => asOf)));
  const { json: waiting } = await call('GET', '/v1/assessments?state=submitted');
  for (const { platform, revision, asOf } of waiting.items) {
    const { json } = await call('GET', `/v1/platforms/${platform}/assessments/${revision}`);
    expect(json).toMatchObject({ assessment: { asOf }, effect: { asOf } });
  }
});

test('what was published by EXS 1.0 is read as it was published, and each platform is scored once by EXS 2.0, with one reason where its rating moved', async () => {
  const { json } = await call('GET', '/v1/platforms');
  const standing: Json[] = json.items.filter(({ score }: Json) => score !== null);
  expect(standing.length).toBeGreaterThan(3);
  for (const { id, score, review } of standing) {
    const { items: scores } = (await call('GET', `/v1/platforms/${id}/scores?limit=200`)).json;
    const old = scores.filter(({ method }: Json) => method === 'EXS 1.0');
    expect(old.at(-1)).toMatchObject({ vector: expect.stringMatching(/^EXS:1\.0\//), shortVector: expect.stringMatching(/^EXS:1\.0\//) });
    expect(old.at(-1)).not.toHaveProperty('open');
    expect(score).toMatchObject({ method: 'EXS 2.0', open: { whole: expect.any(Number) } });
    const { items: events } = (await call('GET', `/v1/platforms/${id}/events?limit=200`)).json;
    const causes = events.flatMap(({ type, data }: Json) => (type.includes('score.published') ? data.causes : []));
    expect([id, causes.filter(({ kind }: Json) => kind === 'method')]).toMatchObject([id, [{ ref: 'EXS 2.0' }]]);
    const isMoved = score.band !== old.at(-1).band || score.gate !== old.at(-1).gate;
    const said = (review?.reasons ?? []).filter(({ kind }: Json) => kind === 'band-changed');
    expect([id, said.length]).toEqual([id, isMoved ? 1 : 0]);
  }
  await advance('PT2H');
  const { withheld } = (await call('GET', '/v1/status')).json;
  expect(withheld).toMatchObject({ reason: expect.stringMatching(/^the bands or gates of \d+ of \d+ platforms moved at once$/) });
});

test('a night goes over it, what waits is approved, and the exports name what is suspended', async () => {
  const waiting = (await call('GET', '/v1/assessments?state=submitted')).json.items.find(({ platform }: Json) => platform === 'whatsapp');
  const verdict = { verdict: 'approve', hash: waiting.hash };
  const approved = await call('POST', `/v1/platforms/whatsapp/assessments/${waiting.revision}/verdict`, { as: 'reviewer-2', body: verdict });
  expect(approved).toMatchObject({ status: 200, json: { revision: { status: 'approved' } } });
  const proposed = (await call('GET', '/v1/decisions?state=proposed')).json.items[0];
  const others = ['decider-1', 'decider-2', 'decider-3'].filter(
    (id) => ![proposed.proposedBy, ...proposed.approvals.map(({ by }: Json) => by)].includes(id),
  );
  const endorsed = await call('POST', `/v1/platforms/${proposed.platform}/decisions/${proposed.id}/approval`, {
    as: others[0] ?? '',
    body: { hash: proposed.hash },
  });
  expect(`${proposed.approvals.length} ${endorsed.status} ${endorsed.json.detail ?? endorsed.json.state}`).toMatch(/^1 (200|409) /);

  await advance('P2D');
  expect(logged).not.toContainEqual(expect.stringContaining('Unreadable'));
  const { json: status } = await call('GET', '/v1/status');
  expect(status.lastRescoring).toMatchObject({ failed: 0 });
  expect(status.withheld).toBe(null);
  const scores = await call('GET', '/v1/policy/scores.json', { as: 'policy-tool' });
  expect(scores.json.decided.map(({ platform }: Json) => platform)).toContain('tiktok');
  expect(JSON.stringify(scores.json.decided)).toContain('tiktok.com');
  await expectIntact();
});
