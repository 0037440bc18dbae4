import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs, type Instance, open, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

it('lists platforms with their parents’ countries, and gives what is seen, in its order, as CSV', async () => {
  const { page, context } = await visit(instance, 'analyst');
  await open(page, '/platforms?band=severe&sort=name', 'Platforms');
  await page.getByRole('link', { name: 'WeChat' }).waitFor();
  const cells = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /TikTok/ }) })
    .getByRole('cell');
  expect(await cells.first().locator('abbr').allTextContents()).toEqual(['CN', 'KY']);
  expect(await cells.first().locator('abbr').first().getAttribute('title')).toBe('China');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const [head = '', ...rows] = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(head.split(',').slice(0, 4)).toEqual(['id', 'name', 'operator', 'parent']);
  expect(head.split(',')).toContain('parentIn');
  expect(rows.map((row) => row.split(',')[0])).toEqual(['tiktok', 'vkontakte', 'wechat']);
  await page.getByRole('button', { name: 'Platform', exact: true }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?band=severe&sort=-name');
  await expect.poll(() => page.getByRole('rowheader').first().textContent()).toContain('WeChat');
  await context.close();
});

it('goes through the countries of the map by arrow keys, in the order of its table', async () => {
  const { page, context } = await visit(instance, 'analyst');
  await open(page, '/platforms/tiktok?tab=map', 'Where it is kept, and from where it is reached');
  const map = page.getByRole('img', { name: /Arrow keys go through the countries/ });
  await map.focus();
  const status = page.locator('.map').getByRole('status');
  const order = await page.locator('.map-columns tbody th').allTextContents();
  for (const country of order.slice(0, 3)) {
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => status.textContent()).toContain(`${country}: `);
    expect(await page.locator('tr.chosen th').textContent()).toBe(country);
  }
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => status.textContent()).toContain(`${order[1]}: `);
  await context.close();
});

it('names the provisions that a jurisdiction’s law rests on, each with a link to where it can be read', async () => {
  const { page, context } = await visit(instance, 'analyst');
  await open(page, '/jurisdictions/CN', 'The law in force');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Duty to assist' }) });
  await row.getByText('National Intelligence Law, Arts 7, 14', { exact: false }).waitFor();
  const { data } = await callAs(instance.url, 'analyst', 'GET', '/v1/jurisdictions/CN');
  const known = Object.values(data.sources as Record<string, { url: string }>).map(({ url }) => url);
  const links = await row.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(2);
  expect(known).toEqual(expect.arrayContaining(links));
  await page.getByRole('link', { name: 'TikTok', exact: true }).waitFor();
  await context.close();
});

it('says what of the law and why the score moved between two days', async () => {
  const { page, context } = await visit(instance, 'analyst');
  await open(page, '/platforms/tiktok/diff?from=2023-02-23&to=2026-01-01', 'Law that differs');
  await page.getByRole('row', { name: /United States.*adequacy: none → Data Privacy Framework/ }).waitFor();
  await page.getByRole('row', { name: /Time.*1 Jan 2026/ }).waitFor();
  await context.close();
});
