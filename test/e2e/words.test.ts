import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';
import { fillInstance } from './fill-instance.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
  await fillInstance(instance.url);
});
afterAll(() => instance.stop());

const decisionsOf = async (platform: string) => {
  const { data } = await callAs(instance.url, 'auditor', 'GET', `/v1/decisions?platform=${platform}`);
  return data.items as { state: string; proposedBy: string; revocations: { by: string; withdrawnAt?: string }[] }[];
};

it('takes back one’s own proposal, which others are not offered to take back', async () => {
  const other = await visit(instance, 'decider-2');
  await open(other.page, '/platforms/wechat?tab=decisions', 'Limit');
  expect(await other.page.getByRole('button', { name: 'Withdraw my proposal' }).count()).toBe(0);
  await other.context.close();

  const { page, context, errors } = await visit(instance, 'decider-1');
  await open(page, '/platforms/wechat?tab=decisions', 'Limit');
  await page.getByLabel('Note for the record').fill('Proposed too early.');
  await page.getByRole('button', { name: 'Withdraw my proposal' }).click();
  await page.getByText('withdrawn by its author').waitFor();
  expect(await page.getByRole('button', { name: 'Withdraw my proposal' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  expect(errors).toEqual([]);
  expect(await decisionsOf('wechat')).toMatchObject([{ state: 'withdrawn', proposedBy: 'decider-1', withdrawn: { note: 'Proposed too early.' } }]);
  await context.close();
});

it('takes back one’s own word for the end of a decision, which then stands as before', async () => {
  const { page, context, errors } = await visit(instance, 'decider-2');
  await open(page, '/platforms/tiktok?tab=decisions', 'Suspend');
  expect(await page.getByRole('button', { name: 'Ask for its end no longer' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('in force; one person asks for its end').waitFor();
  await page.getByRole('button', { name: 'Ask for its end no longer' }).click();
  await page.getByText('in force', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Ask for its end no longer' }).count()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  expect(errors).toEqual([]);
  const [decision] = await decisionsOf('tiktok');
  expect(decision).toMatchObject({ state: 'effective', revocations: [{ by: 'decider-2', withdrawnAt: expect.any(String) }] });
  await context.close();
});

it('lists the policy tools of every page of the API, one that is ahead among them', async () => {
  const { page, context, errors } = await visit(instance, 'analyst');
  const { data } = await callAs(instance.url, 'analyst', 'GET', '/v1/policy/consumers');
  const [known] = data.items as object[];
  const all = Array.from({ length: 430 }, (_, i) => ({
    ...known,
    id: `tool-${String(i).padStart(3, '0')}`,
    isBehind: i === 429,
    isAhead: i === 429,
  }));
  await page.route('**/v1/policy/consumers?*', async (route) => {
    const query = new URL(route.request().url()).searchParams;
    const [from, limit] = [Number(query.get('cursor') ?? 0), Number(query.get('limit') ?? 50)];
    const nextCursor = from + limit < all.length ? `${from + limit}` : null;
    await route.fulfill({ json: { ...data, items: all.slice(from, from + limit), nextCursor } });
  });
  await open(page, '/consumers', 'Consumers');
  await page.getByText('tool-429').waitFor();
  expect(await page.getByRole('row').count()).toBe(431);
  expect(await page.getByRole('row', { name: 'tool-429' }).textContent()).toContain('not made here');
  expect(errors).toEqual([]);
  await context.close();
});
