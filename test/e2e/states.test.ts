import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

const PROBLEM = {
  type: '/v1/problems/internal-error',
  title: 'Something broke here',
  status: 500,
  detail: 'no reason is given',
  requestId: 'req-4711',
};

describe('each state is drawn', () => {
  it('loading, then an error with its request id, then the page when it is asked for again', async () => {
    const { page, context } = await visit(instance, 'analyst');
    const seen = Promise.withResolvers<void>();
    await page.route('**/v1/jurisdictions?*', async (route) => {
      await seen.promise;
      await route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(PROBLEM) });
    });
    await page.goto('/jurisdictions');
    await page.getByText('Loading…').waitFor();
    seen.resolve();
    await page.getByRole('heading', { name: 'Something broke here' }).waitFor();
    expect(await page.locator('.request-id').textContent()).toContain('req-4711');
    expect(await findBarriers(page)).toEqual([]);
    await page.unroute('**/v1/jurisdictions?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Russia' }).or(page.getByRole('row').nth(3)).first().waitFor();
    await context.close();
  });

  it('stale: what was read before stays, and says that it is not the newest', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await page.getByRole('link', { name: 'TikTok' }).waitFor();
    await page.getByRole('link', { name: 'TikTok' }).click();
    await page.getByRole('heading', { name: 'What makes it up' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Platforms' }).click();
    await page.getByRole('heading', { name: 'Not the newest' }).waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(5);
    expect(await findBarriers(page)).toEqual([]);
    await context.close();
  });

  it('forbidden: an act without its right says which one it needs', async () => {
    const { page, context } = await visit(instance, 'reviewer');
    await open(page, '/platforms/tiktok/assess', 'This is not open to you');
    expect(await page.getByText('This needs the right “assess”.').count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    await context.close();
  });

  it('empty: a filter that nothing fits, and decisions before the first', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, '/platforms?q=nobody', 'Platforms');
    await page.getByText('No platform fits these filters.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await open(page, '/decisions', 'Decisions');
    await page.getByText('No decision has been proposed.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await context.close();
  });

  it('ended sign-in: the page stays and asks to sign in again', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, '/platforms', 'Platforms');
    await page.route('**/local/oauth/token', (route) => route.fulfill({ status: 401, body: '{}' }));
    await page.route('**/v1/method', (route) => route.fulfill({ status: 401, contentType: 'application/json', body: '{"message":"Unauthorized"}' }));
    await page.getByRole('link', { name: 'Method' }).click();
    await page.getByText('Your sign-in has ended.', { exact: false }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await context.close();
  });
});

describe('nothing written is lost', () => {
  it('when somebody else changed the profile meanwhile: theirs, mine, keep which', async () => {
    const { page, context, errors } = await visit(instance, 'analyst');
    await open(page, '/platforms/signal/profile', 'Profile of Signal');
    await page.getByLabel('Operator: who answers').fill('Mine, Inc.');
    await page.getByLabel('Note').fill('A note of mine.');
    const standing = await callAs(instance.url, 'analyst-2', 'GET', '/v1/platforms/signal');
    const { name, apps } = standing.data;
    const theirs = { name, apps, operator: 'Theirs, Inc.', parent: 'Theirs Foundation' };
    const changed = await callAs(instance.url, 'analyst-2', 'PUT', '/v1/platforms/signal', theirs, { 'if-match': standing.etag });
    expect(changed.status).toBe(200);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Somebody else changed it while you wrote' }).waitFor();
    expect(await page.getByText('Mine, Inc.').count()).toBe(1);
    expect(await page.getByText('Theirs, Inc.').count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    await page
      .getByRole('group', { name: /Operator/ })
      .getByLabel('Mine')
      .check();
    const note = page.getByRole('group', { name: 'Note' });
    if (await note.count()) await note.getByLabel('Mine').check();
    await page.getByRole('button', { name: 'Save what I chose' }).click();
    await page.getByRole('heading', { name: 'Signal', level: 1, exact: true }).waitFor();
    const { data } = await callAs(instance.url, 'analyst', 'GET', '/v1/platforms/signal');
    expect(data).toMatchObject({ operator: 'Mine, Inc.', parent: 'Theirs Foundation', note: 'A note of mine.' });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('when the connection drops in the middle of a form, and when the page is loaded anew', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, '/platforms/telegram/assess', 'Assess Telegram');
    await page.getByText('0.0 against the published score').or(page.locator('.live .points')).first().waitFor();
    await context.setOffline(true);
    await page.getByLabel('Note').fill('Written without a connection.');
    await page.getByText('No connection: the figures are those of before.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Submit for review' }).click();
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await context.setOffline(false);
    await page.reload();
    expect(await page.getByLabel('Note').inputValue()).toBe('Written without a connection.');
    await page.getByRole('button', { name: 'Submit for review' }).click();
    await page.getByRole('heading', { name: 'Telegram, revision 2' }).waitFor();
    await context.close();
  });

  it('when another assessment was approved while one wrote', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, '/platforms/x/assess', /^Assess X/);
    await page.getByLabel('Note').fill('My own reading.');
    const standing = await callAs(instance.url, 'analyst-2', 'GET', '/v1/platforms/x/assessments/1');
    const body = { ...(standing.data.assessment as object), note: 'Their reading.' };
    const sent = await callAs(instance.url, 'analyst-2', 'POST', '/v1/platforms/x/assessments', body, { 'idempotency-key': 'e2e-theirs' });
    const { hash } = sent.data.revision as { hash: string };
    await callAs(instance.url, 'reviewer', 'POST', '/v1/platforms/x/assessments/3/verdict', { verdict: 'approve', hash });
    await page.reload();
    await page.getByRole('heading', { name: 'The standing assessment changed while you wrote' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    expect(await page.getByLabel('Note').inputValue()).toBe('My own reading.');
    await page.getByRole('button', { name: 'Submit for review' }).click();
    await page.getByRole('heading', { name: /revision 4/ }).waitFor();
    await context.close();
  });
});
