/** `node bench/console.ts [rounds]`: what the console weighs and how long it takes in a real Chromium. Needs one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { startLocal } from '../local/bring-up.ts';
import { seed } from '../local/seed.ts';
import { signIn } from '../local/sign-in/sign-in.ts';
import { launchChromium } from './chromium.ts';
import { readLargePortfolio } from './large-portfolio.ts';
import { describeMachine } from './machine.ts';
import type { Figure, Measurement } from './result.ts';
import { quantile } from './statistics.ts';

const SIZE = { platforms: 500, days: 5 * 365 };
/** Of the first page's script, compressed; 1 kB is 1,000 bytes. */
const MOST_KB = 150;
/** A pause is seen from here on: in a page that stands, and where a page or a tab is opened (J. Nielsen, Usability Engineering, 1993, chapter 5). */
const PAUSE_MS = { standing: 100, opened: 1000 };

type Times = readonly number[];
type Load = { readonly bytes: { readonly script: number; readonly style: number }; readonly paint: Times; readonly interactive: Times };
type Large = { readonly shown: Times; readonly sorted: Times; readonly sortedWhole: Times; readonly history: Times };

export async function measureConsole(rounds: number): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-console-'));
  const instance = await startLocal({ port: 0, data: folder, log: { log: () => {}, error: () => {} } });
  const browser = await launchChromium();
  try {
    await seed(instance.url);
    const load = await loadFirstPage(browser, instance.url, rounds);
    return toMeasurement(load, await openLargePortfolio(browser, instance.url, rounds), rounds, browser.version());
  } finally {
    await browser.close();
    await instance.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The list of platforms, loaded by somebody who is signed in and has nothing cached; it is interactive when a filter that is typed has answered. */
async function loadFirstPage(browser: Browser, url: string, rounds: number): Promise<Load> {
  const paint: number[] = [];
  const interactive: number[] = [];
  let bytes = { script: 0, style: 0 };
  for (let round = -1; round < rounds; round += 1) {
    const page = await enter(browser, url);
    const begun = performance.now();
    await page.goto('/platforms');
    await page.getByRole('searchbox').fill('tiktok');
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
    // The first round pays for the bundling of the page, which is not the reader's.
    if (round >= 0) {
      interactive.push(performance.now() - begun);
      paint.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN));
    }
    bytes = await weigh(page);
    await page.context().close();
  }
  return { bytes, paint, interactive };
}

async function openLargePortfolio(browser: Browser, url: string, rounds: number): Promise<Large> {
  const { platforms, scores } = await readLargePortfolio(signIn(url, 'analyst'), SIZE);
  const times = { shown: [] as number[], sorted: [] as number[], sortedWhole: [] as number[], history: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
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
  return times;
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

function toMeasurement({ bytes, paint, interactive }: Load, large: Large, rounds: number, chromium: string): Measurement {
  const { platforms, days } = SIZE;
  const script = bytes.script / 1000;
  return {
    title: 'The console in a browser',
    how:
      `Medians of ${rounds} rounds in Chromium ${chromium}, each with an empty cache and its own sign-in, against local mode on the same machine; the ` +
      'wall clock, so what else the machine does is in it, and a network is not. Weights are of what the page asks for, by gzip. The large portfolio ' +
      'is synthetic: answers of that length, made of real platforms.',
    figures: [
      {
        name: 'script of the first page',
        value: script,
        unit: 'kB',
        reach: { at: `under ${MOST_KB} kB`, isMet: script > 0 && script < MOST_KB },
        means: 'What a reader’s browser fetches and runs before the list of platforms is there; the other pages load their own later.',
      },
      { name: 'style of the first page', value: bytes.style / 1000, unit: 'kB', means: 'One style for every page, fetched once.' },
      toFigure('first paint', paint, 'When a reader first sees something other than white.'),
      toFigure('interactive', interactive, 'From the address to the list of platforms that has answered to a filter typed at once.'),
      toFigure(
        `${platforms} platforms shown`,
        large.shown,
        'From the address to the last row: as many platforms as anybody is likely to keep.',
        PAUSE_MS.opened,
      ),
      toFigure(`${platforms} platforms sorted`, large.sorted, 'From the click to the frame that has the new order.', PAUSE_MS.standing),
      toFigure(
        `${platforms} platforms sorted, to the last row`,
        large.sortedWhole,
        'Rows out of sight follow a moment later; no user waits for them.',
      ),
      toFigure(
        `${days.toLocaleString('en')} days of history shown`,
        large.history,
        'From the click on the tab to the line of five years with a score a day.',
        PAUSE_MS.opened,
      ),
    ],
  };
}

function toFigure(name: string, times: Times, means: string, below?: number): Figure {
  const median = quantile(times, 0.5);
  return {
    name,
    value: Math.round(median),
    unit: 'ms',
    note: `${Math.round(Math.max(...times))} ms at most`,
    ...(below !== undefined && { reach: { at: `no visible pause: under ${below.toLocaleString('en')} ms`, isMet: median < below } }),
    means,
  };
}

if (import.meta.main) {
  const { figures, how } = await measureConsole(Number(process.argv[2] ?? 7));
  console.log(`${how}\n${describeMachine()}\n`);
  for (const { name, value, unit, note = '', reach } of figures)
    console.log(`${name.padEnd(40)} ${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} ${note}${reach ? `; ${reach.at}: ${reach.isMet}` : ''}`);
}
