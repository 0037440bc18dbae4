import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commissionCase } from '../decision-case.ts';
import { callAs, type Instance, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance?.stop());

const DECISIONS = '/v1/platforms/tiktok/decisions';
const LETTER = 'No employee in China has access to data of users in the EEA.';

describe('the hearing of a party', () => {
  it('is recorded in the form’s own words, holds the approval back, and shows what the party answered', async () => {
    const proposed = await callAs(instance.url, 'decider-1', 'POST', DECISIONS, commissionCase, { 'idempotency-key': 'heard' });
    const { page, context, errors } = await visit(instance, 'decider-1');
    await page.goto(`${instance.url}/platforms/tiktok?tab=decisions`);
    const hearing = page.locator('.hearing');
    await expect.poll(() => hearing.textContent()).toContain('The party has not been heard.');
    await hearing.getByText('How the party is heard').first().click();
    await hearing.getByRole('button', { name: 'Record' }).click();
    await expect
      .poll(() => hearing.getByRole('alert').or(hearing.locator('.faults')).first().textContent())
      .toMatch(/To which office|May answer until/);
    await hearing.getByLabel('To which office of the party').fill('Legal department');
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await hearing.getByLabel('May answer until').fill(soon);
    await hearing.getByRole('button', { name: 'Record' }).click();
    await expect.poll(() => hearing.textContent()).toContain('the party has at least ten days');
    await hearing.getByLabel('May answer until').fill(new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
    await hearing.getByRole('button', { name: 'Record' }).click();
    await expect.poll(() => hearing.textContent()).toContain('it has not answered yet');

    const { id, hash } = proposed.data;
    const early = await callAs(instance.url, 'decider-2', 'POST', `${DECISIONS}/${id}/approval`, { hash });
    expect(early).toMatchObject({ status: 409, data: { code: 'hearing-runs' } });
    const token = await fetch(`${instance.url}/local/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'analyst' }),
    }).then((answer) => answer.json());
    const kept = await fetch(`${instance.url}/v1/platforms/tiktok/captures?language=en`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'text/plain' },
      body: LETTER,
    }).then((answer) => answer.json());
    const statements = [{ fact: 'paths/remote-cn', says: 'disputed', quote: LETTER }];
    const body = { capture: kept.capture, answeredAt: new Date().toISOString(), statements };
    expect(await callAs(instance.url, 'analyst', 'POST', `${DECISIONS}/${id}/answer`, body)).toMatchObject({ status: 201 });
    await page.reload();
    await expect.poll(() => hearing.textContent()).toContain('it disputes one fact');
    await hearing.getByText('What the party answered').click();
    await expect.poll(() => hearing.textContent()).toContain(LETTER);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/hearing.png`, fullPage: true });
    expect(errors).toEqual([]);
    await context.close();
  });
});
