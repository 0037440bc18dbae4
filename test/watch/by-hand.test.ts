import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { type Home, openHome } from '../cli/program.ts';
import { analyst, type Json, type Service, startService } from '../started-service.ts';
import { createPlatform, document, eventsOf, facts, isIntact, openFolder, play, termsOf } from './terms-case.ts';

const STORED = 'We store your information in the United States.';
const policy = (stored: string) => `# Privacy Policy\n\nThis policy explains what we collect.\n\n${stored}\n\nYou can write to us at any time.`;
const VERSIONS = [
  ['2023-01-02T06:00:00.000Z', policy(STORED)],
  ['2023-01-05T06:00:00.000Z', policy(STORED).replace('explains', '*explains*')],
  ['2023-01-10T06:00:00.000Z', policy('We store your information in Malaysia.')],
  ['2023-01-20T06:00:00.000Z', policy('We store your information in Malaysia and Chile.')],
] as const;

const terms = openFolder();
let service: Service;
beforeAll(async () => {
  service = await startService({ terms: terms.client });
});
afterAll(async () => {
  await service.stop();
  terms.end();
});

const HOUR_MS = 3_600_000;
/** What was said of a document, without who and when. */
const told = async (platform: string) =>
  (await eventsOf(service, platform, /^(terms\.(recorded|changed)|review\.)/)).map(({ type, data }: Json) => ({
    type,
    ...(data.broken && { broken: data.broken, changes: data.changes, opensReview: data.opensReview }),
    sha256: (data.newest ?? data.to)?.sha256,
  }));

test('versions that a person brings are compared as those that are read', async () => {
  const lines = VERSIONS.map(([day, content]) => ({ day, content }));
  terms.write('read', 'Read', 'Privacy Policy', lines);
  service.setNow('2023-01-01T12:00:00Z');
  await createPlatform(service, 'read', facts({ storage: STORED }), [document({ service: 'Read' })]);
  const { endpoint: _, ...unread } = document();
  await createPlatform(service, 'brought', facts({ storage: STORED }), [unread]);
  for (const [day, text] of VERSIONS) {
    const at = Date.parse(day);
    service.setNow(new Date(at).toISOString());
    const query = { document: 'privacy-policy', capturedAt: day };
    const headers = { 'content-type': 'text/markdown' };
    const path = '/v1/platforms/brought/captures';
    // Bytes belong to the platform that kept them first; the other brings the same ones.
    const bring = () => service.call('POST', path, { as: analyst, text, query, headers });
    expect([200, 201]).toContain((await bring()).status);
    expect((await bring()).status).toBe(200);
    await play(service, new Date(at).toISOString(), new Date(at + 48 * HOUR_MS).toISOString());
  }
  const said = await told('read');
  expect(said.map(({ type }) => type)).toEqual([
    ...['terms.recorded', 'terms.recorded', 'terms.recorded', 'terms.changed', 'review.opened'],
    ...['terms.recorded', 'terms.changed', 'review.reason-added'],
  ]);
  expect(await told('brought')).toEqual(said);
  const [read, brought] = await Promise.all(['read', 'brought'].map((platform) => termsOf(service, platform)));
  expect(brought.terms[0].quotes).toEqual(read.terms[0].quotes);
  for (const platform of ['read', 'brought']) expect(await isIntact(service, platform)).toMatchObject({ intact: true });
});

test('a version of a document that is not watched, and one of the future, are refused with what is watched', async () => {
  service.setNow('2023-03-01T00:00:00Z');
  const bring = (query: Record<string, string>) =>
    service.call('POST', '/v1/platforms/brought/captures', { as: analyst, text: 'Anything.', query, headers: { 'content-type': 'text/plain' } });
  const refused = await bring({ document: 'cookies' });
  expect([refused.status, refused.json.errors]).toMatchObject([
    400,
    [{ pointer: '/document', in: 'query', code: 'not-watched', detail: expect.stringContaining('privacy-policy') }],
  ]);
  expect((await bring({ document: 'privacy-policy', capturedAt: '2024-01-01T00:00:00Z' })).json.errors[0].code).toBe('date-in-future');
});

test('whereabouts capture --document brings one, and the review says what changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'by-hand-'));
  const local: Local = await startLocal({ port: 0, data: join(folder, 'data'), log: { log: () => {}, error: () => {} } });
  const home: Home = openHome({ WHEREABOUTS_URL: local.url });
  try {
    const as = (who: string, path: string, method: string, body: Json, headers: Record<string, string> = {}) =>
      signIn(local.url, who)(path, { method, body, headers, accept: [200, 201] });
    await as('analyst', '/v1/platforms/here', 'PUT', { name: 'Example', operator: 'Example Ireland Ltd' }, { 'if-none-match': '*' });
    const submitted: Json = await as('analyst', '/v1/platforms/here/assessments', 'POST', facts({ storage: STORED }), { 'idempotency-key': 'one' });
    const { revision, hash } = submitted.body.revision;
    await as('reviewer', `/v1/platforms/here/assessments/${revision}/verdict`, 'POST', { verdict: 'approve', hash });
    const { endpoint: _, ...unread } = document();
    await as('operator', '/v1/platforms/here/terms', 'PUT', { terms: [unread] });
    await home.run(['sign-in', 'analyst']);
    for (const [day, text] of VERSIONS.slice(1, 3)) {
      const file = join(home.folder, 'policy.md');
      writeFileSync(file, text);
      const { code, err } = await home.run(['capture', file, '--platform', 'here', '--document', 'privacy-policy', '--captured-at', day]);
      expect([code, err]).toEqual([0, '']);
    }
    const { body }: Json = await signIn(local.url, 'analyst')('/v1/platforms/here/terms', { method: 'GET', accept: [200] });
    expect(body.terms[0]).toMatchObject({
      newest: { recordedAt: VERSIONS[2][0] },
      quotes: [{ state: 'reworded' }],
      changes: [{ opensReview: true }],
    });
    const listed = await home.run(['terms', 'here']);
    expect([listed.code, listed.out]).toEqual([0, expect.stringContaining('Malaysia')]);
  } finally {
    home.close();
    await local.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
