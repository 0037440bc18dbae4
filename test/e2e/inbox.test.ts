import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBarriers, type Instance, open, openInstance, visit } from './console.ts';
import { fillInstance } from './fill-instance.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
  await fillInstance(instance.url);
});
afterAll(() => instance.stop());

/** Where pictures of it go; none where nobody wants them. */
const pictures = process.env.WHEREABOUTS_PICTURES;

it.each([
  ['analyst', 'en', 'Inbox', {}],
  ['reviewer', 'fr', 'À traiter', {}],
  ['decider-2', 'de', 'Zu erledigen', { colorScheme: 'dark' as const }],
  ['operator', 'en', 'Inbox', { viewport: { width: 320, height: 640 } }],
] as const)('the inbox of %s in %s has no barrier, and its number stands in navigation and title', async (who, language, title, options) => {
  const { page, context, errors } = await visit(instance, who, options);
  await page.evaluate((chosen) => localStorage.setItem('whereabouts.language', chosen), language);
  await open(page, '/', title);
  const count = await page.locator('nav .count').innerText();
  expect(Number(count)).toBeGreaterThan(0);
  expect(await page.title()).toBe(`(${count}) ${title} · Whereabouts`);
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(errors).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/inbox-${who}.png`, fullPage: true });
  await context.close();
});

it('takes a platform on, refuses one who has not acted, and puts it off with a reason, without a reload', async () => {
  const { page, context } = await visit(instance, 'analyst');
  await open(page, '/', 'Inbox');
  const row = page.getByRole('row', { name: /Untried/ }).first();
  await row.getByText('Assign or put off').click();
  await row.getByRole('button', { name: 'I take it' }).click();
  await page
    .getByRole('row', { name: /Untried.*For you/ })
    .first()
    .waitFor();
  await row.getByLabel('Subject id').fill('somebody');
  await row.getByRole('button', { name: 'Assign', exact: true }).click();
  await row.getByText('no one has acted under this subject id').first().waitFor();
  const before = Number(await page.locator('nav .count').innerText());
  // The clock of the instance is ahead.
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await row.getByLabel('Until which day').fill(day);
  await row.getByLabel('Why it can wait').fill('Its policy is announced.');
  await row.getByRole('button', { name: 'Put off' }).click();
  await expect.poll(() => page.getByRole('row', { name: /Untried/ }).count()).toBe(0);
  expect(Number(await page.locator('nav .count').innerText())).toBeLessThan(before);
  await context.close();
});
