import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs, findBarriers, type Instance, open, openInstance, visit } from './console.ts';

/** Points as the console writes them: with one decimal. */
const FIGURE = /\d[.,]\d(?!\d)/;
const FACTS = {
  asOf: '2026-06-30',
  sources: {
    page: {
      title: 'About us',
      publisher: 'Sparse',
      url: 'https://sparse.example/about',
      published: '2026-06-01',
      reliability: 'B',
      statementBy: 'platform',
    },
  },
  paths: [
    {
      id: 'store-jp',
      jurisdiction: 'JP',
      mode: 'storage',
      data: 'content',
      evidence: [{ source: 'page', credibility: 2, observed: '2026-06-01', quote: 'We keep data in Japan.' }],
    },
  ],
  commitments: [
    {
      id: 'home',
      summary: 'Everything comes to Ireland.',
      announcedOn: '2026-06-01',
      evidence: [{ source: 'page', credibility: 2, observed: '2026-06-01', quote: 'We will come to Ireland.' }],
      moves: [{ path: 'store-jp', to: 'IE' }],
    },
  ],
};

let instance: Instance;
let waiting: number;
beforeAll(async () => {
  instance = await openInstance();
  const path = '/v1/platforms/sparse';
  await callAs(instance.url, 'analyst', 'PUT', path, { name: 'Sparse', operator: 'Sparse Ltd' }, { 'if-none-match': '*' });
  const send = async (body: object, key: string) => {
    const { data, status } = await callAs(instance.url, 'analyst', 'POST', `${path}/assessments`, body, { 'idempotency-key': key });
    expect([status, data.errors]).toEqual([201, undefined]);
    return data.revision as { revision: number; hash: string };
  };
  const { revision, hash } = await send(FACTS, 'sparse-1');
  await callAs(instance.url, 'reviewer', 'POST', `${path}/assessments/${revision}/verdict`, { verdict: 'approve', hash });
  waiting = (await send({ ...FACTS, asOf: '2026-07-31' }, 'sparse-2')).revision;
  const { data } = await callAs(instance.url, 'analyst', 'GET', `${path}/score`);
  expect(data.band).toBe('unrated');
});
afterAll(() => instance.stop());

it.each([
  ['its page', '/platforms/sparse', 'Sparse'],
  ['its facts', '/platforms/sparse?tab=facts', 'Where data is kept'],
  ['its map', '/platforms/sparse?tab=map', 'Where it is kept, and from where it is reached'],
  ['its history', '/platforms/sparse?tab=history', 'History of what stood published'],
  ['a past day', '/platforms/sparse?asOf=2026-07-01&knownBy=2026-07-01', /This is the past/],
  ['two days', '/platforms/sparse/diff?from=2026-06-30&to=2026-07-15', 'Why it moved'],
  ['its review', '/platforms/sparse/assessments/2', 'What its approval would change'],
  ['its form', '/platforms/sparse/assess', 'Assess Sparse'],
])('unrated shows no figure: %s', async (_, path, heading) => {
  const { page, context, errors } = await visit(instance, 'analyst-2');
  await open(page, path, heading);
  await page.getByText('unrated').first().waitFor();
  const parts = page.locator('main :is(.verdict, .provisional, .effect, .live, .side, table, figure, .inline-facts, .sentences, p)');
  const said = await parts.evaluateAll((all) => all.map((part) => (part as HTMLElement).innerText));
  expect(said.filter((text) => FIGURE_OF(text))).toEqual([]);
  const named = await page.locator('main [role=img]').evaluateAll((all) => all.map((picture) => picture.getAttribute('aria-label') ?? ''));
  expect(named.filter((text) => FIGURE_OF(text))).toEqual([]);
  // Nothing on a scale but the scale itself.
  expect(await page.locator('main .range-bar:not(.of-unrated) .mark, main .of-unrated :is(.proven, .possible, .mark, .end)').count()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

/** A figure that is no version: of the method, EXS, or of a law. */
const FIGURE_OF = (text: string) => FIGURE.test(text.replaceAll(/EXS \d\.\d/g, ''));

it('unrated shows no figure in the list, comes last in it, and has none in its CSV', async () => {
  const { page, context } = await visit(instance, 'analyst');
  await open(page, '/platforms?sort=-high', 'Platforms');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /Sparse/ }) });
  await row.waitFor();
  expect(FIGURE_OF(await row.innerText())).toBe(false);
  expect(await row.locator('.of-unrated :is(.proven, .possible, .mark)').count()).toBe(0);
  expect((await page.getByRole('rowheader').allTextContents()).at(-1)).toContain('Sparse');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const [head = '', ...rows] = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  const cells = rows.find((line) => line.startsWith('sparse,'))?.split(',') ?? [];
  const cellOf = (name: string) => cells[head.split(',').indexOf(name)];
  expect(['low', 'point', 'high', 'open', 'programmeHigh', 'lawHigh'].map(cellOf)).toEqual(['', '', '', '', '', '']);
  expect(cellOf('band')).toBe('unrated');
  expect(waiting).toBe(2);
  await context.close();
});
