import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deciding } from '../decision-case.ts';
import { analyst, decider1, decider2, decider3, type Json, type Person, readExample, type Service, startService } from '../started-service.ts';

const NOW = '2023-02-23T09:00:00Z';
const LETTER = 'No employee in China has access to data of users in the EEA. Our servers in Singapore are being closed.';
const STATEMENTS = [
  { fact: 'paths/store', says: 'planned', quote: 'Our servers in Singapore are being closed.' },
  { fact: 'paths/remote-cn', says: 'disputed', quote: 'No employee in China has access to data of users in the EEA.' },
];

let service: Service;
let acts: ReturnType<typeof deciding>;
beforeAll(async () => {
  service = await startService({ demandsHearings: true });
  acts = deciding(service);
});
afterAll(() => service.stop());

let platforms = 0;
async function propose(change: Json = {}, facts: Json = readExample('tiktok/2023-02-23.json')): Promise<Json> {
  platforms += 1;
  service.setNow(NOW);
  await acts.assess(`said-${platforms}`, facts);
  return (await acts.propose(`said-${platforms}`, change)).json;
}
const at = (of: Json, what: string) => `/v1/platforms/${of.platform}/decisions/${of.id}/${what}`;
const hear = (of: Json, body: Json, as: Person = decider1) => service.call('POST', at(of, 'hearing'), { as, body: { hash: of.hash, ...body } });
const notify = (of: Json) => hear(of, { held: { notifiedAt: NOW, to: 'Legal department, Dublin', deadline: '2023-03-05T09:00:00Z' } });
const memoOf = (of: Json, lang = 'en', headers = {}) => service.call('GET', at(of, 'memo'), { as: analyst, query: { lang }, headers });
const summaryOf = async ({ platform }: Json) =>
  (await service.call('GET', `/v1/platforms/${platform}/score`, { as: analyst, query: { explain: 'true' } })).json.explain.summary;

async function answer(of: Json, statements: readonly Json[] = STATEMENTS): Promise<void> {
  const kept = await service.call('POST', `/v1/platforms/${of.platform}/captures`, {
    as: analyst,
    headers: { 'content-type': 'text/plain' },
    query: { language: 'en' },
    text: `${of.platform}: ${LETTER}`,
  });
  const body = { capture: kept.json.capture, answeredAt: NOW, statements };
  expect((await service.call('POST', at(of, 'answer'), { as: analyst, body })).status).toBe(201);
}

describe('the memo says of the hearing', () => {
  test('that it runs, then what the party disputes with its quote, first of all it says, and its ETag knows it', async () => {
    const of = await propose();
    expect((await memoOf(of)).text).toContain('The party has not been heard.');
    await notify(of);
    const before = await memoOf(of);
    expect(before.text).toContain('it has not answered yet. The grounds went to: Legal department, Dublin.');
    expect((await memoOf(of, 'en', { 'if-none-match': before.headers.etag ?? '' })).status).toBe(304);
    await answer(of);
    const after = await memoOf(of, 'en', { 'if-none-match': before.headers.etag ?? '' });
    expect(after.status).toBe(200);
    expect(after.text).toContain('it disputes one fact and says of one fact that it will end.');
    const disputed = 'It disputes: Staff reach it in China. <q>No employee in China has access to data of users in the EEA.</q>';
    expect(after.text).toContain(disputed);
    expect(after.text.indexOf(disputed)).toBeLessThan(after.text.indexOf('It says that this will end'));
    expect((await memoOf(of, 'fr')).text).toContain('Elle conteste : Accès du personnel en Chine.');
    expect((await memoOf(of, 'de')).text).toContain('Sie bestreitet: Zugriff durch Personal in China.');
  });

  test('that no answer came by the deadline', async () => {
    const of = await propose();
    await notify(of);
    service.setNow('2023-03-05T09:00:00Z');
    expect((await memoOf(of)).text).toContain('has not answered by 5 Mar 2023.');
  });

  test('that there was none, with the reason that was given', async () => {
    const of = await propose();
    const waived = { waived: { reason: 'The same grounds were answered last year.' } };
    await hear(of, waived);
    expect((await memoOf(of)).text).toContain('One person asks to do without');
    await hear(of, waived, decider2);
    expect((await memoOf(of)).text).toContain(
      'Two people decided on 23 Feb 2023 to do without a hearing of the party. The reason: The same grounds were answered last year.',
    );
    const urgent = await propose();
    await hear(urgent, { afterwards: { reason: 'Data is being read now.', by: '2023-03-20T00:00:00Z' } });
    expect((await memoOf(urgent)).text).toContain('by 20 Mar 2023 at the latest. The reason: Data is being read now.');
  });

  test('that none was asked for: before hearings were, and of what is less than a suspension', async () => {
    const of = await propose();
    Object.assign(service.deps, { demandsHearings: false });
    for (const person of [decider2, decider3]) expect((await acts.approval(of, person)).status).toBe(200);
    Object.assign(service.deps, { demandsHearings: true });
    expect((await memoOf(of)).text).toContain('No hearing was asked for when this was decided; the party was not heard.');
    const allowed = await propose({ decision: 'allow' });
    expect((await memoOf(allowed)).text).toContain('Only a suspension asks for a hearing of the party first; it was not heard.');
  });

  test('an incident and a proven list in words, not by their ids', async () => {
    const facts = readExample('tiktok/2023-02-23.json');
    const complete = { 'remote-access': { evidence: facts.paths[0].evidence } };
    const of = await propose({}, { ...facts, complete });
    await notify(of);
    const quote = 'Our servers in Singapore are being closed.';
    await answer(of, [
      { fact: `incidents/${facts.incidents[0].id}`, says: 'corrected', quote },
      { fact: 'complete/remote-access', says: 'disputed', quote },
    ]);
    const { text } = await memoOf(of);
    expect(text).toContain('It disputes: that the list is complete (staff access)');
    expect(text).toContain(`It corrects: ${facts.incidents[0].summary.slice(0, 60)}`);
    expect(text).not.toContain(`incidents/${facts.incidents[0].id}`);
  });

  test('three statements of many, and how many more there are', async () => {
    const facts = readExample('tiktok/2023-02-23.json');
    const of = await propose({}, facts);
    await notify(of);
    const statements = facts.paths.slice(0, 7).map(({ id }: Json) => ({ fact: `paths/${id}`, says: 'disputed', quote: STATEMENTS[0]?.quote }));
    await answer(of, statements);
    const { text } = await memoOf(of);
    expect(text.split('It disputes: ').length).toBe(1 + 3);
    expect(text).toContain('4 more statements of it are on record.');
  });
});

describe('the explanation of a score', () => {
  test('says that no answer came, and the answer, in a sentence by code', async () => {
    const of = await propose();
    const heard = async () => (await summaryOf(of)).filter(({ code }: Json) => code.startsWith('heard-'));
    expect(await heard()).toEqual([]);
    await notify(of);
    expect(await heard()).toMatchObject([{ code: 'heard-notified', params: { deadline: '2023-03-05T09:00:00Z' } }]);
    service.setNow('2023-03-05T09:00:00Z');
    expect(await heard()).toMatchObject([{ code: 'heard-unanswered', text: expect.stringContaining('has not answered by') }]);
    await answer(of);
    expect(await heard()).toMatchObject([
      {
        code: 'heard-answered',
        params: { disputed: 1, planned: 1 },
        text: 'The party answered on 23 Feb 2023: it disputes one fact and says of one fact that it will end.',
      },
    ]);
  });

  test('says that the party is heard afterwards, or not at all', async () => {
    const of = await propose();
    await hear(of, { afterwards: { reason: 'Data is being read now.', by: '2023-03-20T00:00:00Z' } });
    expect((await summaryOf(of)).at(-1)).toMatchObject({ code: 'heard-afterwards', params: { by: '2023-03-20T00:00:00Z' } });
    const waived = await propose();
    for (const person of [decider1, decider2]) await hear(waived, { waived: { reason: 'It was heard last year.' } }, person);
    expect((await summaryOf(waived)).at(-1)).toMatchObject({ code: 'heard-waived' });
  });
});
