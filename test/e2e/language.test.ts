import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBarriers, type Instance, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

it.each([
  ['fr-BE', 'fr', 'Plateformes'],
  ['de-AT', 'de', 'Plattformen'],
  ['en-US', 'en', 'Platforms'],
  ['sv-SE', 'en', 'Platforms'],
])('a browser that asks for %s reads %s', async (locale, language, platforms) => {
  const { page, context, errors } = await visit(instance, undefined, { locale });
  await page.locator('button:has(strong)').first().click();
  await page.getByRole('navigation').getByRole('link', { name: platforms }).waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  expect(await findBarriers(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

it('the switch changes every text, day and figure, is remembered, and goes before what the browser asks for', async () => {
  const { page, context, errors } = await visit(instance, 'analyst', { locale: 'en-US' });
  await page.goto('/jurisdictions/CN');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
  await page.getByRole('combobox', { name: 'Langue' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
  await page.locator('.big .points').waitFor();
  expect(await page.locator('.big .points').textContent()).toMatch(/^0,\d\d$/);
  await page.goto('/platforms/tiktok');
  await page.locator('.big .points').first().waitFor();
  expect(await page.locator('.big .points').first().textContent()).toMatch(/^\d\d,\d$/);
  const days = plain((await page.locator('dl.facts time').allTextContents()).join(' | '));
  expect(days).toMatch(/\d{1,2} (janv\.|févr\.|mars|avr\.|mai|juin|juil\.|août|sept\.|oct\.|nov\.|déc\.) \d{4}/);
  const again = await context.newPage();
  await again.goto('/method');
  await again.getByRole('combobox', { name: 'Langue' }).waitFor();
  await page.getByRole('combobox', { name: 'Langue' }).selectOption('de');
  await page.getByRole('combobox', { name: 'Sprache' }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('jurisdictions are found by their names in any of the languages, and shown in the one chosen', async () => {
  const { page, context } = await visit(instance, 'analyst');
  await page.evaluate(() => localStorage.setItem('whereabouts.language', 'de'));
  await page.goto('/platforms?jurisdiction=CN');
  const box = page.locator('#filter-jurisdiction');
  await expect.poll(() => box.inputValue()).toBe('China (CN)');
  await box.fill('États-Unis');
  await page.keyboard.press('Enter');
  await expect.poll(() => box.inputValue()).toBe('Vereinigte Staaten (US)');
  await context.close();
});
