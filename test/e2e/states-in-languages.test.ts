import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../messages/language.ts';
import { loadApi } from '../../messages/load-api.ts';
import { loadConsole } from '../../messages/load-console.ts';
import { findBarriers, type Instance, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

const NOWHERE = '/v1/platforms?*';
const answer = (status: number, body: string, contentType: string) => (page: Page) =>
  page.route(`**${NOWHERE}`, (route) => route.fulfill({ status, contentType, body }));
const problem = (slug: string, status: number) =>
  answer(status, JSON.stringify({ type: `/v1/problems/${slug}`, title: '–', status, requestId: 'req-4711' }), 'application/problem+json');

/** How each state is brought about, and the address that shows it. */
const STATES: readonly (readonly [string, string, ((page: Page) => Promise<unknown>)?])[] = [
  ['no such page', '/nowhere'],
  ['no such platform', '/platforms/nobody'],
  ['no such tab', '/platforms/tiktok?tab=nothing'],
  ['no day', '/platforms/tiktok?asOf=yesterday'],
  ['a day that does not exist', '/platforms/tiktok?asOf=2023-02-30'],
  ['a day to come', '/platforms/tiktok?asOf=2199-01-01'],
  ['an address that cannot be read', '/%E0%A4%A'],
  ['no such jurisdiction', '/jurisdictions/QQ'],
  ['nothing fits', '/platforms?q=nobody'],
  ['no jurisdiction of this name', '/platforms?jurisdiction=Atlantis'],
  ['a revision that is not there', '/platforms/tiktok/assessments/99'],
  ['a fault of the service', '/platforms', problem('internal-error', 500)],
  ['an answer that is no JSON', '/platforms', answer(200, '<h1>Sign in to this network</h1>', 'text/html')],
  ['a view that cannot be drawn', '/platforms', answer(200, JSON.stringify({ items: [null], nextCursor: null }), 'application/json')],
  ['no connection', '/platforms', (page) => page.route(`**${NOWHERE}`, (route) => route.abort())],
];

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Every sentence of a language that is a plain text, to be looked for on a page of another. */
async function listSentences(language: Language): Promise<string[]> {
  const found: string[] = [];
  const collect = (value: unknown) => {
    if (typeof value === 'string' && / \S+ /.test(value)) found.push(plain(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const texts of [await loadConsole(language), await loadApi(language)]) collect(texts);
  return found;
}

describe.each(LANGUAGES)('in %s', (language) => {
  it('each state is drawn without a barrier, no wider than the window, and in no other language', async () => {
    const { page, context } = await visit(instance, 'analyst', { viewport: { width: 360, height: 740 } });
    await page.evaluate((chosen) => localStorage.setItem('whereabouts.language', chosen), language);
    const own = new Set(await listSentences(language));
    const others = (await Promise.all(LANGUAGES.filter((other) => other !== language).map(listSentences))).flat().filter((text) => !own.has(text));
    expect(others.length).toBeGreaterThan(800);
    const faults: string[] = [];
    for (const [state, path, bringAbout] of STATES) {
      await page.unrouteAll();
      await bringAbout?.(page);
      await page.goto(path);
      await page.locator('main').getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      faults.push(...(await findBarriers(page)).map((barrier) => `${state}: ${barrier}`));
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (excess > 0) faults.push(`${state}: ${excess} pixels too wide`);
      const shown = plain(await page.locator('main').innerText());
      expect(shown.length, state).toBeGreaterThan(20);
      faults.push(...others.filter((text) => shown.includes(text)).map((text) => `${state}: “${text}”`));
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    }
    expect(faults).toEqual([]);
    await context.close();
  }, 180_000);
});
