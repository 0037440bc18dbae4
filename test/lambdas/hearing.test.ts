import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../../domain/facts/hash.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { deciding, newKey } from '../decision-case.ts';
import {
  analyst,
  auditor,
  decider1,
  decider2,
  decider3,
  type Json,
  type Person,
  readExample,
  reviewer,
  type Service,
  startService,
} from '../started-service.ts';

const facts = readExample('tiktok/2023-02-23.json');
const NOW = '2023-02-23T09:00:00Z';
const LETTER = 'To whom it may concern. No employee in China has access to data of users in the EEA. Our servers in Singapore are being closed.';
const DISPUTE = { fact: 'paths/remote-cn', says: 'disputed', quote: 'No employee in China has access to data of users in the EEA.' };

let service: Service;
let acts: ReturnType<typeof deciding>;
beforeAll(async () => {
  service = await startService({ demandsHearings: true });
  acts = deciding(service);
  service.setNow(NOW);
});
afterAll(() => service.stop());

let platforms = 0;
/** A platform with a proposal that waits; each test has its own. */
async function propose(change: Json = {}): Promise<Json> {
  platforms += 1;
  const platform = `heard-${platforms}`;
  service.setNow(NOW);
  await acts.assess(platform, facts);
  return (await acts.propose(platform, change)).json;
}
const at = (of: Json, what: string) => `/v1/platforms/${of.platform}/decisions/${of.id}/${what}`;
const hear = (of: Json, body: Json, as: Person = decider1) => service.call('POST', at(of, 'hearing'), { as, body: { hash: of.hash, ...body } });
const notice = (change: Json = {}) => ({
  held: { notifiedAt: NOW, to: 'TikTok Technology Limited, legal department', deadline: '2023-03-05T09:00:00Z', ...change },
});
const answer = (of: Json, body: Json, as: Person = analyst) => service.call('POST', at(of, 'answer'), { as, body });
const read = (path: string, query: Record<string, string> = {}, as: Person = analyst) => service.call('GET', path, { as, query });
async function keep({ platform }: Json, text = LETTER): Promise<string> {
  const kept = await service.call('POST', `/v1/platforms/${platform}/captures`, {
    as: analyst,
    headers: { 'content-type': 'text/plain' },
    query: { language: 'en' },
    text: `${platform}: ${text}`,
  });
  return kept.json.capture;
}
const reasonsOf = async ({ platform }: Json) => ((await read(`/v1/platforms/${platform}`)).json.review?.reasons ?? []).map(({ kind }: Json) => kind);
const verify = async ({ platform }: Json) => (await read('/v1/audit/verify', { platform }, auditor)).json;

describe('a suspension', () => {
  test('is not approved before its party was heard', async () => {
    const of = await propose();
    expect(of.hearingState).toBe('not-heard');
    expect((await acts.approval(of, decider2)).json).toMatchObject({ status: 409, type: '/v1/problems/not-heard', code: 'not-heard' });
    expect((await hear(of, notice())).json).toMatchObject({ hearingState: 'notified', hearing: { held: { recordedBy: 'decider-1' } } });
    expect((await acts.approval(of, decider2)).json).toMatchObject({
      status: 409,
      code: 'hearing-runs',
      params: { deadline: '2023-03-05T09:00:00Z' },
    });
    service.setNow('2023-03-05T09:00:00Z');
    const approved = await acts.approval(of, decider2);
    expect(approved.json).toMatchObject({ hearingState: 'unanswered', approvals: [{ by: 'decider-2' }] });
  });

  test('is approved before the time has run out once the party has answered', async () => {
    const of = await propose();
    await hear(of, notice());
    expect((await answer(of, { capture: await keep(of), answeredAt: NOW, statements: [DISPUTE] })).status).toBe(201);
    expect((await acts.approval(of, decider2)).json).toMatchObject({ hearingState: 'answered' });
  });

  test('is approved without a hearing where two people say so, and no one alone', async () => {
    const of = await propose();
    const waived = { waived: { reason: 'The same grounds were answered last year.' } };
    expect((await hear(of, waived)).json.hearingState).toBe('waiver-proposed');
    expect((await acts.approval(of, decider2)).json.code).toBe('waiver-of-one');
    expect((await hear(of, waived)).json).toMatchObject({ status: 403, code: 'own-waiver' });
    expect((await hear(of, waived, decider2)).json).toMatchObject({ hearingState: 'waived', hearing: { waived: { confirmedBy: 'decider-2' } } });
    expect((await hear(of, waived, decider3)).json).toMatchObject({ type: '/v1/problems/already-decided', code: 'waived-already' });
    expect((await acts.approval(of, decider2)).status).toBe(200);
  });

  test('that is urgent is approved, and is a reason for a review until the party is notified', async () => {
    const of = await propose();
    const later = { afterwards: { reason: 'Data is being read now.', by: '2023-03-20T00:00:00Z' } };
    expect((await hear(of, later)).json.hearingState).toBe('afterwards');
    expect((await hear(of, later)).json.code).toBe('afterwards-already');
    await acts.approval(of, decider2);
    expect(await reasonsOf(of)).toEqual([]);
    await acts.approval(of, decider3);
    expect(await reasonsOf(of)).toEqual(['not-heard']);
    const { review } = (await read(`/v1/platforms/${of.platform}`)).json;
    const outcome = { outcome: 'confirmed-unchanged', note: 'Looked at.', lookedAt: ['policy'] };
    expect((await service.call('POST', `/v1/platforms/${of.platform}/reviews/${review.id}/outcome`, { as: reviewer, body: outcome })).status).toBe(
      200,
    );
    expect(await reasonsOf(of)).toEqual([]);
    service.setNow('2023-02-25T09:00:00Z');
    await reviewPlatforms(service.deps);
    expect(await reasonsOf(of)).toEqual(['not-heard']);
    await reviewPlatforms(service.deps);
    expect(await reasonsOf(of)).toEqual(['not-heard']);
    expect((await hear(of, notice({ notifiedAt: '2023-02-25T08:00:00Z', deadline: '2023-03-08T00:00:00Z' }))).json.hearingState).toBe('notified');
    expect(await verify(of)).toMatchObject({ intact: true });
  });

  test('of a service that asks for no hearings is approved as it was', async () => {
    const of = await propose();
    Object.assign(service.deps, { demandsHearings: false });
    expect((await acts.approval(of, decider2)).status).toBe(200);
    Object.assign(service.deps, { demandsHearings: true });
  });

  test.each(['allow', 'limit'])('is meant alone: a decision to %s waits for no hearing', async (decision) => {
    const of = await propose({ decision, ...(decision === 'limit' && { conditions: [{ id: 'managed-browser', text: 'Only there.' }] }) });
    expect((await acts.approval(of, decider2)).status).toBe(200);
  });
});

describe('a hearing is refused', () => {
  test.each([
    ['without any of the three', {}, ['/']],
    ['with two of them', { ...notice(), waived: { reason: 'No.' } }, ['/']],
    ['with less than ten days', notice({ deadline: '2023-03-05T08:59:59Z' }), ['/held/deadline']],
    ['before the decision was proposed', notice({ notifiedAt: '2023-02-23T08:59:59Z' }), ['/held/notifiedAt']],
    ['from the future', notice({ notifiedAt: '2023-02-24T09:00:00Z', deadline: '2023-03-20T00:00:00Z' }), ['/held/notifiedAt']],
    ['afterwards, by a day that has passed', { afterwards: { reason: 'Urgent.', by: '2023-02-20T00:00:00Z' } }, ['/afterwards/by']],
    ['afterwards, when the decision has ended', { afterwards: { reason: 'Urgent.', by: '2027-02-24T00:00:00Z' } }, ['/afterwards/by']],
    ['with every fault at once', { held: { notifiedAt: 'now', to: 5, deadline: 'soon' } }, ['/held/notifiedAt', '/held/to', '/held/deadline']],
  ])('%s', async (_, body, pointers) => {
    const of = await propose();
    const { status, json } = await hear(of, body);
    expect(status).toBe(400);
    expect(json.errors.map(({ pointer }: Json) => pointer || '/')).toEqual(pointers);
    expect((await read(at(of, '').slice(0, -1))).json.hearingState).toBe('not-heard');
  });

  test('for another decision’s hash, twice, by who may not decide, and once the decision has ended', async () => {
    const of = await propose();
    expect((await hear(of, { ...notice(), hash: '0'.repeat(64) })).json.type).toBe('/v1/problems/hash-mismatch');
    expect((await hear(of, notice(), analyst)).status).toBe(403);
    expect((await hear(of, notice())).status).toBe(200);
    expect((await hear(of, notice(), decider2)).json.code).toBe('notified-already');
    const ended = await propose();
    await service.call('POST', at(ended, 'withdrawal'), { as: decider1, body: { hash: ended.hash, what: 'proposal' } });
    expect((await hear(ended, notice())).json).toMatchObject({ type: '/v1/problems/already-decided', code: 'decision-is' });
  });
});

describe('an answer of the party', () => {
  test('is recorded fact by fact, opens a review, and is read again', async () => {
    const of = await propose();
    await hear(of, notice());
    const capture = await keep(of);
    const statements = [DISPUTE, { fact: 'paths/store', says: 'planned', quote: 'Our servers in Singapore are being closed.' }];
    const { status, json, headers } = await answer(of, { capture, answeredAt: NOW, statements });
    expect(status).toBe(201);
    expect(headers.location).toBe(at(of, 'answers'));
    expect(json).toMatchObject({ decision: of.id, capture, statements, recordedBy: 'analyst' });
    expect((await read(at(of, 'answers'))).json).toEqual({ items: [json] });
    expect((await read(at(of, '').slice(0, -1))).json).toMatchObject({
      hearingState: 'answered',
      hearing: { answers: [{ id: json.id, capture, says: { disputed: 1, planned: 1 } }] },
    });
    expect(await reasonsOf(of)).toEqual(['party-replied']);
    expect((await answer(of, { capture, answeredAt: NOW, statements: [] })).json.code).toBe('answer-recorded');
    expect(await verify(of)).toMatchObject({ intact: true });
  });

  test('names every fault at once', async () => {
    const of = await propose();
    expect((await answer(of, { capture: await keep(of), answeredAt: NOW, statements: [] })).json).toMatchObject({
      type: '/v1/problems/not-heard',
      code: 'not-notified',
    });
    await hear(of, notice());
    const capture = await keep(of);
    const { status, json } = await answer(of, {
      capture,
      answeredAt: '2023-02-22T00:00:00Z',
      statements: [
        { ...DISPUTE, fact: 'paths/nowhere' },
        { ...DISPUTE, fact: 'remote-cn' },
      ],
    });
    expect(status).toBe(400);
    expect(json.errors.map(({ pointer, code }: Json) => [pointer, code])).toEqual([
      ['/answeredAt', 'answered-before-notified'],
      ['/statements/0/fact', 'not-in-dossier'],
      ['/statements/1/fact', 'not-in-dossier'],
    ]);
    const unsaid = await answer(of, { capture, answeredAt: NOW, statements: [{ ...DISPUTE, quote: 'Every employee in China has access.' }] });
    expect(unsaid.json).toMatchObject({ status: 422, type: '/v1/problems/quote-not-found', errors: [{ pointer: '/statements/0/quote' }] });
    expect((await answer(of, { capture, answeredAt: NOW, statements: [DISPUTE, DISPUTE] })).json.errors).toMatchObject([{ code: 'given-once' }]);
    expect((await answer(of, { capture: '0'.repeat(64), answeredAt: NOW, statements: [] })).json.errors).toMatchObject([{ code: 'unknown-capture' }]);
    expect((await read(at(of, 'answers'))).json).toEqual({ items: [] });
  });

  test('that was erased keeps what was recorded of it', async () => {
    const of = await propose();
    await hear(of, notice());
    const capture = await keep(of);
    await answer(of, { capture, answeredAt: NOW, statements: [DISPUTE] });
    const body = { reason: 'The letter names an employee.' };
    for (const person of [{ ...auditor, id: 'operator' }, auditor])
      await service.call('POST', `/v1/captures/${capture}/erasure`, { as: person, body });
    expect((await service.call('GET', `/v1/captures/${capture}`, { as: analyst })).status).toBe(410);
    expect((await read(at(of, 'answers'))).json.items).toMatchObject([{ capture, statements: [DISPUTE] }]);
    expect(await verify(of)).toMatchObject({ intact: true });
  });
});

describe('the dossier of the party', () => {
  test('has every fact, quote and source, and neither notes nor who worked on it', async () => {
    const of = await propose();
    const json = await read(at(of, 'dossier'), { as: 'json' }, decider1);
    expect(json.status).toBe(200);
    const { facts: shown, decision, score, party } = json.json;
    expect(shown.paths).toHaveLength(facts.paths.length);
    expect(shown.sources).toEqual(facts.sources);
    expect(party.operator).toContain('TikTok Technology Limited');
    expect(decision).toMatchObject({ id: of.id, hash: of.hash, decision: 'suspend' });
    expect(score.id).toBe(of.grounds.score);
    expect(json.text).not.toMatch(/"note"|decider|analyst|reviewer|submittedBy|proposedBy/);
    expect(json.headers['whereabouts-dossier']).toBe(hashOf(json.json));
    expect((await read(at(of, 'dossier'), {}, analyst)).status).toBe(403);
  });

  test('is one text at all times, and its hash stands in the event that says that it was sent', async () => {
    const of = await propose();
    const first = await read(at(of, 'dossier'), { as: 'json' }, decider1);
    await hear(of, notice());
    await answer(of, { capture: await keep(of), answeredAt: NOW, statements: [] });
    await service.call('PUT', `/v1/platforms/${of.platform}`, {
      as: analyst,
      headers: { 'if-match': (await read(`/v1/platforms/${of.platform}`)).headers.etag ?? '' },
      body: { ...readExample('tiktok/platform.json'), name: 'Renamed' },
    });
    const second = await read(at(of, 'dossier'), { as: 'json' }, decider1);
    expect(second.text).toBe(first.text);
    const { items } = (await read(`/v1/platforms/${of.platform}/events`, { limit: '200' })).json;
    const [notified] = items.filter(({ type }: Json) => type === 'hearing.notified');
    expect(notified.data.held).toEqual({ ...notice().held, dossier: first.headers['whereabouts-dossier'] });
  });

  test.each([
    ['en', 'staff access', 'China'],
    ['fr', 'accès du personnel', 'Chine'],
    ['de', 'Zugang von Personal', 'China'],
  ])('is a page for print in %s', async (lang, mode, china) => {
    const of = await propose();
    const page = await read(at(of, 'dossier'), { lang }, decider1);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-language': lang });
    expect(page.text).toContain(`<html lang="${lang}">`);
    expect(page.text).toContain(mode);
    expect(page.text).toContain(china);
    expect(page.text).toContain(page.headers['whereabouts-dossier']);
    for (const { id } of facts.paths) expect(page.text).toContain(`paths/${id}`);
  });
});

describe('a proposal on a new revision', () => {
  const approve = async (platform: string, body: Json) => {
    const submitted = await service.call('POST', `/v1/platforms/${platform}/assessments`, { as: analyst, body, headers: newKey() });
    const { revision, hash } = submitted.json.revision;
    await service.call('POST', `/v1/platforms/${platform}/assessments/${revision}/verdict`, { as: reviewer, body: { verdict: 'approve', hash } });
  };
  const again = async (of: Json, body: Json) => {
    await approve(of.platform, body);
    return (await acts.propose(of.platform, {}, decider2)).json;
  };
  const { paths, ...others } = facts;

  test('keeps its hearing and the answer where the party was shown every ground of it', async () => {
    const of = await propose();
    const first = (await hear(of, notice())).json;
    const recorded = (await answer(of, { capture: await keep(of), answeredAt: NOW, statements: [DISPUTE] })).json;
    const next = await again(of, { ...others, paths: paths.slice(0, -1), note: 'Without one path, and with a note.' });
    const { recordedBy: _, recordedAt: __, ...held } = first.hearing.held;
    expect(next).toMatchObject({ hearingState: 'answered', hearing: { held: { ...held, keptFrom: of.id, answeredAt: NOW } } });
    expect((await read(at(next, 'answers'))).json.items).toEqual([recorded]);
    expect((await acts.approval(next, decider1)).status).toBe(200);
    expect(await verify(of)).toMatchObject({ intact: true });
  });

  test.each([
    ['another quote', { ...others, paths: paths.map((path: Json, i: number) => (i === 0 ? withQuote(path, 'Other words.') : path)) }],
    ['another grade of a source', { ...facts, sources: withGrade(facts.sources) }],
    ['a path more', { ...others, paths: [...paths, { ...paths[0], id: 'one-more' }] }],
  ])('does not keep it where there is %s', async (_, body) => {
    const of = await propose();
    await hear(of, notice());
    expect((await again(of, body)).hearingState).toBe('not-heard');
  });

  test('does not keep it where the operator is another', async () => {
    const of = await propose();
    await hear(of, notice());
    const etag = (await read(`/v1/platforms/${of.platform}`)).headers.etag ?? '';
    const body = { ...readExample('tiktok/platform.json'), operator: 'Another Limited' };
    expect((await service.call('PUT', `/v1/platforms/${of.platform}`, { as: analyst, headers: { 'if-match': etag }, body })).status).toBe(200);
    expect((await acts.propose(of.platform, {}, decider2)).json.hearingState).toBe('not-heard');
  });
});

function withQuote(path: Json, quote: string): Json {
  const [first, ...rest] = path.evidence;
  return { ...path, evidence: [{ ...first, quote, excerpt: undefined }, ...rest] };
}

function withGrade(sources: Json): Json {
  return Object.fromEntries(Object.entries(sources).map(([id, source]) => [id, { ...(source as Json), reliability: 'C' }]));
}

test('a replay shows what had been heard on that day', async () => {
  const of = await propose();
  await hear(of, notice());
  service.setNow('2023-02-26T09:00:00Z');
  await answer(of, { capture: await keep(of), answeredAt: '2023-02-26T08:00:00Z', statements: [DISPUTE] });
  const then = async (instant: string) => (await read('/v1/decisions', { platform: of.platform, at: instant })).json.items[0];
  expect(await then('2023-02-24T00:00:00Z')).toMatchObject({ hearingState: 'notified', hearing: { held: {} } });
  expect((await then('2023-02-24T00:00:00Z')).hearing.answers).toBeUndefined();
  expect(await then('2023-02-27T00:00:00Z')).toMatchObject({ hearingState: 'answered', hearing: { answers: [{ says: { disputed: 1 } }] } });
});

test('no sequence of answers moves a score before an approval', { timeout: 300_000 }, async () => {
  const kinds = ['confirmed', 'disputed', 'corrected', 'ended', 'planned'];
  const places = facts.paths.map(({ id }: Json) => `paths/${id}`);
  const statement = fc.record({ fact: fc.constantFrom(...places), says: fc.constantFrom(...kinds), quote: fc.constant('No employee in China') });
  const letters = fc.array(fc.uniqueArray(statement, { selector: ({ fact }) => fact, maxLength: 5 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(letters, async (sequence) => {
      const of = await propose();
      await hear(of, notice());
      const figures = async () => {
        const { freshUntil: _, hearings: __, ...score } = (await read(`/v1/platforms/${of.platform}/score`)).json;
        return score;
      };
      const before = await figures();
      for (const [i, statements] of sequence.entries()) {
        const capture = await keep(of, `${LETTER} Letter ${i}.`);
        expect((await answer(of, { capture, answeredAt: NOW, statements })).status).toBe(201);
        await reviewPlatforms(service.deps);
        expect(await figures()).toEqual(before);
      }
    }),
    { numRuns: 8 },
  );
});
