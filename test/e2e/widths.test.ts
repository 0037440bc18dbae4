import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../messages/language.ts';
import { findBarriers, type Instance, open, openInstance, visit } from './console.ts';

const WIDTHS = [360, 412, 600, 768, 800, 900, 960, 1024, 1100, 1200, 1280, 1344, 1366, 1440, 1920];

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(['/platforms', '/platforms/tiktok', '/platforms/tiktok/assess', '/jurisdictions', '/method'])(
    '%s is legible at every width: nothing wider than the window, no names of bands over each other, and bars wide enough to read',
    async (path) => {
      const { page, context, errors } = await visit(instance, 'analyst');
      await page.evaluate((chosen) => localStorage.setItem('whereabouts.language', chosen), language);
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const faults: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        faults.push(...(await page.evaluate(judge)).map((fault) => `${width}: ${fault}`));
      }
      expect(faults).toEqual([]);
      expect(await findBarriers(page)).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});

/** Runs in the page. */
function judge(): string[] {
  const faults: string[] = [];
  const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (excess > 0) faults.push(`${excess} pixels too wide`);
  for (const axis of document.querySelectorAll('.range-axis')) {
    // A stacked table hides its head.
    if (axis.closest('thead')?.getBoundingClientRect().width === 1) continue;
    const boxes = [...axis.querySelectorAll('.name')].map((name) => name.getBoundingClientRect()).filter(({ width }) => width > 0);
    boxes.forEach((box, i) => {
      const next = boxes[i + 1];
      if (next && next.left < box.right) faults.push('names of bands lie over each other');
    });
  }
  for (const bar of document.querySelectorAll('.portfolio tbody .range-bar')) {
    const { width } = bar.getBoundingClientRect();
    if (width > 0 && width < 150) faults.push(`a bar is ${Math.round(width)} pixels wide`);
  }
  return [...new Set(faults)];
}

it('a term of the method says what it means where it stands, by keyboard, and leads to its anchor', async () => {
  const { page, context, errors } = await visit(instance, 'analyst');
  await open(page, '/platforms/tiktok', 'What makes it up');
  const term = page.getByRole('button', { name: 'Confidence' });
  await term.focus();
  await page.keyboard.press('Enter');
  const meaning = page.locator('.meaning:popover-open');
  await meaning.waitFor();
  expect(await meaning.textContent()).toContain('How narrow the range is');
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => meaning.count()).toBe(0);
  await term.click();
  await meaning.getByRole('link', { name: 'In the method' }).click();
  await page.locator('#term-confidence').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('term-confidence');
  await open(page, '/platforms/tiktok', 'What makes it up');
  await page.getByRole('link', { name: 'How the score is made: the method and its terms' }).click();
  await page.getByRole('heading', { name: 'Glossary' }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('every page has what is read on paper, and not what is pressed', async () => {
  const { page, context } = await visit(instance, 'analyst', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  for (const path of [
    '/',
    '/platforms',
    '/platforms/tiktok',
    '/platforms/tiktok?tab=facts',
    '/platforms/tiktok/assess',
    '/jurisdictions/CN',
    '/decisions',
    '/consumers',
    '/method',
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const pressed = page.locator('main button:not(.sort, .term), nav, footer, .filters').filter({ visible: true });
    expect([path, await pressed.allTextContents()]).toEqual([path, []]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
  }
  await context.close();
});
