import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
  await callAs(instance.url, 'analyst', 'PUT', '/v1/platforms/newcomer', { name: 'Newcomer', operator: 'Newcomer PBC' }, { 'if-none-match': '*' });
});
afterAll(() => instance.stop());

const draftOf = (page: Page) => page.evaluate(() => JSON.parse(localStorage.getItem('whereabouts.draft.newcomer') ?? '{}').assessment);

describe('the filter of platforms', () => {
  it('finds by name what a name says, by keyboard, and shows name and code', async () => {
    const { page, context, errors } = await visit(instance, 'analyst');
    await open(page, '/platforms', 'Platforms');
    const box = page.getByRole('combobox', { name: 'Jurisdiction' });
    await box.focus();
    await page.keyboard.type('China');
    await page.getByRole('listbox', { name: 'Jurisdiction' }).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).search).toBe('?jurisdiction=CN');
    expect(await box.inputValue()).toBe('China (CN)');
    for (const name of [/WeChat/, /TikTok/]) await page.getByRole('rowheader', { name }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('goes through the list by arrows, names the active one to screen readers, and closes and undoes by Escape', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, '/platforms?jurisdiction=US', 'Platforms');
    const box = page.getByRole('combobox', { name: 'Jurisdiction' });
    expect(await box.inputValue()).toBe('United States (US)');
    await box.focus();
    await page.keyboard.type('korea');
    const active = () => box.evaluate((field) => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent);
    expect(await active()).toBeUndefined();
    await page.keyboard.press('ArrowDown');
    const first = await active();
    await page.keyboard.press('ArrowDown');
    expect([first, await active()].sort()).toEqual(['North Korea (KP)', 'South Korea (KR)']);
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBe(first);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await active()).toBe(first);
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(new URL(page.url()).search).toBe('?jurisdiction=US');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('United States (US)');
    await box.fill('korea');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await expect.poll(() => new URL(page.url()).search).toMatch(/^\?jurisdiction=K[PR]$/);
    await context.close();
  });

  it('says what it did not understand, leaves it as it was typed, and filters by nothing', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, '/platforms?jurisdiction=US', 'Platforms');
    const box = page.getByRole('combobox', { name: 'Jurisdiction' });
    for (const [typed, says] of [
      ['Atlantis', '“Atlantis” is no jurisdiction that is known here.'],
      ['Korea', '“Korea” may mean '],
    ] as const) {
      await box.fill(typed);
      await page.keyboard.press('Tab');
      await page.getByText(says, { exact: false }).waitFor();
      expect([await box.inputValue(), await box.getAttribute('aria-invalid'), new URL(page.url()).search]).toEqual([typed, 'true', '']);
      const described = await box.evaluate((field) =>
        (field.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join(' '),
      );
      expect(described).toContain(says);
      expect(await findBarriers(page)).toEqual([]);
    }
    await box.fill('');
    await page.keyboard.press('Tab');
    await expect.poll(() => box.getAttribute('aria-invalid')).toBeNull();
    await context.close();
  });

  it('takes a choice by the mouse, and is as wide as its window at 320 pixels', async () => {
    const { page, context } = await visit(instance, 'analyst', { viewport: { width: 320, height: 640 } });
    await open(page, '/platforms', 'Platforms');
    await page.getByRole('combobox', { name: 'Jurisdiction' }).click();
    await page.getByRole('option', { name: 'Singapore (SG)' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?jurisdiction=SG');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await context.close();
  });
});

describe('the form of an assessment', () => {
  it('records the country that was typed, and several of them', async () => {
    const { page, context, errors } = await visit(instance, 'analyst');
    await open(page, '/platforms/newcomer/assess', 'Assess Newcomer');
    await page.getByRole('button', { name: 'Add a place of storage' }).click();
    const one = page.getByRole('combobox', { name: 'Jurisdiction', exact: true }).last();
    await one.fill('GERMANY');
    await page.keyboard.press('Tab');
    expect(await one.inputValue()).toBe('Germany (DE)');
    const paths = async () => ((await draftOf(page))?.paths ?? []) as { jurisdiction?: string; jurisdictions?: string[] }[];
    expect((await paths()).at(-1)?.jurisdiction).toBe('DE');
    await one.fill('Germania');
    await page.keyboard.press('Tab');
    expect((await paths()).at(-1)?.jurisdiction).toBeUndefined();
    expect(await one.inputValue()).toBe('Germania');
    await one.fill('');

    const several = page.getByRole('combobox', { name: 'or several', exact: false }).last();
    await several.fill('Japon, sg, Atlantis');
    await page.keyboard.press('Tab');
    await page.getByText('“Atlantis” is no jurisdiction', { exact: false }).waitFor();
    expect(await several.inputValue()).toBe('Atlantis');
    expect((await paths()).at(-1)?.jurisdictions).toEqual(['JP', 'SG']);
    await several.fill('BR');
    await page.keyboard.press('Enter');
    expect((await paths()).at(-1)?.jurisdictions).toEqual(['JP', 'SG', 'BR']);
    expect(await page.getByRole('list', { name: 'Chosen' }).last().getByRole('listitem').allTextContents()).toEqual([
      'Japan (JP) ×',
      'Singapore (SG) ×',
      'Brazil (BR) ×',
    ]);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take out Singapore (SG)' }).click();
    expect((await paths()).at(-1)?.jurisdictions).toEqual(['JP', 'BR']);
    expect(errors).toEqual([]);
    await context.close();
  });
});
