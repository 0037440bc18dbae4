/** `node bench/console.ts`: what the console weighs and how long it takes in a real Chromium; a line of JSON. Needs Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { startLocal } from '../local/bring-up.ts';
import { seed } from '../local/seed.ts';
import { signIn } from '../local/sign-in.ts';
import { launchChromium } from './chromium.ts';
import { readLargePortfolio } from './large-portfolio.ts';
import { quantile } from './statistics.ts';

const TIMES = 7;
const SIZE = { platforms: 500, days: 5 * 365 };

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-console-'));
  const house = await startLocal({ port: 0, data: folder, log: { log: () => {}, error: () => {} } });
  const browser = await launchChromium();
  try {
    await seed(house.url);
    const first = await firstPage(browser, house.url);
    const large = await largeHouse(browser, house.url);
    console.log(JSON.stringify({ console: { chromium: browser.version(), runs: TIMES, ...first, ...large } }));
  } finally {
    await browser.close();
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The list of platforms, loaded by somebody who is signed in and has nothing cached; it is interactive when a filter that is typed has answered. */
async function firstPage(browser: Browser, url: string) {
  const paints: number[] = [];
  const interactive: number[] = [];
  let bytes = { script: 0, style: 0 };
  for (let run = 0; run <= TIMES; run += 1) {
    const page = await enter(browser, url);
    const begun = performance.now();
    await page.goto('/platforms');
    await page.getByRole('searchbox').fill('tiktok');
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
    // The first run pays for the bundling of the page, which is not the reader's.
    if (run > 0) {
      interactive.push(performance.now() - begun);
      paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
    }
    bytes = await weigh(page);
    await page.context().close();
  }
  return { gzipBytes: bytes, firstPaintMs: spread(paints), interactiveMs: spread(interactive) };
}

async function largeHouse(browser: Browser, url: string) {
  const { platforms, scores } = await readLargePortfolio(signIn(url, 'analyst'), SIZE);
  const times = { shown: [] as number[], sorted: [] as number[], sortedWhole: [] as number[], history: [] as number[] };
  for (let run = 0; run < TIMES; run += 1) {
    const page = await enter(browser, url);
    await page.route('**/v1/platforms?*', (route) => route.fulfill({ json: platforms }));
    await page.route('**/v1/platforms/tiktok/scores?*', (route) => route.fulfill({ json: scores }));
    times.shown.push(
      await timed(async () => {
        await page.goto('/platforms');
        await page.getByRole('row').nth(SIZE.platforms).waitFor();
      }),
    );
    const { first, whole } = await page.evaluate<{ first: number; whole: number }>(SORT_ONCE);
    times.sorted.push(first);
    times.sortedWhole.push(whole);
    await page.goto('/platforms/tiktok');
    const tab = page.getByRole('link', { name: 'History' });
    await tab.waitFor();
    times.history.push(
      await timed(async () => {
        await tab.click();
        await page.locator('svg.history path.point').first().waitFor();
      }),
    );
    await page.context().close();
  }
  return {
    ...SIZE,
    platformsShownMs: spread(times.shown),
    platformsSortedMs: spread(times.sorted),
    platformsSortedToTheLastMs: spread(times.sortedWhole),
    historyShownMs: spread(times.history),
  };
}

/** Runs in the page: from the click to the frame that shows the new order, and until every row is back. */
const SORT_ONCE = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const begun = performance.now();
  document.querySelector('button.sort').click();
  await frame();
  const first = performance.now() - begun;
  while (document.querySelectorAll('tbody tr').length < ${SIZE.platforms}) await frame();
  return { first, whole: performance.now() - begun };
})()`;

/** A page of somebody who is signed in, with an empty cache. */
async function enter(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-IE', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto('/method');
  await page.getByRole('button', { name: 'Sign in as analyst', exact: true }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  const debug = await context.newCDPSession(page);
  await debug.send('Network.setCacheDisabled', { cacheDisabled: true });
  return page;
}

/** What the page asked for, compressed as a server would. */
async function weigh(page: Page): Promise<{ script: number; style: number }> {
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const sum = async (extension: string) => {
    const files = asked.filter((name) => name.endsWith(extension)).map(async (name) => gzipSync(await (await fetch(name)).bytes()).length);
    return (await Promise.all(files)).reduce((total, bytes) => total + bytes, 0);
  };
  return { script: await sum('.js'), style: await sum('.css') };
}

async function timed(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

const spread = (times: readonly number[]) => ({ median: Math.round(quantile(times, 0.5)), most: Math.round(Math.max(...times)) });

await measure();
