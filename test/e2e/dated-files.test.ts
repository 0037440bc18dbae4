import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ANSWERS, DAYS, fileOf, OUT_OF_ORDER, PLATFORM, PROFILE } from '../dated-files.ts';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

type Sealed = { readonly revision: number; readonly hash: string; readonly asOf: string };
type Score = {
  readonly score: { readonly point: number };
  readonly band: string;
  readonly assessment: { readonly revision: number; readonly asOf: string };
};

const PATH = `/v1/platforms/${PLATFORM}`;
/** Left for the console to approve. */
const LAST = '2021-03-18';

let instance: Instance;
const sealed = new Map<string, Sealed>();
beforeAll(async () => {
  instance = await openInstance();
  await callAs(instance.url, 'analyst', 'PUT', PATH, PROFILE, { 'if-none-match': '*' });
  for (const day of OUT_OF_ORDER) {
    const { data } = await callAs(instance.url, 'analyst', 'POST', `${PATH}/assessments`, fileOf(day), { 'idempotency-key': day });
    sealed.set(day, data.revision as Sealed);
  }
  for (const day of OUT_OF_ORDER.filter((one) => one !== LAST)) {
    const { revision, hash } = sealed.get(day) ?? { revision: 0, hash: '' };
    await callAs(instance.url, 'reviewer', 'POST', `${PATH}/assessments/${revision}/verdict`, { verdict: 'approve', hash });
  }
});
afterAll(() => instance.stop());

const scoreOf = async (day: string): Promise<Score> =>
  (await callAs(instance.url, 'analyst', 'GET', `${PATH}/score?asOf=${day}&knownBy=${day}`)).data as unknown as Score;

describe('a file of an earlier day', () => {
  it('says on its review page that nothing changes today, and what it does to past days, and is approved there', async () => {
    const { page, context, errors } = await visit(instance, 'reviewer');
    await open(page, `/platforms/${PLATFORM}`, 'Example Chat');
    await page.getByRole('link', { name: 'Check it' }).click();
    const effect = page.getByRole('region', { name: 'What its approval would change' });
    await effect.waitFor();
    const said = (await effect.textContent()) ?? '';
    expect(said).toMatch(/This is about 18 Mar\w* 2021 and changes nothing today\./);
    expect(said).toContain('Facts that are dropped: paths/storage-us');
    expect(await effect.getByRole('rowheader').allTextContents()).toEqual([
      'Today',
      expect.stringMatching(/18 Mar/),
      expect.stringMatching(/29 Jun/),
    ]);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Approved. It is history: nothing changes today.').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

test.each(ANSWERS)('%s is shown by the file of %s, as the API answers it', async (day, file) => {
  const score = await scoreOf(day);
  expect(score.assessment).toMatchObject({ asOf: file, revision: sealed.get(file)?.revision });
  const { page, context } = await visit(instance, 'analyst');
  await open(page, `/platforms/${PLATFORM}?asOf=${day}&knownBy=${day}`, /This is the past/);
  const says =
    day < file ? `The earliest answer, revision ${score.assessment.revision}` : `Revision ${score.assessment.revision} answers for this day`;
  await page.locator('.notice-past').getByText(says, { exact: false }).waitFor();
  // Before any of its evidence nothing is rated, and no point is shown.
  const points = await page.locator('.big .points').allTextContents();
  expect(points).toEqual(score.band === 'unrated' ? [] : [score.score.point.toFixed(1)]);
  await context.close();
});

it('the two lines of the history stand apart, and the one by day names each file', async () => {
  const { page, context, errors } = await visit(instance, 'analyst');
  await open(page, `/platforms/${PLATFORM}?tab=history`, 'Exposure by the facts of each day');
  const byDay = page.getByRole('region', { name: 'Exposure by the facts of each day' });
  await byDay.waitFor();
  for (const day of DAYS) {
    const { revision = 0 } = sealed.get(day) ?? {};
    expect(await byDay.getByRole('link', { name: new RegExp(`, revision ${revision}$`) }).count()).toBeGreaterThan(0);
  }
  const published = page.getByRole('region', { name: 'History of what stood published' });
  expect(await published.locator('tbody tr').count()).toBe(2);
  await page.locator('svg.by-day path.point').first().waitFor({ state: 'attached' });
  expect(await page.locator('svg.published path.point').count()).toBe(1);
  expect(await findBarriers(page)).toEqual([]);
  expect(errors).toEqual([]);

  await open(page, `/platforms/${PLATFORM}/diff?from=2021-03-18&to=2026-07-01`, /two days/);
  const [then, now] = [await scoreOf('2021-03-18'), await scoreOf('2026-07-01')];
  await page.locator('.side .points').first().waitFor();
  expect(await page.locator('.side .points').allTextContents()).toEqual([then, now].map(({ score }) => score.point.toFixed(1)));
  await context.close();
});
