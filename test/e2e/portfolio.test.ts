import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLargePortfolio } from '../../bench/large-portfolio.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { findBarriers, type Instance, open, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

it('finds a platform by the id of its app', async () => {
  const { page, context, errors } = await visit(instance, 'analyst');
  await open(page, '/platforms', 'Platforms');
  await page.getByLabel('Name, operator, parent or app id').fill('zhiliaoapp');
  await expect.poll(() => page.locator('.portfolio tbody th a').allTextContents()).toEqual(['TikTok']);
  expect(await findBarriers(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

it.each([1440, 1024])('keeps the head of the table in sight at %i px, and what is focused out from under it', async (width) => {
  const { platforms } = await readLargePortfolio(signIn(instance.url, 'analyst'), { platforms: 60, days: 1 });
  const { page, context, errors } = await visit(instance, 'analyst', { viewport: { width, height: 700 } });
  await page.route('**/v1/platforms?*', (route) => route.fulfill({ json: platforms }));
  await open(page, '/platforms', 'Platforms');
  await page.getByRole('row').nth(60).scrollIntoViewIfNeeded();
  const head = page.locator('.portfolio thead');
  await expect.poll(async () => Math.round((await head.boundingBox())?.y ?? -1)).toBe(0);
  const links = page.locator('.portfolio tbody th a');
  await links.nth(40).focus();
  const [top, covered] = [(await links.nth(40).boundingBox())?.y ?? 0, (await head.boundingBox())?.height ?? 700];
  expect(top).toBeGreaterThanOrEqual(covered);
  expect(errors).toEqual([]);
  await context.close();
});
