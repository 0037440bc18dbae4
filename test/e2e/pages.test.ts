import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, type Instance, open, openInstance, visit } from './console.ts';
import { pages } from './every-page.ts';
import { fillInstance } from './fill-instance.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
  await fillInstance(instance.url);
});
afterAll(() => instance.stop());

describe('every page', () => {
  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
    ['forced colours and reduced motion', { forcedColors: 'active' as const, reducedMotion: 'reduce' as const }],
  ])(
    'has no barrier, no error, and asks no other host: %s',
    async (_, options) => {
      const { page, context, errors, otherHosts } = await visit(instance, 'analyst', options);
      const barriers: string[] = [];
      const tooWide: string[] = [];
      for (const [path, heading] of pages) {
        await open(page, path, heading);
        barriers.push(...(await findBarriers(page)).map((barrier) => `${path} ${barrier}`));
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (excess > 0) tooWide.push(`${path}: ${excess} pixels too wide`);
      }
      expect(barriers).toEqual([]);
      expect(tooWide).toEqual([]);
      expect(errors).toEqual([]);
      expect(otherHosts).toEqual([]);
      await context.close();
    },
    240_000,
  );

  it.each(['fr', 'de'])(
    'has no barrier and no error in %s, and is no wider than a narrow window',
    async (language) => {
      const { page, context, errors } = await visit(instance, 'analyst', { viewport: { width: 360, height: 740 } });
      await page.evaluate((chosen) => localStorage.setItem('whereabouts.language', chosen), language);
      const barriers: string[] = [];
      for (const [path] of pages.filter(([path]) => path !== '/api.html')) {
        await page.goto(path);
        await page.getByRole('heading').first().waitFor();
        await page.waitForLoadState('networkidle');
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        barriers.push(...(await findBarriers(page)).map((barrier) => `${path} ${barrier}`));
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (excess > 0) barriers.push(`${path}: ${excess} pixels too wide`);
      }
      expect(barriers).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    },
    240_000,
  );

  it('asks for a sign-in where there is none, without a barrier', async () => {
    const { page, context, errors } = await visit(instance, undefined);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('the budget', () => {
  it('keeps the first page under 150 kB of compressed script', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await page.reload();
    await page.getByRole('table').waitFor();
    await page.waitForLoadState('networkidle');
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const weigh = async (extension: string) => {
      const files = asked.filter((name) => name.endsWith(extension)).map(async (name) => (await fetch(name)).arrayBuffer());
      return (await Promise.all(files)).reduce((sum, bytes) => sum + gzipSync(new Uint8Array(bytes)).length, 0);
    };
    const weights = { js: await weigh('.js'), css: await weigh('.css') };
    expect(weights.js).toBeGreaterThan(5_000);
    expect(weights.js).toBeLessThan(150_000);
    await context.close();
  });
});
