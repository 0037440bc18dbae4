import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commissionCase } from '../decision-case.ts';
import type { Json } from '../started-service.ts';
import { callAs, findBarriers, type Instance, openInstance, type Visit, visit } from './console.ts';

let instance: Instance;
let plain: string;
beforeAll(async () => {
  instance = await openInstance();
  plain = await decide({}, 'plain');
});
afterAll(() => instance?.stop());

const DECISIONS = '/v1/platforms/tiktok/decisions';
const REASONS = 'The access of staff abroad is not bound by measures that the exporter can check, and what they do is logged by themselves. ';

const LETTER =
  'We dispute this, since what was said there is out of date: no employee outside the EEA has had access to data of users in the EEA since January, as the audit of our processor confirms.';

/** The party answers on six facts, each with as many of its words as a memo shows. */
async function hear(path: string, hash: string): Promise<void> {
  const held = { to: 'TikTok Technology Limited, legal department, Dublin', deadline: new Date(Date.now() + 14 * 86_400_000).toISOString() };
  expect((await callAs(instance.url, 'decider-1', 'POST', `${path}/hearing`, { hash, held })).status).toBe(200);
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'analyst' });
  const { access_token } = await (await fetch(`${instance.url}/local/oauth/token`, { method: 'POST', body: form })).json();
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'text/plain' };
  const kept = await fetch(`${instance.url}/v1/platforms/tiktok/captures?language=en`, { method: 'POST', headers, body: LETTER });
  const { capture } = (await kept.json()) as { capture: string };
  const { facts } = (await callAs(instance.url, 'decider-1', 'GET', `${path}/dossier?as=json`)).data as unknown as {
    facts: { paths: { id: string }[] };
  };
  const statements = facts.paths.slice(0, 6).map(({ id }) => ({ fact: `paths/${id}`, says: 'disputed', quote: LETTER }));
  const body = { capture, answeredAt: new Date().toISOString(), statements };
  expect((await callAs(instance.url, 'analyst', 'POST', `${path}/answer`, body)).status).toBe(201);
}

async function waive(path: string, hash: string): Promise<void> {
  for (const name of ['decider-1', 'decider-2'])
    await callAs(instance.url, name, 'POST', `${path}/hearing`, { hash, waived: { reason: 'It was heard on the same grounds last year.' } });
}

/** The address of the memo of a decision that two have approved. */
async function decide(change: Json, key: string, listen = waive): Promise<string> {
  const proposed = await callAs(instance.url, 'decider-1', 'POST', DECISIONS, { ...commissionCase, ...change }, { 'idempotency-key': key });
  expect(proposed.status).toBe(201);
  const { id, hash } = proposed.data;
  await listen(`${DECISIONS}/${id}`, String(hash));
  for (const name of ['decider-2', 'decider-3'])
    expect((await callAs(instance.url, name, 'POST', `${DECISIONS}/${id}/approval`, { hash, note: 'Grounds and app ids checked.' })).status).toBe(
      200,
    );
  return `${DECISIONS}/${id}/memo`;
}

/** The memo in a browser whose calls are the auditor's. */
async function openMemo(memo: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'auditor' });
  const { access_token } = (await (await fetch(`${instance.url}/local/oauth/token`, { method: 'POST', body: form })).json()) as {
    access_token: string;
  };
  const seen = await visit(instance, undefined, { ...options, extraHTTPHeaders: { authorization: `Bearer ${access_token}` } });
  // The policy of the page refuses what is not its own, and says so there, in whatever kind of line.
  seen.page.on('console', (message) => message.text().includes('favicon') || seen.errors.push(message.text()));
  expect((await seen.page.goto(memo))?.status()).toBe(200);
  return seen;
}

/** Where pages of it go, to be looked at; none where nobody wants them. */
const pictures = process.env.WHEREABOUTS_PICTURES;

/** How many pages it has as Chromium prints it. */
async function printMemo(memo: string, name = 'memo'): Promise<number> {
  const { page, context, errors } = await openMemo(memo);
  const pdf = await page.pdf({ preferCSSPageSize: true, ...(pictures && { path: `${pictures}/${name}.pdf` }) });
  if (pictures) {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  }
  await context.close();
  expect(errors).toEqual([]);
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

it.each(['en', 'fr', 'de'])('the memo of the Commission’s decision prints on one page or two in %s', async (language) => {
  const pages = await printMemo(`${plain}?lang=${language}`, `memo-${language}`);
  console.info(`the Commission’s case: ${pages} pages`);
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(2);
});

it('with reasons as long as they may be, of which nothing is cut, and a party that disputes six facts, too', async () => {
  const pages = await printMemo(await decide({ note: REASONS.repeat(33).slice(0, 4000) }, 'long', hear), 'memo-long');
  console.info(`with 4,000 letters of reasons: ${pages} pages`);
  expect(pages).toBeLessThanOrEqual(2);
});

it.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' as const }],
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
  ['forced colours', { forcedColors: 'active' as const }],
])('it has no barrier on a screen either: %s', async (_, options) => {
  const { page, context, errors } = await openMemo(plain, options);
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});
