import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

const DAY_MS = 86_400_000;
const BEFORE = 'Account data of users is kept in Ireland.';
const AFTER = 'Account data of users is kept in Ireland and Singapore.';
const QUOTE = 'Messages are kept on the phones of those who write them.';
const DOCUMENT = { id: 'privacy-policy', service: 'Signal', termsType: 'Privacy Policy', language: 'en', covers: 'All <b>users</b>.' };

let instance: Instance;
let folder: string;

const versionOf = (id: string, days: number, sentence: string) => ({
  id,
  serviceId: DOCUMENT.service,
  termsType: DOCUMENT.termsType,
  fetchDate: new Date(Date.now() + days * DAY_MS).toISOString(),
  isFirstRecord: id === 'first',
  isTechnicalUpgrade: false,
  fetchUrls: ['https://signal.example/policy'],
  content: `# Policy\n\n${QUOTE}\n\n## Where\n\n${sentence}\n\n## Why\n\nTo run the service.\n`,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-terms-'));
  const versions = [versionOf('first', -1, BEFORE), versionOf('second', 2, AFTER)];
  writeFileSync(join(folder, 'signal.jsonl'), versions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  instance = await openInstance({ terms: folder });
  const act = async (name: string, method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const answer = await callAs(instance.url, name, method, path, body, headers);
    expect(answer.status, JSON.stringify(answer.data)).toBeLessThan(300);
    return answer.data;
  };
  const standing = JSON.parse(readFileSync(new URL('../../examples/signal/2026-04-30.json', import.meta.url), 'utf8'));
  const { evidence, ...path } = standing.paths[0];
  const { excerpt: _, ...item } = evidence[0];
  const sources = { ...standing.sources, [item.source]: { ...standing.sources[item.source], document: DOCUMENT.id } };
  const stated = [BEFORE, QUOTE].map((quote) => ({ ...item, quote }));
  const body = { ...standing, asOf: '2026-05-31', sources, paths: [{ ...path, evidence: stated }, ...standing.paths.slice(1)] };
  const submitted = await act('analyst-2', 'POST', '/v1/platforms/signal/assessments', body, { 'idempotency-key': 'watched-1' });
  const { revision, hash } = submitted.revision as { revision: number; hash: string };
  await act('reviewer', 'POST', `/v1/platforms/signal/assessments/${revision}/verdict`, { verdict: 'approve', hash, note: 'Read.' });
  await act('operator', 'PUT', '/v1/platforms/signal/terms', { terms: [DOCUMENT] });
  const moved = await fetch(`${instance.url}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: 'P5D' }),
  });
  expect(moved.status).toBe(200);
});
afterAll(async () => {
  await instance.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('shows what is watched, the words before and after, and which quotes stand', async () => {
  const { page, context, errors, otherHosts } = await visit(instance, 'analyst');
  await open(page, '/platforms/signal', 'Signal');
  expect(await page.getByText('not watched', { exact: true }).count()).toBe(0);
  await page.getByRole('navigation', { name: 'About this platform' }).getByRole('link', { name: 'Terms' }).click();
  await page.getByRole('heading', { name: 'privacy-policy' }).waitFor();
  const watched = page.locator('.watched');
  await watched.getByText('Signal · Privacy Policy · en').waitFor();
  await watched.getByText('All <b>users</b>.').waitFor();
  expect(await watched.locator('del').allTextContents()).toEqual([BEFORE]);
  expect(await watched.locator('ins').allTextContents()).toEqual([AFTER]);
  await watched.getByText(/^Version of .* a review was asked for/).waitFor();
  const said = (quote: string) =>
    watched
      .locator('.evidence li')
      .filter({ has: page.locator('blockquote', { hasText: quote }) })
      .textContent();
  expect(await said(QUOTE)).toMatch(/still stands/);
  expect(await said(BEFORE)).toMatch(/reworded paths.* Now: “/);
  expect(await said(BEFORE)).toContain(`Now: “${AFTER}”`);
  expect(await findBarriers(page)).toEqual([]);
  expect([errors, otherHosts]).toEqual([[], []]);
  await context.close();
});

it('proposes to whoever takes the review up what the new version says, to take over ungraded or to refuse for good', async () => {
  const { page, context, errors } = await visit(instance, 'analyst');
  await open(page, '/platforms/signal/assess', 'Assess Signal');
  const part = page.locator('.notice-info');
  const of = (name: string) => part.locator('li').filter({ has: page.locator('strong', { hasText: name }) });
  await of('stored, Singapore').waitFor();
  expect(await of('stored, Singapore').textContent()).toContain(AFTER);
  expect(await of('stored, Singapore').textContent()).toContain('“Singapore” was read as: Singapore');
  expect(await findBarriers(page)).toEqual([]);
  await of('stored, Ireland').getByRole('button', { name: 'Refuse' }).click();
  await of('stored, Ireland').waitFor({ state: 'detached' });
  await part.getByText('Refused before').click();
  await part.getByRole('button', { name: 'Propose again stored, Ireland' }).click();
  await of('stored, Ireland').getByRole('button', { name: 'Refuse' }).click();
  await of('stored, Ireland').waitFor({ state: 'detached' });
  await of('stored, Singapore').getByRole('button', { name: 'Take over' }).click();
  await of('stored, Singapore').getByText('In your draft').waitFor();
  // Nothing is graded that a person did not grade, and so nothing can be submitted.
  const drafted = await page.evaluate(() => JSON.parse(localStorage.getItem('whereabouts.draft.signal') ?? '{}').assessment);
  expect(drafted.paths.at(-1)).toMatchObject({ jurisdiction: 'SG', mode: 'storage', data: null, evidence: [{ credibility: null, quote: AFTER }] });
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await page.reload();
  await of('stored, Singapore').getByText('In your draft').waitFor();
  expect(await of('stored, Ireland').count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

it('says of a platform without a document that it is not watched, in the list, in its head and on the tab', async () => {
  const { page, context, errors } = await visit(instance, 'analyst');
  await open(page, '/platforms', 'Platforms');
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  expect(await row('WeChat').getByText('not watched', { exact: true }).count()).toBe(1);
  expect(await row('Signal').getByText('not watched', { exact: true }).count()).toBe(0);
  await open(page, '/platforms/wechat?tab=terms', 'WeChat');
  await page.locator('.page-head').getByText('not watched', { exact: true }).waitFor();
  await page.getByText('that no change is reported does not mean that there was none').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
