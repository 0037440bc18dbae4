import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, type Instance, open, openInstance, type Visit, visit } from './console.ts';

let instance: Instance;
let visited: Visit;
beforeAll(async () => {
  instance = await openInstance();
  visited = await visit(instance, 'analyst');
});
afterAll(() => instance.stop());

const WRONG = 'The address asks for what cannot be shown';

describe('an address that cannot be followed', () => {
  const TIKTOK = '/platforms/tiktok';
  it.each([
    [`${TIKTOK}?asOf=yesterday`, 'asOf: “yesterday” is no day.', TIKTOK],
    [`${TIKTOK}?asOf=2023-02-30`, 'asOf: “2023-02-30” is no day.', TIKTOK],
    [`${TIKTOK}?tab=map&asOf=2023-2-3`, 'asOf: “2023-2-3” is no day.', `${TIKTOK}?tab=map`],
    [`${TIKTOK}?asOf=2023-02-23T00:00:00Z`, 'asOf: “2023-02-23T00:00:00Z” is no day.', TIKTOK],
    [`${TIKTOK}?asOf=2199-01-01`, /asOf: 1 Jan\w* 2199 is still to come/, TIKTOK],
    [`${TIKTOK}?asOf=1989-12-31`, /asOf: 31 Dec\w* 1989 is too early/, TIKTOK],
    [`${TIKTOK}?asOf=2023-02-23&knownBy=soon`, 'knownBy: “soon” is no day.', `${TIKTOK}?asOf=2023-02-23`],
    [`${TIKTOK}?knownBy=2023-02-23`, 'knownBy: It needs asOf beside it.', TIKTOK],
    [`${TIKTOK}?asOf=2023-02-23&asOf=2024-02-23`, 'asOf: It is given more than once', TIKTOK],
    [`${TIKTOK}?tab=weather`, 'tab: “weather” is none of what can stand here', TIKTOK],
    [`${TIKTOK}/diff?from=2023-02-23&to=tomorrow`, 'to: “tomorrow” is no day.', `${TIKTOK}/diff?from=2023-02-23`],
    [`${TIKTOK}/diff?from=2024-02-23&to=2023-02-23`, 'from: It must not lie after to.', `${TIKTOK}/diff?to=2023-02-23`],
    ['/platforms?band=terrible', 'band: “terrible” is none of what can stand here: minimal, low', '/platforms'],
    ['/platforms?gate=open&mode=telepathy', 'mode: “telepathy” is none of what can stand here', '/platforms'],
    ['/platforms?stale=maybe', 'stale: “maybe” is none', '/platforms'],
    ['/platforms?sort=-weight', 'sort: “-weight” is none', '/platforms'],
    ['/platforms?jurisdiction=Atlantis', 'jurisdiction: “Atlantis” is no jurisdiction.', '/platforms'],
    ['/jurisdictions?show=some', 'show: “some” is none', '/jurisdictions'],
  ])('%s says what is wrong, and leads on to the page without it', async (path, says, without) => {
    const { page, errors } = visited;
    await open(page, path, WRONG);
    await page.getByRole('listitem').filter({ hasText: says }).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show the page without it' }).click();
    await page.getByRole('heading', { name: WRONG }).waitFor({ state: 'detached' });
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe(without);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(errors).toEqual([]);
  });

  it.each([
    '/nowhere',
    '/%E0%A4%A',
    '/%00',
    '/platforms/nobody',
    '/platforms/nobody/assess',
    '/platforms/nobody/profile',
    '/platforms/nobody/diff',
    '/platforms/nobody/assessments/1',
    '/platforms/a--b',
    '/platforms/register',
    '/platforms/tiktok/nothing',
    '/platforms/tiktok/assessments/99',
    '/platforms/tiktok/assessments/0',
    '/platforms/tiktok/assessments/x',
    '/platforms/tiktok/assessments/99999999999999999999',
    '/jurisdictions/QQ',
    '/jurisdictions/Atlantis',
    '/decisions/dec_01M8ME07021NX3MN3XFM5364NZ',
  ])('%s says that there is nothing, in words, with a way on', async (path) => {
    const { page, errors } = visited;
    await open(page, path, 'There is nothing here');
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['There is nothing here']);
    expect(await page.getByRole('main').textContent()).not.toMatch(/expected|Invalid|\/v1\//);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('main').getByRole('link', { name: 'Platforms' }).click();
    await page.getByRole('heading', { name: 'Platforms', level: 1 }).waitFor();
    expect(errors).toEqual([]);
  });
});

describe('an address that is written otherwise', () => {
  it.each([
    ['/platforms/', '/platforms', 'Platforms'],
    ['/platforms//tiktok//', '/platforms/tiktok', 'TikTok'],
    ['/Platforms/TikTok', '/platforms/tiktok', 'TikTok'],
    ['/PLATFORMS/TIKTOK/ASSESS/', '/platforms/tiktok/assess', 'Assess TikTok'],
    ['/platforms/TikTok?TAB=Facts&asof=2023-02-23', '/platforms/tiktok?tab=facts&asOf=2023-02-23', /This is the past/],
    ['/jurisdictions/us', '/jurisdictions/US', 'United States'],
    ['/Jurisdictions/uk/', '/jurisdictions/GB', 'United Kingdom'],
    ['/jurisdictions/China', '/jurisdictions/CN', 'China'],
    ['/platforms?jurisdiction=uk', '/platforms?jurisdiction=GB', 'Platforms'],
    ['/platforms?Band=SEVERE', '/platforms?band=severe', 'Platforms'],
    ['/Method', '/method', 'Method'],
  ])('%s is %s', async (written, meant, heading) => {
    const { page, errors } = visited;
    await open(page, written, heading);
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe(meant);
    expect(errors).toEqual([]);
  });
});
