import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

const NEWEST = JSON.parse(readFileSync(new URL('../../examples/tiktok/2026-08-31.json', import.meta.url), 'utf8'));
/** The dated files that an instance starts with. */
const SEEDED = 6;

let instance: Instance;
/** The day on which the first revisions were approved, a day in between, and the day of the next one. */
let first: string;
let between: string;
let later: string;
beforeAll(async () => {
  instance = await openInstance();
  first = (await moveClock('PT1S')).slice(0, 10);
  await suspendTikTok();
  await moveClock('P5D');
  between = (await moveClock('P1D')).slice(0, 10);
  later = (await moveClock('P2D')).slice(0, 10);
  const paths = NEWEST.paths.filter(({ id }: { id: string }) => id !== 'control-ky');
  const facts = { ...NEWEST, asOf: later, paths };
  const sent = await callAs(instance.url, 'analyst-2', 'POST', '/v1/platforms/tiktok/assessments', facts, { 'idempotency-key': 'later' });
  const { hash } = sent.data.revision as { hash: string };
  const verdict = { verdict: 'approve', hash, note: 'Read against the policy of today.' };
  const approved = await callAs(instance.url, 'reviewer-2', 'POST', `/v1/platforms/tiktok/assessments/${SEEDED + 1}/verdict`, verdict);
  expect(approved.status).toBe(200);
});
afterAll(() => instance.stop());

async function moveClock(advance: string): Promise<string> {
  const body = JSON.stringify({ advance });
  const answer = await fetch(`${instance.url}/local/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return ((await answer.json()) as { now: string }).now;
}

async function suspendTikTok(): Promise<void> {
  const proposal = {
    decision: 'suspend',
    scope: ['corporate-device'],
    effectiveAt: `${first}T00:00:00Z`,
    enforceBy: '2028-03-15T00:00:00Z',
    expiresAt: '2029-02-23T00:00:00Z',
    consequence: 'Loss of corporate apps.',
    note: 'To protect data against cybersecurity threats.',
  };
  const path = '/v1/platforms/tiktok/decisions';
  const { data } = await callAs(instance.url, 'decider-1', 'POST', path, proposal, { 'idempotency-key': 'suspend' });
  for (const name of ['decider-1', 'decider-2'])
    await callAs(instance.url, name, 'POST', `${path}/${data.id}/hearing`, {
      hash: data.hash,
      waived: { reason: 'It was heard on the same grounds last year.' },
    });
  for (const name of ['decider-2', 'decider-3'])
    expect((await callAs(instance.url, name, 'POST', `${path}/${data.id}/approval`, { hash: data.hash, note: 'Checked.' })).status).toBe(200);
}

describe('a past day', () => {
  it('shows the revision that answers for it, its facts, and the figures that were published, with nothing to change', async () => {
    const { page, context, errors } = await visit(instance, 'decider-1');
    const past = `asOf=${between}&knownBy=${between}`;
    await open(page, `/platforms/tiktok?${past}`, /This is the past/);
    await page.getByText('Revision 1 answers for this day', { exact: false }).waitFor();
    const published = await callAs(instance.url, 'analyst', 'GET', `/v1/platforms/tiktok/scores/at/${between}T23:59:59Z`);
    const { point } = published.data.score as { point: number };
    expect(published.data.assessment).toMatchObject({ revision: 1 });
    await page
      .getByText('The same figures stood published.', { exact: false })
      .or(page.getByText('Published then: ', { exact: false }))
      .waitFor();
    expect(await page.locator('.notice-past').textContent()).toMatch(new RegExp(`same figures|Published then: ${point.toFixed(1)}`));
    expect(await page.getByText('revision 1, approved', { exact: false }).count()).toBe(1);

    await open(page, `/platforms/tiktok?tab=facts&${past}`, 'Who can reach it');
    expect(await page.locator('#path-control-ky').count()).toBe(1);
    await open(page, '/platforms/tiktok?tab=facts', 'Who can reach it');
    expect(await page.locator('#path-control-ky').count()).toBe(0);

    await open(page, `/platforms/tiktok?tab=decisions&${past}`, /Suspend/);
    expect(await page.getByRole('button', { name: 'Revoke' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Propose a decision' }).count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('says so when nothing had been published yet, and shows the revision that answers for that day', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, '/platforms/tiktok?asOf=2023-02-23&knownBy=2023-02-23', /This is the past/);
    await page.getByText('Nothing had been published here by then.', { exact: false }).waitFor();
    await page.getByText(/answers for this day: its facts are of 23 Feb\w* 2023/).waitFor();
    await page.locator('.big .points').first().waitFor();
    expect(await page.locator('.big .points').first().textContent()).toBe('86.1');
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await page.getByText('No score had been published by then.').waitFor();
    await page.getByRole('link', { name: 'Record', exact: true }).click();
    await page.getByText('No assessment had been submitted by then.').waitFor();
    await page.getByText('Nothing had been recorded by then.').waitFor();
    await context.close();
  });

  it('steps to the day from which the next revision answers', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, `/platforms/tiktok?asOf=${between}&knownBy=${between}`, /This is the past/);
    await page.getByText('Revision 1 answers for this day', { exact: false }).waitFor();
    await page.getByRole('link', { name: /^Next change/ }).click();
    await page.getByText(`Revision ${SEEDED + 1} answers for this day`, { exact: false }).waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe(later);
    await context.close();
  });
});

describe('the history of a platform', () => {
  it('marks each decision in the plot, and has a row for each mark in the table', async () => {
    const { page, context } = await visit(instance, 'analyst');
    await open(page, '/platforms/tiktok?tab=history', 'History');
    const marks = page.locator('svg.history .turn');
    await marks.first().waitFor();
    expect(await marks.count()).toBe(2);
    const published = page.getByRole('region', { name: 'History of what stood published' });
    const rows = published.getByRole('row').filter({ hasText: 'Decision:' });
    expect(await rows.allTextContents()).toEqual([expect.stringContaining('Suspend, in force'), expect.stringContaining('Suspend, proposed')]);
    expect(await published.getByRole('row').filter({ hasText: 'Evidence' }).count()).toBe(1);
    expect(await published.getByRole('row').filter({ hasText: 'First publication' }).count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);

    await open(page, `/platforms/tiktok?tab=history&asOf=${between}&knownBy=${between}`, 'History');
    await marks.first().waitFor();
    expect(await marks.count()).toBe(2);
    expect(await published.getByRole('row').filter({ hasText: 'Evidence' }).count()).toBe(0);
    await context.close();
  });
});

describe('the plot of scores', () => {
  it('breaks its line where the method changed, and marks what the law and the evidence moved', async () => {
    const { page, context } = await visit(instance, 'analyst');
    const answer = await callAs(instance.url, 'analyst', 'GET', '/v1/platforms/tiktok/scores');
    const [score] = answer.data.items as { register: object; assessment: object }[];
    const changes = [
      {},
      { register: { ...score?.register, version: 'jr-later', hash: 'b'.repeat(64) } },
      { method: 'EXS 3.0', register: { ...score?.register, version: 'jr-later', hash: 'b'.repeat(64) } },
      { method: 'EXS 3.0', register: { ...score?.register, version: 'jr-later', hash: 'b'.repeat(64) }, score: { low: 1, point: 2, high: 3 } },
    ];
    const items = changes.map((change, i) => ({ ...score, id: `scr_${i}`, computedAt: `2026-0${i + 1}-01T00:00:00Z`, ...change }));
    await page.route('**/v1/platforms/tiktok/scores?*', (route) => route.fulfill({ json: { items, nextCursor: null } }));
    await open(page, '/platforms/tiktok?tab=history', 'History');
    // A level line has no height, so it does not count as visible.
    await page.locator('svg.published path.point').first().waitFor({ state: 'attached' });
    expect(await page.locator('svg.published path.point').count()).toBe(2);
    expect(await page.locator('figure > svg.published g:not(.turn) > .mark').count()).toBe(3);
    const causes = await page.getByRole('region', { name: 'History' }).locator('tbody td:nth-child(2)').allTextContents();
    expect(causes.filter((cause) => !cause.startsWith('Decision'))).toEqual(['Time alone', 'Method', 'Law', 'First publication']);
    await context.close();
  });
});

describe('the record of a platform', () => {
  it('shows its events newest first, a page at a time, and on a past day those up to it', async () => {
    const { page, context } = await visit(instance, 'auditor');
    await page.route('**/v1/platforms/tiktok/events?limit=50*', (route) =>
      route.continue({ url: route.request().url().replace('limit=50', 'limit=4') }),
    );
    await open(page, '/platforms/tiktok?tab=record', 'Events');
    const numbers = page.locator('table.events tbody td:first-child');
    await numbers.first().waitFor();
    const newest = Number(await numbers.first().textContent());
    expect(await numbers.count()).toBe(4);
    for (let shown = 4; shown < newest; shown += 4) {
      await page.getByRole('button', { name: 'Show older events' }).click();
      await expect.poll(() => numbers.count()).toBe(Math.min(newest, shown + 4));
    }
    expect((await numbers.allTextContents()).map(Number)).toEqual(Array.from({ length: newest }, (_, i) => newest - i));
    expect(await page.getByRole('button', { name: 'Show older events' }).count()).toBe(0);
    await page.getByRole('rowheader', { name: 'Decision in force' }).waitFor();
    await page.getByText('Read against the policy of today.', { exact: false }).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);

    await open(page, `/platforms/tiktok?tab=record&asOf=${between}&knownBy=${between}`, 'Events');
    await numbers.first().waitFor();
    expect(await page.getByText('Read against the policy of today.', { exact: false }).count()).toBe(0);
    expect(await page.locator('table:not(.events) tbody tr').count()).toBe(SEEDED);
    await context.close();
  });
});
