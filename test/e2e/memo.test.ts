import { afterAll, beforeAll, expect, it } from 'vitest';
import { commissionCase } from '../decision-case.ts';
import type { Json } from '../started-service.ts';
import { callAs, type House, openHouse } from './console.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.stop());

const DECISIONS = '/v1/platforms/tiktok/decisions';
const REASONS = 'The access of staff abroad is not bound by measures that the exporter can check, and what they do is logged by themselves. ';

/** A decision that two have approved, and the pages of its memo as Chromium prints it. */
async function printMemo(change: Json, key: string): Promise<number> {
  const proposed = await callAs(house.url, 'decider-1', 'POST', DECISIONS, { ...commissionCase, ...change }, { 'idempotency-key': key });
  expect(proposed.status).toBe(201);
  const { id, hash } = proposed.data;
  for (const name of ['decider-2', 'decider-3'])
    expect((await callAs(house.url, name, 'POST', `${DECISIONS}/${id}/approval`, { hash, note: 'Grounds and app ids checked.' })).status).toBe(200);
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'auditor' });
  const { access_token } = (await (await fetch(`${house.url}/local/oauth/token`, { method: 'POST', body: form })).json()) as { access_token: string };
  const context = await house.browser.newContext({ baseURL: house.url, extraHTTPHeaders: { authorization: `Bearer ${access_token}` } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => void errors.push(message.text()));
  const answer = await page.goto(`${DECISIONS}/${id}/memo`);
  expect(answer?.status()).toBe(200);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await context.close();
  // The policy of the page refuses what is not its own, and says so there.
  expect(errors.filter((text) => !text.includes('favicon'))).toEqual([]);
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

it('the memo of the Commission’s decision prints on one page or two', async () => {
  const pages = await printMemo({}, 'plain');
  console.info(`the Commission’s case: ${pages} pages`);
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(2);
});

it('with reasons as long as they may be, of which nothing is cut, too', async () => {
  const pages = await printMemo({ note: REASONS.repeat(33).slice(0, 4000) }, 'long');
  console.info(`with 4,000 letters of reasons: ${pages} pages`);
  expect(pages).toBeLessThanOrEqual(2);
});
