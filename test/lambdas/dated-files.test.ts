import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { scoreAssessment } from '../../domain/score/score.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { ANSWERS, DAYS, fileOf, OUT_OF_ORDER, PLATFORM, PROFILE } from '../dated-files.ts';
import { register } from '../register.ts';
import { type Answered, analyst, type Json, policyTool, reviewer, type Service, startService } from '../started-service.ts';

const PATH = `/v1/platforms/${PLATFORM}`;
let service: Service;
const get = async (path: string, query: Record<string, string> = {}): Promise<Json> =>
  (await service.call('GET', `${PATH}${path}`, { as: analyst, query })).json;
let keys = 0;
const submit = (body: Json): Promise<Answered> => {
  keys += 1;
  return service.call('POST', `${PATH}/assessments`, { as: analyst, body, headers: { 'idempotency-key': `key-${keys}` } });
};
const judge = ({ revision, hash }: Json, verdict = 'approve') =>
  service.call('POST', `${PATH}/assessments/${revision}/verdict`, { as: reviewer, body: { verdict, hash, note: 'Read.' } });
const numberOf = (day: string) => OUT_OF_ORDER.indexOf(day) + 1;
const scoreOf = (file: string, day: string, knownBy: string) => {
  const { score, band, gate } = scoreAssessment(fileOf(file), register, { asOf: day, knownBy });
  const [low, point, high] = score.map((tenths) => tenths / 10);
  return { score: { low, point, high }, band, gate };
};

const submitted: Json[] = [];
const decided: Json[] = [];
beforeAll(async () => {
  service = await startService();
  service.setNow('2026-11-22T09:00:00.000Z');
  await service.call('PUT', PATH, { as: analyst, body: PROFILE, headers: { 'if-none-match': '*' } });
  // All wait side by side, and are approved in this order.
  for (const day of OUT_OF_ORDER) submitted.push((await submit(fileOf(day))).json);
});
afterAll(() => service.stop());

describe('five files of different days', () => {
  it('wait side by side; a second one of a day does not', async () => {
    const again = await submit({ ...fileOf('2021-03-18'), note: 'Another one.' });
    expect(again.json).toMatchObject({ status: 409, type: '/v1/problems/assessment-pending', detail: expect.stringContaining('of 2021-03-18') });
    const pages: Json[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: Record<string, string> = { state: 'submitted', limit: '2', ...(cursor && { cursor }) };
      const { json } = await service.call('GET', '/v1/assessments', { as: reviewer, query });
      pages.push(json.items);
      cursor = json.nextCursor;
    }
    expect(pages.map((items) => items.length)).toEqual([2, 2, 1]);
    expect(pages.flat().map(({ asOf }) => asOf)).toEqual(OUT_OF_ORDER);
    const head = await get('');
    expect(head.pending).toMatchObject({ revision: 1, asOf: '2022-06-30' });
    expect(head.alsoPending.map(({ asOf }: Json) => asOf)).toEqual(OUT_OF_ORDER.slice(1));
  });

  it('of a day after today is refused with where it stands', async () => {
    const { status, json } = await submit({ ...fileOf('2026-06-30'), asOf: '2026-11-23' });
    expect(status).toBe(400);
    expect(json.errors).toEqual([
      {
        pointer: '/asOf',
        code: 'date-in-future',
        params: { date: '2026-11-23', today: '2026-11-22' },
        detail: '2026-11-23 is after today, 2026-11-22',
      },
    ]);
  });

  it('say before their approval what it would change, and change that', async () => {
    for (const [i, { revision }] of submitted.entries()) {
      service.setNow(`2026-11-22T09:0${i + 1}:00.000Z`);
      const { effect } = await get(`/assessments/${revision.revision}`);
      const before = await get('');
      const verdict = await judge(revision);
      const after = await get('');
      expect(verdict.status).toBe(200);
      decided.push({ day: revision.asOf, effect, published: verdict.json.published });
      expect(effect.changesToday).toBe(after.approved.revision === revision.revision);
      expect(effect.changesToday ? after.score.score.point : before.score.score.point).toBe(effect.today.after.point);
      if (!effect.changesToday)
        expect({ ...after, changedAt: '', pending: '', alsoPending: '' }).toEqual({ ...before, changedAt: '', pending: '', alsoPending: '' });
    }
    const current = decided.filter(({ effect }) => effect.changesToday).map(({ day }) => day);
    expect(current).toEqual(['2022-06-30', '2026-06-30']);
    expect(decided.filter(({ published }) => published !== null).map(({ day }) => day)).toEqual(current);
  });

  it('name the days that they answer for, the facts that they drop and the figures of past days', () => {
    const late = decided.find(({ day }) => day === '2021-03-18')?.effect;
    expect(late).toMatchObject({ changesToday: false, answersUntil: '2022-06-29', inPlaceOf: { asOf: '2019-12-31' }, dropped: ['paths/storage-us'] });
    const sides = (day: string, file: string) => {
      const { score, band, gate } = scoreOf(file, day, '2026-11-22');
      return { revision: numberOf(file), ...score, band, gate };
    };
    expect(late.days).toEqual(
      ['2021-03-18', '2022-06-29'].map((day) => ({ day, before: sides(day, '2019-12-31'), after: sides(day, '2021-03-18') })),
    );
    expect(late.today.before).toEqual(late.today.after);
    const first = decided[0]?.effect;
    expect(first).toMatchObject({ changesToday: true, answersUntil: null, inPlaceOf: null, dropped: [], today: { before: null } });
  });
});

describe('approved out of order, each day is answered by its own file', () => {
  test.each(ANSWERS)('%s by the file of %s, and the answer names it', async (day, file) => {
    const score = await get('/score', { asOf: day, knownBy: day });
    expect(score).toMatchObject({ ...scoreOf(file, day, day), assessment: { revision: numberOf(file), asOf: file } });
    expect(score.assessment.noneThatEarly).toBe(day < file ? true : undefined);
    expect((await get('/score', { asOf: day, knownBy: day, explain: 'true' })).assessment).toEqual(score.assessment);
    const diff = await get('/score/diff', { from: day, to: '2026-11-22' });
    expect(diff.from.score).toMatchObject({ score: score.score, assessment: score.assessment });
    expect(diff.to.score.assessment).toEqual({ revision: 3, hash: submitted[2]?.revision.hash, asOf: '2026-06-30' });
    const shares = diff.moved.causes.reduce((sum: number, { points }: Json) => sum + points, 0);
    expect(shares).toBeCloseTo(diff.to.score.score.point - score.score.point, 6);
    const { steps } = await get('/exposure', { from: day, to: day, knownBy: day });
    expect(steps).toEqual([{ day, assessment: score.assessment, score: score.score, band: score.band, gate: score.gate, causes: [] }]);
  });

  it('what could be known chooses no revision, and another one is scored where it is asked for', async () => {
    const hindsight = await get('/score', { asOf: '2021-03-18', knownBy: '2026-11-22' });
    expect(hindsight.assessment).toMatchObject({ asOf: '2021-03-18' });
    const early = await get('/score', { asOf: '2021-03-18', knownBy: '2020-01-01' });
    expect(early).toMatchObject({ assessment: { asOf: '2021-03-18' }, band: 'unrated' });
    const other = await get('/score', { asOf: '2021-03-18', revision: '1' });
    expect(other.assessment).toMatchObject({ revision: 1, asOf: '2022-06-30' });
  });

  it('an ETag of a past day stands until another file is approved', async () => {
    const query = { asOf: '2021-03-18', knownBy: '2021-03-18' };
    const etag = (await service.call('GET', `${PATH}/score`, { as: analyst, query })).headers.etag ?? '';
    const ask = () => service.call('GET', `${PATH}/score`, { as: analyst, query, headers: { 'if-none-match': etag } });
    expect((await ask()).status).toBe(304);
    await judge((await submit({ ...fileOf('2021-03-18'), note: 'Corrected.' })).json.revision);
    const { status, json } = await ask();
    expect(status).toBe(200);
    expect(json.assessment.revision).toBe(6);
  });

  it('content that stood before and no longer stands is submitted again', async () => {
    const back = await submit(fileOf('2021-03-18'));
    expect(back.status).toBe(201);
    await judge(back.json.revision);
    expect((await get('/score', { asOf: '2021-03-18' })).assessment.revision).toBe(7);
  });

  it('the machine and the exports go on from the newest file', async () => {
    service.setNow('2026-11-23T09:00:00.000Z');
    await reviewPlatforms(service.deps);
    await service.pump();
    await renewPolicy(service.deps);
    await releasePolicy(service.deps);
    const { json } = await service.call('GET', '/v1/policy/scores.json', { as: policyTool });
    const current = await get('');
    const { point: _, ...named } = current.score.score;
    expect(json.platforms).toMatchObject([{ id: PLATFORM, score: named, assessment: { revision: 3, asOf: '2026-06-30' } }]);
    const csv = await service.call('GET', '/v1/policy/scores.csv', { as: policyTool });
    expect(csv.text).toContain('2026-06-30');
  });
});

describe('the exposure by the facts of each day', () => {
  it('is a line of steps whose causes add up, and no day between two steps differs', async () => {
    const { steps } = await get('/exposure', { from: '2019-06-01', to: '2026-11-20' });
    const turns = steps.filter(({ causes }: Json) => causes.some(({ kind }: Json) => kind === 'facts')).map(({ day }: Json) => day);
    expect(turns).toEqual(DAYS.slice(1));
    for (const [i, step] of steps.entries()) {
      const before = steps[i - 1];
      if (!before) continue;
      const sum = step.causes.reduce((total: number, { points }: Json) => total + points, 0);
      expect(sum).toBeCloseTo(step.score.point - before.score.point, 6);
    }
    for (const day of ['2020-02-29', '2021-12-17', '2023-07-10', '2025-01-01']) {
      const standing = steps.findLast((step: Json) => step.day <= day);
      expect(await get('/score', { asOf: day })).toMatchObject({ score: standing.score, band: standing.band, assessment: standing.assessment });
    }
  });

  it('names the law that begins on a day', async () => {
    const { steps } = await get('/exposure', { from: '2024-03-31', to: '2026-06-29' });
    expect(steps.every(({ assessment }: Json) => assessment.asOf === '2024-03-31')).toBe(true);
    const { steps: old } = await get('/exposure', { from: '2022-06-30', to: '2023-06-30' });
    const step = old.find(({ day }: Json) => day === '2022-12-14');
    expect(step?.causes).toContainEqual(expect.objectContaining({ kind: 'law', refs: ['JP'] }));
  });

  it('is kept apart from what stood published', async () => {
    const { items } = await get('/scores');
    expect(items.map(({ assessment }: Json) => assessment.asOf)).toEqual(['2022-06-30', '2026-06-30', ...items.slice(2).map(() => '2026-06-30')]);
  });

  it.each([
    [{ from: '2026-01-01', to: '2025-01-01' }, '/from', 'not-a-span'],
    [{ from: '1990-01-01' }, '/from', 'too-long'],
    [{ to: '2027-01-01' }, '/to', 'date-in-future'],
    [{ knownBy: '2027-01-01' }, '/knownBy', 'date-in-future'],
    [{ from: '2026-02-30' }, '/from', 'not-a-day'],
  ])('is refused for %j', async (query, pointer, code) => {
    const json = await get('/exposure', query as Record<string, string>);
    expect(json).toMatchObject({ status: 400, errors: [{ pointer, code, in: 'query' }] });
  });

  it('is refused for a platform without approved facts', async () => {
    await service.call('PUT', '/v1/platforms/empty', { as: analyst, body: PROFILE, headers: { 'if-none-match': '*' } });
    const { json } = await service.call('GET', '/v1/platforms/empty/exposure', { as: analyst });
    expect(json).toMatchObject({ status: 404, type: '/v1/problems/not-assessed' });
  });
});
