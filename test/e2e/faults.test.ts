import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
  await callAs(instance.url, 'analyst', 'PUT', '/v1/platforms/newcomer', { name: 'Newcomer', operator: 'Newcomer PBC' }, { 'if-none-match': '*' });
});
afterAll(() => instance.stop());

/** What a validator says, and what only it would name. */
const VALIDATOR = /expected|[Ii]nvalid|>=|must be |must have|Too small|received|undefined|is missing|\/[a-z]+[A-Z]|›|"A[DE]"/;

/** The page is no wider than the window, says nothing of a validator, and each link of its summary leads to a field that says the same. */
async function checkFaults(page: Page, count: number): Promise<string[]> {
  const summary = page.getByRole('alert');
  await summary.waitFor();
  const all = await summary.getByRole('link').allTextContents();
  expect(all, all.join('\n')).toHaveLength(count);
  await summary.getByRole('heading', { name: count === 1 ? 'One thing needs attention' : `${count} things need attention` }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  const links = summary.getByRole('listitem').getByRole('link');
  const said = await links.allTextContents();
  expect(said).toHaveLength(count);
  expect(new Set(said).size).toBe(count);
  for (let i = 0; i < count; i += 1) {
    await links.nth(i).click();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const field = document.activeElement;
          const own = (field?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
          return [...own, field?.querySelector('.fault')?.textContent ?? ''].join(' ').toLowerCase();
        }),
      )
      .toContain((said[i] ?? '').split(': ').at(-1)?.toLowerCase());
  }
  expect((await page.locator('main :is([role=alert], .fault, .live-problem)').allInnerTexts()).filter((text) => VALIDATOR.test(text))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  return said;
}

describe('a form that was not filled in says what each field needs, in its own words', () => {
  it('the assessment', async () => {
    const { page, context, errors } = await visit(instance, 'analyst');
    await open(page, '/platforms/newcomer/assess', 'Assess Newcomer');
    await page.getByLabel('Id of the new source').fill('s1');
    await page.getByRole('button', { name: 'Add a source' }).click();
    await page.getByRole('button', { name: 'Add a place of storage' }).click();
    await page.getByRole('button', { name: 'Add somebody with access' }).click();
    const second = page.locator('details.edit').last();
    await second.getByRole('combobox', { name: 'Jurisdiction', exact: true }).fill('Brazil');
    await page.keyboard.press('Tab');
    await second.getByRole('button', { name: 'Add evidence' }).click();
    await second.getByLabel('Source', { exact: true }).selectOption('');
    await page.getByRole('button', { name: 'Submit for review' }).click();
    const said = await checkFaults(page, 5);
    expect(said).toEqual(
      expect.arrayContaining([
        'source s1: enter its title',
        'source s1: enter its publisher',
        'no country yet, stored: choose a jurisdiction',
        'no country yet, stored: add an item of evidence',
        'Brazil, staff access, first item: choose a source',
      ]),
    );
    expect(await page.locator('.live .faults').count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a new platform', async () => {
    const { page, context, errors } = await visit(instance, 'analyst');
    await open(page, '/platforms/new', 'Add a platform');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await checkFaults(page, 3)).toEqual([
      'Id, in small letters: give it an id',
      'Name: fill this in',
      'Operator: who answers for EU users’ data: fill this in',
    ]);
    await page.getByLabel('Id, in small letters').fill('My Platform/2');
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    await page.getByLabel('Operator').fill('Mine Ltd');
    await page.getByLabel('Home page').fill('mine');
    await page.getByLabel('Very large online platform since').fill('1066-10-14');
    await page.getByLabel('Domains, one a line').fill('not a domain');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('use small letters, digits and single hyphens', { exact: false }).first().waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(VALIDATOR);
    await page.getByLabel('Id, in small letters').fill('mine');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Domains, one a line: one of them is not written as it must be').waitFor();
    const said = await checkFaults(page, 3);
    expect(said.join('\n')).toMatch(/Home page: enter a web address[\s\S]*since: enter a day that exists/);
    await page.getByLabel('Id, in small letters').fill('tiktok');
    await page.getByLabel('Home page').fill('');
    await page.getByLabel('Very large online platform since').fill('');
    await page.getByLabel('Domains, one a line').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'It has changed since it was read' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a proposal', async () => {
    const { page, context, errors } = await visit(instance, 'decider-1');
    await open(page, '/platforms/tiktok?tab=decisions', 'Propose a decision');
    for (const box of await page.locator('#d-scope input').all()) await box.uncheck();
    await page.getByRole('button', { name: 'Exempt a group' }).click();
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    const said = await checkFaults(page, 8);
    expect(said).toEqual(
      expect.arrayContaining([
        'Devices: give at least one',
        'Enforced by: enter a day',
        'Ends on: enter a day',
        'What follows for a device that does not comply: fill this in',
        'Exempt group 1, Why it is exempt: fill this in',
        'Reasons, for the record: give a reason',
      ]),
    );
    await page.getByLabel('Enforced by').fill('2020-01-01');
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a rejection and a review', async () => {
    const standing = (await callAs(instance.url, 'analyst', 'GET', '/v1/platforms/signal/assessments/1')).data.assessment as object;
    await callAs(
      instance.url,
      'analyst',
      'POST',
      '/v1/platforms/signal/assessments',
      { ...standing, note: 'Again.' },
      { 'idempotency-key': 'again' },
    );
    const { page, context } = await visit(instance, 'reviewer');
    await open(page, '/platforms/signal', 'Signal');
    await page.getByRole('link', { name: 'Check it' }).click();
    await page.getByRole('button', { name: 'Reject' }).click();
    expect(await checkFaults(page, 1)).toEqual(['Reason: give a reason']);
    await context.close();
  });
});

it.each([
  ['fr', 'Un point|points sont à corriger', 'Brésil', 'premier élément'],
  ['de', 'Eine Angabe|Angaben sind zu berichtigen', 'Brasilien', 'erster Beleg'],
])('says faults in %s', async (language, heading, place, item) => {
  const { page, context } = await visit(instance, 'analyst-2');
  await page.evaluate((chosen) => localStorage.setItem('whereabouts.language', chosen), language);
  await page.goto('/platforms/newcomer/assess');
  await page.locator('form button[type=submit]').waitFor();
  await page.locator('form section:nth-of-type(4) > button').click();
  const fold = page.locator('details.edit').last();
  await fold.getByRole('combobox').first().fill('BR');
  await page.keyboard.press('Tab');
  await fold.locator('.evidence-fields > button').click();
  await page.locator('form button[type=submit]').click();
  const summary = page.getByRole('alert');
  await summary.getByRole('heading', { name: new RegExp(heading) }).waitFor();
  const said = (await summary.getByRole('link').allTextContents()).join('\n');
  expect(said).toContain(place);
  expect(said).toContain(item);
  expect(await page.getByRole('alert').innerText()).not.toMatch(VALIDATOR);
  await context.close();
});
