import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

it('writes what a promise would change, shows what that would do, and hands it to the reviewer in words', async () => {
  const { page, context, errors } = await visit(instance, 'analyst');
  await open(page, '/platforms/tiktok/assess', 'Assess TikTok');
  await page.getByText('A second data centre in Ireland', { exact: false }).click();
  const promise = page.getByRole('group', { name: 'What would change if it were kept' });
  await promise.waitFor();
  const standing = (await callAs(instance.url, 'analyst', 'GET', '/v1/platforms/tiktok/assessments/1')).data.assessment as {
    commitments: { id: string; moves?: object[]; ends?: string[]; adds?: object[] }[];
  };
  const [before] = standing.commitments;

  await promise.getByRole('button', { name: 'It moves something', exact: true }).click();
  await promise.getByLabel('Moves', { exact: true }).last().selectOption('remote-my');
  await promise.getByLabel('To jurisdiction').last().fill('IE');
  await promise.getByRole('button', { name: 'It ends something', exact: true }).click();
  await promise.getByLabel('Ends', { exact: true }).selectOption('remote-cn');
  await promise.getByRole('button', { name: 'It adds a safeguard', exact: true }).click();
  await promise.getByLabel('Protects', { exact: true }).selectOption('store-us');
  await promise.getByLabel('By safeguard').selectOption('eu-held-keys');
  await promise.getByRole('button', { name: 'It ends something', exact: true }).click();
  await promise.getByRole('button', { name: 'Remove It ends something, item 2' }).click();
  expect(await findBarriers(page)).toEqual([]);

  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByRole('heading', { name: 'TikTok, revision 7' }).waitFor();
  const { data } = await callAs(instance.url, 'analyst', 'GET', '/v1/platforms/tiktok/assessments/7');
  expect((data.assessment as typeof standing).commitments[0]).toEqual({
    ...before,
    moves: [...(before?.moves ?? []), { path: 'remote-my', to: 'IE' }],
    ends: ['remote-cn'],
    adds: [{ path: 'store-us', safeguard: 'eu-held-keys' }],
  });
  await page.getByText('Malaysia: staff access (remote-my) moves to Ireland', { exact: false }).waitFor();
  await page.getByText('China: staff access (remote-cn) ends', { exact: false }).waitFor();
  await page.getByText('United States: stored (store-us) gets keys held in the EU', { exact: false }).waitFor();
  // The promise as it stood stands beside it.
  await page.getByText('Before: A second data centre in Ireland', { exact: false }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('takes the last effect of a promise away with its list, so that the draft is what it was', async () => {
  const { page, context } = await visit(instance, 'analyst-2');
  await open(page, '/platforms/tiktok/assess', 'Assess TikTok');
  await page.getByText('A second data centre in Ireland', { exact: false }).click();
  await page.getByRole('button', { name: 'It adds a safeguard', exact: true }).click();
  await page.getByRole('button', { name: 'Remove It adds a safeguard, item 1' }).click();
  const draft = await page.evaluate(() => JSON.parse(localStorage.getItem('whereabouts.draft.tiktok') ?? '{}'));
  expect(draft.assessment.commitments[0]).not.toHaveProperty('adds');
  await context.close();
});

it('proposes a decision that exempts several groups, and names a fault of one of them at its field', async () => {
  const { page, context } = await visit(instance, 'decider-1');
  await open(page, '/platforms/wechat?tab=decisions', 'Propose a decision');
  await page.getByLabel('Enforced by').fill('2028-01-15');
  await page.getByLabel('Ends on').fill('2029-01-15');
  await page.getByLabel('What follows for a device that does not comply').fill('Loss of corporate apps.');
  await page.getByLabel('Reasons, for the record').fill('To protect data against cybersecurity threats.');
  for (const group of ['dsa-enforcement', 'the press']) {
    await page.getByRole('button', { name: 'Exempt a group' }).click();
    const fields = page.getByRole('group', { name: /^Exempt group/ }).last();
    await fields.getByLabel('Group, as the policy tools know it').fill(group);
    await fields.getByLabel('Exempt until').fill('2028-06-30');
    await fields.getByLabel('Why it is exempt').fill('It works with the app.');
  }
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByRole('link', { name: /^Exempt group 2, Group/ }).click();
  const field = page.locator(':focus');
  expect(await field.inputValue()).toBe('the press');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await findBarriers(page)).toEqual([]);
  await field.fill('press');
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByRole('heading', { name: /Proposed/ }).waitFor();
  const { data } = await callAs(instance.url, 'analyst', 'GET', '/v1/decisions?platform=wechat');
  const [decision] = data.items as { exemptions: object[] }[];
  expect(decision?.exemptions).toEqual([
    { group: 'dsa-enforcement', reason: 'It works with the app.', until: '2028-06-30T00:00:00Z' },
    { group: 'press', reason: 'It works with the app.', until: '2028-06-30T00:00:00Z' },
  ]);
  await context.close();
});
