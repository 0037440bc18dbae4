import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

const PAGE = `Where data is kept. ${'We describe it below. '.repeat(60)}The profiles of users in Europe lie in Norway \u{1F30D} and Malta,
<b>and nowhere else</b>. <script>document.title = 'run'</script> ${'More is said below. '.repeat(60)}`;
const QUOTE = 'The profiles of users in Europe lie in Norway';

let instance: Instance;
let revision: unknown;
beforeAll(async () => {
  instance = await openInstance();
  const signIn = await fetch(`${instance.url}/local/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'analyst' }),
  });
  const { access_token } = (await signIn.json()) as { access_token: string };
  const kept = await fetch(`${instance.url}/v1/platforms/signal/captures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'text/plain' },
    body: PAGE,
  });
  const { capture } = (await kept.json()) as { capture: string };
  const standing = JSON.parse(readFileSync(new URL('../../examples/signal/2026-04-30.json', import.meta.url), 'utf8'));
  const { evidence, ...path } = standing.paths[0];
  const [item] = evidence;
  const body = {
    ...standing,
    asOf: '2026-05-31',
    paths: [{ ...path, evidence: [{ ...item, quote: QUOTE, capture }, ...evidence] }, ...standing.paths.slice(1)],
  };
  const submitted = await callAs(instance.url, 'analyst', 'POST', '/v1/platforms/signal/assessments', body, { 'idempotency-key': 'captured-1' });
  expect(submitted.status).toBe(201);
  revision = (submitted.data.revision as { revision: number }).revision;
});
afterAll(() => instance.stop());

it('shows the reviewer a quote in its capture, with the words around it, and runs nothing of them', async () => {
  const { page, context, errors, otherHosts } = await visit(instance, 'reviewer');
  await open(page, `/platforms/signal/assessments/${revision}`, `Signal, revision ${revision}`);
  await page.getByText(/^1 of \d+ quotes verified/).waitFor();
  await page.locator('.quote-held').waitFor();
  expect(await page.locator('.quote-unverified').count()).toBeGreaterThan(0);
  const pane = page.locator('.in-capture');
  const words = (await pane.locator('p').first().textContent()) ?? '';
  expect(words).toContain(QUOTE);
  expect(words).toMatch(/below\. The profiles .* \u{1F30D} and Malta/su);

  await pane.getByRole('button', { name: 'Read it in its capture' }).click();
  const passage = pane.locator('.passage');
  await passage.waitFor();
  expect(await passage.locator('mark').textContent()).toBe(QUOTE);
  expect(await passage.textContent()).toContain("<b>and nowhere else</b>. <script>document.title = 'run'</script>");
  expect(await passage.locator('b, script').count()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  expect([errors, otherHosts, await page.title()]).toEqual([[], [], expect.not.stringMatching(/^run$/)]);
  await context.close();
});

it('keeps a text, shows it as text, refuses a forged quote at its field, and takes the true one', async () => {
  const { page, context, errors, otherHosts } = await visit(instance, 'analyst');
  await open(page, '/platforms/wechat', 'WeChat');
  await page.getByRole('link', { name: 'Captures', exact: true }).click();
  await page.getByRole('heading', { name: 'Captures of WeChat' }).waitFor();
  await page.getByText('No capture has been kept yet.').waitFor();
  const text = 'We store <b>the data</b> of users in Chile and Peru. <script>document.title = "run"</script>';
  await page.getByLabel('The text as it was read').fill(text);
  await page.getByLabel('Address of the page').fill('https://www.wechat.com/en/privacy_policy.html');
  await page.getByLabel('Read at (UTC)').fill('2026-08-06T09:30');
  await page.getByLabel('Language', { exact: true }).fill('english');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Language: it is not written as it must be').waitFor();
  await page.getByLabel('Language', { exact: true }).fill('en');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText(/^Kept as [0-9a-f]{64}\.$/).waitFor();
  const capture = createHash('sha256').update(text).digest('hex');
  await page.getByRole('button', { name: `Read ${capture.slice(0, 12)}` }).click();
  expect(await page.locator('.passage').textContent()).toBe(text);
  expect(await page.locator('.passage *').count()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  // The bytes of a file that it is already.
  await page.getByLabel('or a file', { exact: false }).setInputFiles({ name: 'policy.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('These bytes are a capture already').waitFor();

  const standing = JSON.parse(readFileSync(new URL('../../examples/wechat/2026-08-31.json', import.meta.url), 'utf8'));
  const forged = structuredClone(standing);
  Object.assign(forged, { asOf: '2026-09-30' });
  forged.paths[0].evidence[0].quote = 'of users in Dublin and Frankfurt';
  await page.goto('/platforms/wechat/assess');
  const draft = { name: 'draft.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(forged)) };
  await page.getByLabel('Load a JSON file').last().setInputFiles(draft);
  await page.locator('summary[id="f/paths/0"]').click();
  const field = page.locator('[id="f/paths/0/evidence/0/capture"]');
  await field.selectOption(capture);
  await page.getByRole('button', { name: 'Submit for review' }).click();
  const fault = page.locator('[id="f/paths/0/evidence/0/quote-fault"]');
  await fault.waitFor();
  expect(await fault.textContent()).toContain('nearest to them is: “We store <b>the data</b> of users in Chile and Peru.');
  await page.locator('[id="f/paths/0/evidence/0/quote"]').fill('of users in Chile and Peru');
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByRole('heading', { name: /^WeChat, revision \d+/ }).waitFor();
  await page.getByText(/^1 of \d+ quotes verified; \d+ by an excerpt alone/).waitFor();
  const states = async () => [
    await page.locator('.quote-held').count(),
    (await page.locator('.quote-excerpt').count()) > 0,
    await page.locator('.quote-erased').count(),
  ];
  await page.getByRole('button', { name: /^All facts/ }).click();
  expect(await states()).toEqual([1, true, 0]);
  await page.getByText('recorded 2026-08-06').first().waitFor();

  for (const name of ['operator', 'auditor'])
    await callAs(instance.url, name, 'POST', `/v1/captures/${capture}/erasure`, { reason: 'It names a person.' });
  await page.reload();
  await page.getByText('1 verified in a capture that was erased since', { exact: false }).waitFor();
  await page.getByRole('button', { name: /^All facts/ }).click();
  expect(await states()).toEqual([0, true, 1]);
  await page.goto('/platforms/wechat/captures');
  await page.getByText('erased: It names a person.').waitFor();
  expect([errors, otherHosts, await page.title()]).toEqual([[], [], expect.not.stringMatching(/^run$/)]);
  await context.close();
});
