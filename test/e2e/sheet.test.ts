import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, openInstance, visit } from './console.ts';
import { fillInstance } from './fill-instance.ts';

let instance: Instance;
let address: string;
beforeAll(async () => {
  instance = await openInstance();
  await fillInstance(instance.url);
  const { data } = await callAs(instance.url, 'analyst', 'GET', '/v1/decisions?platform=tiktok');
  address = `/decisions/${(data.items as { id: string }[])[0]?.id}`;
});
afterAll(() => instance?.stop());

const pictures = process.env.WHEREABOUTS_PICTURES;

describe('the decision sheet', () => {
  it.each([
    ['en-IE', 'Strongest facts', 1280],
    ['fr-FR', 'Faits les plus forts', 360],
    ['de-DE', 'Stärkste Tatsachen', 1440],
  ])('has no barrier in %s at its width', async (locale, heading, width) => {
    const { page, context, errors } = await visit(instance, 'decider-2', { viewport: { width: 1280, height: 900 } });
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate((language) => localStorage.setItem('whereabouts.language', language), locale.slice(0, 2));
    await page.goto(address);
    await page.getByRole('heading', { name: heading }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    if (pictures) await page.screenshot({ path: `${pictures}/sheet-${locale}-${width}.png`, fullPage: true });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is where the inbox leads who is to say a word, and says what a tool does and what holds the gate', async () => {
    const { page, context, errors } = await visit(instance, 'decider-2');
    await page.goto('/');
    await page.getByRole('link', { name: 'WeChat' }).first().click();
    await page.getByRole('heading', { name: 'Limit WeChat', level: 1 }).waitFor();
    await page.getByText('It holds the gate.').first().waitFor();
    expect(await page.getByRole('row', { name: /^opa/ }).textContent()).toContain('asks for the conditions');
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  });
});
