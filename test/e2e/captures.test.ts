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
