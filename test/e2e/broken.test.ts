import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, type Instance, open, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

describe('a view that cannot be drawn', () => {
  it('says so in its place, and is drawn when it is tried again', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await page.route('**/v1/platforms/tiktok', (route) => route.fulfill({ json: { id: 'tiktok', approved: {}, name: { no: 'text' } } }));
    await open(page, '/platforms/tiktok', 'This cannot be shown');
    expect(await findBarriers(page)).toEqual([]);
    await page.unroute('**/v1/platforms/tiktok');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'What makes it up' }).waitFor();
    await context.close();
  });

  it('leaves the other pages as they are', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await page.route('**/v1/jurisdictions?*', (route) => route.fulfill({ json: { items: [{ code: 'CN' }], nextCursor: null } }));
    await open(page, '/jurisdictions?show=all', 'This cannot be shown');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Method' }).click();
    await page.getByRole('heading', { name: 'Weights' }).waitFor();
    expect(await page.getByRole('heading', { name: 'This cannot be shown' }).count()).toBe(0);
    await context.close();
  });

  it('a list whose answer has another form is no wait without an end', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await page.route('**/v1/decisions?*', (route) => route.fulfill({ json: {} }));
    await open(page, '/decisions', 'This cannot be shown');
    expect(await page.getByText('Loading…').count()).toBe(0);
    await context.close();
  });
});

it('an answer that is no JSON is said to be none of the service', async () => {
  const { page, context, errors } = await visit(instance, 'analyst');
  await page.route('**/v1/decisions?*', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in to this network</h1>' }));
  await open(page, '/decisions', 'The answer cannot be read');
  await page.unroute('**/v1/decisions?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('No decision has been proposed.').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

describe('a part of the console that a deployment took away', () => {
  it('is asked for anew with the page, from a page and from a tab', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await page.waitForLoadState('networkidle');
    await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Consumers' }).click();
    await page.getByRole('heading', { name: 'A part of the console could not be loaded', level: 1 }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.unroute('**/assets/*.js');
    await page.getByRole('button', { name: 'Load the page anew' }).click();
    await page.getByRole('heading', { name: 'Configuration to copy' }).waitFor();

    await open(page, '/platforms/tiktok', 'What makes it up');
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.getByRole('navigation', { name: 'About this platform' }).getByRole('link', { name: 'Record' }).click();
    await page.getByRole('heading', { name: 'A part of the console could not be loaded', level: 2 }).waitFor();
    expect(await page.getByRole('heading', { name: 'TikTok', level: 1 }).count()).toBe(1);
    await page.unroute('**/assets/*.js');
    await page.getByRole('button', { name: 'Load the page anew' }).click();
    await page.getByRole('heading', { name: 'Events' }).waitFor();
    await context.close();
  });

  it('stays said where there is no connection, in place of the browser’s own page', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Consumers' }).click();
    await page.getByRole('button', { name: 'Load the page anew' }).click();
    await page.getByText('The service did not answer.', { exact: false }).waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Load the page anew' }).click();
    await page.getByRole('heading', { name: 'Configuration to copy' }).waitFor();
    await context.close();
  });
});

it('a failure after an act is said on the page, until one goes on', async () => {
  const { page, context } = await visit(instance, 'analyst');
  await open(page, '/method', 'Weights');
  await page.evaluate(() => void Promise.reject(new TypeError('thrown by nobody in particular')));
  await page.getByRole('heading', { name: 'This did not work' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Platforms' }).click();
  await page.getByRole('heading', { name: 'This did not work' }).waitFor({ state: 'detached' });
  await context.close();
});

it('no configuration of the console: says that nothing answers, and tries again', async () => {
  const context = await instance.browser.newContext({ baseURL: instance.url, locale: 'en-IE' });
  const page = await context.newPage();
  await page.route('**/config.json', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto('/platforms');
  await page.getByRole('heading', { name: 'No connection' }).waitFor();
  await page.unroute('**/config.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await context.close();
});
