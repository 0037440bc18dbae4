import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf } from '../../domain/facts/hash.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { deciding } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import { analyst, auditor, decider2, type Json, readExample, type Service, startService } from '../started-service.ts';
import { behind } from './behind-the-service.ts';

const facts = readExample('tiktok/2023-02-23.json');
const RECORD_BROKEN = { status: 500, json: { type: '/v1/problems/record-broken' } };

let service: Service;
let acts: ReturnType<typeof deciding>;
let attacker: ReturnType<typeof behind>;
let calls: ReturnType<typeof fetching>;
beforeAll(async () => {
  service = await startService();
  service.setNow('2023-02-23T12:00:00Z');
  acts = deciding(service);
  attacker = behind(service);
  calls = fetching(service);
});
afterAll(() => service.stop());

const score = (platform: string, query: Record<string, string> = {}) =>
  service.call('GET', `/v1/platforms/${platform}/score`, { as: analyst, query });
const withoutPaths = ({ assessment }: Json) => ({ assessment: JSON.stringify({ ...JSON.parse(assessment), paths: [] }) });

it('facts replaced in the copy are scored by nobody: not when asked for, and not at night', async () => {
  await acts.assess('copy', facts);
  await acts.assess('other', facts);
  const before = (await service.deps.store.findHead('copy'))?.published;
  const copy = await attacker.change('copy', 'HEAD#REVISION', withoutPaths);
  expect((await score('copy')).json.score).toEqual(before?.score);
  service.setNow('2023-05-24T00:10:00Z');
  expect(await reviewPlatforms(service.deps)).toMatchObject({ looked: 2, failed: 1 });
  expect((await service.deps.store.findHead('copy'))?.published).toEqual(before);
  expect((await service.deps.store.findHead('other'))?.published?.id).not.toBe(before?.id);
  const { json } = await service.call('GET', '/v1/status', { as: auditor });
  expect(json.setAside.items).toMatchObject([{ platform: 'copy', item: { pk: 'PLATFORM#copy', sk: 'HEAD#REVISION' } }]);
  await attacker.write(copy);
});

it('nor are other facts with their own hash, those of an earlier revision, a copy that is gone, or a revision that was replaced', async () => {
  service.setNow('2023-02-23T12:00:00Z');
  await acts.assess('swapped', facts);
  const earlier = await attacker.read('swapped', 'HEAD#REVISION');
  const path = '/v1/platforms/swapped/assessments';
  const { json } = await service.call('POST', path, { as: analyst, body: { ...facts, note: 'Again.' }, headers: { 'idempotency-key': 'swapped' } });
  const verdict = { verdict: 'approve', hash: json.revision.hash };
  expect((await service.call('POST', `${path}/2/verdict`, { as: { id: 'reviewer', scopes: ['review'] }, body: verdict })).status).toBe(200);
  const sound = await attacker.read('swapped', 'HEAD#REVISION');
  await acts.assess('lender', readExample('tiktok/2022-11-02.json'));
  const lent = await attacker.read('lender', 'HEAD#REVISION');
  const { published } = (await service.deps.store.findHead('swapped')) ?? {};
  let day = 24;
  const night = async () => {
    day += 1;
    service.setNow(`2023-05-${day}T00:10:00Z`);
    await reviewPlatforms(service.deps);
    return (await service.deps.store.findHead('swapped'))?.published;
  };
  for (const forged of [earlier, { ...sound, assessment: lent.assessment, hash: lent.hash }]) {
    await attacker.write(forged);
    expect(await night()).toEqual(published);
  }
  await attacker.remove(sound.pk, sound.sk);
  expect(await night()).toEqual(published);
  await attacker.write(sound);
  const revision = await attacker.change('swapped', 'REVISION#0000000002', withoutPaths);
  for (const query of [{}, { revision: '2' }]) expect(await score('swapped', query)).toMatchObject(RECORD_BROKEN);
  await attacker.write({ ...revision, assessment: lent.assessment, hash: lent.hash });
  for (const query of [{}, { revision: '2' }]) expect(await score('swapped', query)).toMatchObject(RECORD_BROKEN);
  expect(await service.call('GET', '/v1/platforms/swapped/exposure', { as: analyst })).toMatchObject(RECORD_BROKEN);
});

it('nor is a revision shown, compared or printed that is not of the hash that people saw', async () => {
  service.setNow('2023-03-10T09:00:00Z');
  await acts.assess('shown', readExample('tiktok/2022-11-02.json'));
  await acts.assess('shown', facts);
  const { id } = await acts.decide('shown');
  const reads: [string, Record<string, string>][] = [
    ['assessments/1', {}],
    ['assessments/2', {}],
    ['assessments/2/diff', { from: '1' }],
    ['score', { revision: '1' }],
    ['score/diff', { from: '2022-11-10', to: '2023-03-01' }],
    [`decisions/${id}/memo`, {}],
  ];
  const readAll = async () => {
    const answers: [string, number, string][] = [];
    for (const [path, query] of reads) {
      const { status, json } = await service.call('GET', `/v1/platforms/shown/${path}`, { as: analyst, query });
      answers.push([path, status, json?.type ?? '']);
    }
    return answers;
  };
  expect((await readAll()).map(([, status]) => status)).toEqual(reads.map(() => 200));
  const other = { ...facts, paths: [] };
  const forge = (revision: string) => attacker.change('shown', revision, () => ({ assessment: JSON.stringify(other), hash: hashOf(other) }));
  const rests = { 'REVISION#0000000001': ['assessments/2', `decisions/${id}/memo`], 'REVISION#0000000002': ['assessments/1', 'score'] };
  for (const [revision, unharmed] of Object.entries(rests)) {
    const sound = await forge(revision);
    const expected = reads.map(([path]) => [path, ...(unharmed.includes(path) ? [200, ''] : [500, '/v1/problems/record-broken'])]);
    expect(await readAll()).toEqual(expected);
    await attacker.write(sound);
  }
});

it('nor may a decision that needs verified quotes rest on facts from which the quotes were taken', async () => {
  service.setNow('2023-03-10T09:00:00Z');
  await acts.assess('quoted', facts);
  const other: Json = JSON.parse(JSON.stringify(facts, (name, value) => (name === 'quote' ? undefined : value)));
  Object.assign(service.deps, { demandsVerifiedQuotes: true });
  expect((await acts.propose('quoted')).json.type).toBe('/v1/problems/quotes-unverified');
  const sound = await attacker.change('quoted', 'REVISION#0000000001', () => ({ assessment: JSON.stringify(other), hash: hashOf(other) }));
  expect(await acts.propose('quoted')).toMatchObject(RECORD_BROKEN);
  await attacker.write(sound);
  Object.assign(service.deps, { demandsVerifiedQuotes: false });
});

it('a decision is neither shown nor printed in other words than were approved', async () => {
  service.setNow('2023-03-10T09:00:00Z');
  await acts.assess('reworded', facts);
  const { id } = await acts.decide('reworded');
  const sound = await attacker.change('reworded', `DECISION#${id}`, () => ({ note: 'For no reason at all.' }));
  for (const path of ['', '/memo'])
    expect(await service.call('GET', `/v1/platforms/reworded/decisions/${id}${path}`, { as: analyst })).toMatchObject(RECORD_BROKEN);
  await attacker.write(sound);
});

it('a revision replaced before its verdict is not approved', async () => {
  const put = { as: analyst, body: readExample('tiktok/platform.json'), headers: { 'if-none-match': '*' } };
  await service.call('PUT', '/v1/platforms/waiting', put);
  const path = '/v1/platforms/waiting/assessments';
  const { json } = await service.call('POST', path, { as: analyst, body: facts, headers: { 'idempotency-key': 'waiting' } });
  const lent = await attacker.read('lender', 'REVISION#0000000001');
  await attacker.change('waiting', 'REVISION#0000000001', () => ({ assessment: lent.assessment, hash: lent.hash }));
  const verdict = { verdict: 'approve', hash: json.revision.hash };
  expect(await service.call('POST', `${path}/1/verdict`, { as: { id: 'reviewer', scopes: ['review'] }, body: verdict })).toMatchObject(RECORD_BROKEN);
});

it('an export that was edited is not served, and the next revision is made without it', async () => {
  service.setNow('2023-03-17T09:00:00Z');
  await acts.assess('tiktok', facts);
  await acts.decide('tiktok');
  await calls.minute('2023-03-17T09:01:00Z');
  const sound = (await calls.get('domains')).text;
  expect(sound).toContain('tiktok.com');
  const { place } = (await service.deps.store.findPolicyMark())?.current ?? {};
  for (const part of await attacker.list(`POLICY#${place}`)) {
    const text = gunzipSync(Buffer.from(part.body, 'base64')).toString('utf8');
    await attacker.write({ ...part, body: gzipSync(`${text.replaceAll('tiktok.com', 'europa.eu')} `).toString('base64') });
  }
  for (const path of ['domains', 'android', 'apple', 'scores.json', 'opa/bundles/whereabouts.tar.gz'])
    expect([path, await calls.get(path)]).toMatchObject([path, RECORD_BROKEN]);
  expect(await calls.minute('2023-03-18T09:02:00Z')).toMatchObject({ made: 1 });
  expect((await calls.get('domains')).text.replaceAll(/^#.*$/gm, '')).toBe(sound.replaceAll(/^#.*$/gm, ''));
});

it('figures that no event left go out in no revision: the platform keeps what the last one says, and the others go on', async () => {
  service.setNow('2023-03-18T10:00:00Z');
  await acts.assess('figures', facts);
  await calls.minute('2023-03-18T10:01:00Z');
  const told = async (id: string) => (await calls.get('scores.json')).json.platforms.find((one: Json) => one.id === id);
  const before = await told('figures');
  expect(before).toMatchObject({ band: 'severe' });
  const head = await attacker.change('figures', 'HEAD', ({ published }) => ({ published: { ...published, band: 'minimal', gate: 'allow' } }));
  await acts.assess('after-figures', facts);
  expect(await calls.minute('2023-03-18T10:02:00Z')).toMatchObject({ made: 1 });
  expect(await told('after-figures')).toMatchObject({ band: 'severe' });
  expect(await told('figures')).toEqual(before);
  const { json } = await service.call('GET', '/v1/status', { as: auditor });
  expect(json.audit.broken).toContainEqual(expect.objectContaining({ chain: 'figures', item: 'HEAD' }));
  await attacker.write(head);
});

let hour = 8;
it.each<[string, string, (decision: Json) => Json]>([
  ['exempts a group', 'differs from what was approved', (one) => ({ ...one, exemptions: [{ group: 'all-staff', until: '2099-01-01T00:00:00Z' }] })],
  ['lost a condition', 'differs from what was approved', (one) => ({ ...one, conditions: [] })],
  ['was approved by one', 'was not approved by 2 others', (one) => one],
])('a decision that %s behind the service is not published', async (what, reason, change) => {
  const platform = `ruled-${what.replaceAll(' ', '-')}`;
  service.setNow('2023-03-19T09:00:00Z');
  await acts.assess(platform, facts);
  const limit = { decision: 'limit', conditions: [{ id: 'browser-only', text: 'Only in the browser.' }], enforceBy: '2023-03-19T09:00:00Z' };
  const { json: decision } = await acts.propose(platform, limit);
  await acts.approval(decision, decider2);
  if (change({}) && reason.startsWith('is told')) await acts.approval(decision, { id: 'decider-3', scopes: ['decide'] });
  const words = [decider2.id, 'decider-9'].map((by) => ({ by, at: '2023-03-19T09:00:00.000Z' }));
  const course = await attacker.change(platform, `COURSE#${decision.id}`, () => ({ approvals: words }));
  const head = await attacker.change(platform, 'HEAD', ({ decisions: [one] }) => ({ decisions: [{ ...change(one), approvals: words }] }));
  hour += 2;
  service.setNow(`2023-03-20T${String(hour).padStart(2, '0')}:03:00Z`);
  expect(await renewPolicy(service.deps)).toMatchObject({ withheld: 1 });
  const withheld = (await service.deps.store.findPolicyMark())?.withheld?.reason;
  expect(withheld).toContain(reason);
  await attacker.write(course);
  await attacker.write(head);
});

it('a memo says what the platform was called when it was decided on, whatever one analyst calls it later', async () => {
  service.setNow('2023-03-21T09:00:00Z');
  await acts.assess('renamed', facts);
  const { id } = await acts.decide('renamed');
  const memo = async () => (await service.call('GET', `/v1/platforms/renamed/decisions/${id}/memo`, { as: analyst })).text;
  const before = await memo();
  expect(before).toContain('TikTok');
  const { headers } = await service.call('GET', '/v1/platforms/renamed', { as: analyst });
  const body = { ...readExample('tiktok/platform.json'), name: 'Mastodon (EU servers)', operator: 'Mastodon gGmbH, Berlin' };
  const renamed = await service.call('PUT', '/v1/platforms/renamed', { as: analyst, body, headers: { 'if-match': headers.etag ?? '' } });
  expect(renamed.status).toBe(200);
  expect(await memo()).toBe(before);
});
