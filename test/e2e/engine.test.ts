import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../bench/chromium.ts';
import { type Engine, startEngine } from '../../local/engine/engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-engine-'));
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine(folder);
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Of these addresses, those that answer a page which stands on this machine itself, where the browser asks nobody for permission. */
async function findAnswering(addresses: readonly string[]): Promise<string[]> {
  const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>A page</p>'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    return await page.evaluate(async (tried) => {
      const ask = (url: string) =>
        fetch(url, { signal: AbortSignal.timeout(5000) })
          .then((answer) => answer.text())
          .then((text) => (text.startsWith('healthy') ? [url] : []))
          .catch(() => []);
      const found: string[] = [];
      // As many at a time as the browser opens.
      for (let i = 0; i < tried.length; i += 50) found.push(...(await Promise.all(tried.slice(i, i + 50).map(ask))).flat());
      return found;
    }, addresses);
  } finally {
    await browser.close();
    await new Promise((resolve) => site.close(resolve));
  }
}

it('a page that knows even the port finds the engine at no address that it can name', async () => {
  const { port } = new URL(engine.endpoint);
  const named = ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '127.0.1.1', '127.1.1.1', '127.255.255.254'];
  const random = Array.from({ length: 1000 }, (_, i) => `127.${1 + (i % 7)}.${1 + (i % 11)}.${1 + (i % 254)}`);
  const addresses = [...named, ...random].map((host) => `http://${host}:${port}/`).filter((url) => url !== `${engine.endpoint}/`);
  expect(await findAnswering(addresses)).toEqual([]);
  // The engine answers every origin: what is secret is its address.
  expect(await findAnswering([`${engine.endpoint}/`])).toEqual([`${engine.endpoint}/`]);
});
