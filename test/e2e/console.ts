import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../bench/chromium.ts';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { seed } from '../../local/seed.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The instance and a browser to look at it; one for each test file. */
export type Instance = { readonly url: string; readonly browser: Browser; stop(): Promise<void> };

/** `terms`: a folder of versions that are watched. */
export async function openInstance({ terms }: { readonly terms?: string } = {}): Promise<Instance> {
  // First, so that a machine without one says so at once.
  const browser = await launchChromium();
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-console-'));
  const local: Local = await startLocal({ port: 0, data: folder, terms, log: { log: () => {}, error: () => {} } });
  await seed(local.url);
  return {
    url: local.url,
    browser,
    async stop() {
      await browser.close();
      await local.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What went wrong in a page without anybody asking: errors on its console, requests to elsewhere. */
export type Visit = { readonly page: Page; readonly context: BrowserContext; readonly errors: string[]; readonly otherHosts: string[] };

export async function visit({ url, browser }: Instance, as: string | undefined, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-IE', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const otherHosts: string[] = [];
  page.on('console', (message) => {
    // A refused request is the API's answer, not a fault of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(`${url}/`)) otherHosts.push(request.url());
  });
  await page.goto('/platforms');
  if (as !== undefined) await page.getByRole('button', { name: `Sign in as ${as}`, exact: true }).click();
  if (as !== undefined) await page.getByRole('navigation', { name: 'Main' }).waitFor();
  return { page, context, errors, otherHosts };
}

/** Goes somewhere and waits until what it shows is there. */
export async function open(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { name: heading }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** What axe finds on the page as it stands, a line each; by WCAG 2.2 AA and good practice. */
export async function findBarriers(page: Page): Promise<string[]> {
  // By the debugger's way in: a script tag would be refused by the page's own policy.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`));
  });
}

/** A call of the API as somebody, behind the page's back. */
export async function callAs(url: string, name: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const signIn = await fetch(`${url}/local/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: name }),
  });
  const { access_token } = (await signIn.json()) as { access_token: string };
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    etag: answer.headers.get('etag') ?? '',
    data: (answer.status === 204 ? {} : await answer.json()) as Record<string, unknown>,
  };
}
