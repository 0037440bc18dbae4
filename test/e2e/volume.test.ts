import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLargePortfolio } from '../../bench/large-portfolio.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { findBarriers, type Instance, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

const SIZE = { platforms: 500, days: 5 * 365 };

it('lists 500 platforms, sorts and filters them, and draws five years of one', async () => {
  const { platforms, scores } = await readLargePortfolio(signIn(instance.url, 'analyst'), SIZE);
  const { page, context, errors } = await visit(instance, 'analyst');
  await page.route('**/v1/platforms?*', (route) => route.fulfill({ json: platforms }));
  await page.route('**/v1/platforms/tiktok/scores?*', (route) => route.fulfill({ json: scores }));

  await page.goto('/platforms');
  await page.getByRole('row').nth(SIZE.platforms).waitFor();
  const names = page.locator('tbody th a');
  await page.getByRole('button', { name: 'Platform', exact: true }).click();
  await expect.poll(() => names.first().textContent()).toBe('Platform 99');
  await page.getByRole('button', { name: 'Platform', exact: true }).click();
  await expect.poll(() => names.first().textContent()).toBe('Platform 0');
  await page.getByLabel('Name, operator, parent or app id').fill('platform 49');
  await expect.poll(() => names.count()).toBe(11);

  await page.goto('/platforms/tiktok?tab=history');
  await page.getByText(`${SIZE.days.toLocaleString('en-IE').replace(',', '')} scores have been published`).waitFor();
  const line = await page.locator('svg.published path.point').first().getAttribute('d');
  expect(line?.match(/[LHV]/g)?.length).toBeGreaterThanOrEqual(SIZE.days);
  // What time alone moved is cut in the table, and the page says by how much.
  expect(await page.getByRole('region', { name: 'History of what stood published' }).locator('tbody tr').count()).toBe(201);
  await page.getByText(`${SIZE.days - 201} older scores moved by time alone`, { exact: false }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
