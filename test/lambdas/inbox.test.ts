import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { Unreadable } from '../../store/unreadable.ts';
import { deciding, newKey } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import {
  analyst,
  analyst2,
  auditor,
  decider1,
  decider2,
  decider3,
  type Json,
  type Person,
  policyTool,
  readExample,
  reviewer,
  type Service,
  startService,
} from '../started-service.ts';

let service: Service;
let decision: string;
const reader: Person = { id: 'reader', scopes: ['read'] };
const everything: Person = { id: 'reader', scopes: ['read', 'assess', 'review', 'decide', 'operate'] };

const inbox = async (as: Person, query: Record<string, string> = {}): Promise<Json> => {
  const answer = await service.call('GET', '/v1/inbox', { as, query: { limit: '200', ...query } });
  expect(answer.status).toBe(200);
  return answer.json;
};
const briefs = async (as: Person) => (await inbox(as)).items.map(({ id }: Json) => id);

beforeAll(async () => {
  service = await startService({ expectedConsumers: ['gateway'] });
  service.setNow('2023-02-23T09:00:00Z');
  const { assess } = deciding(service);
  await assess('tiktok', readExample('tiktok/2023-02-23.json'));
  await service.call('PUT', '/v1/platforms/signal', { as: analyst, body: readExample('signal/platform.json'), headers: { 'if-none-match': '*' } });
});
afterAll(() => service.stop());

it('is empty for who may only read, and refuses a kind that it does not know', async () => {
  expect(await inbox(reader)).toEqual({ items: [], total: 0, counts: {}, nextCursor: null });
  const refused = await service.call('GET', '/v1/inbox', { as: reader, query: { kind: 'late', limit: '0' } });
  expect(refused.status).toBe(400);
  expect(refused.json.errors.map(({ pointer }: Json) => pointer).toSorted()).toEqual(['/kind', '/limit']);
});

it('lists what was never assessed and is not watched for the analyst, and what only the operator can watch for the operator', async () => {
  expect(await briefs(analyst)).toEqual(['never-assessed signal', 'not-watched signal', 'not-watched tiktok']);
  expect(await briefs(auditor)).toEqual(['consumer-missing gateway', 'not-watched signal', 'not-watched tiktok']);
});

it('lists a submission for reviewers, and never for its author', async () => {
  const both: Person = { id: 'analyst-2', scopes: ['assess', 'review', 'read'] };
  const body = readExample('tiktok/2023-02-23.json');
  service.setNow('2023-02-23T09:10:00Z');
  const sent = await service.call('POST', '/v1/platforms/signal/assessments', { as: analyst2, body, headers: newKey() });
  expect(sent.status).toBe(201);
  const [first] = (await inbox(reviewer, { kind: 'to-check' })).items;
  expect(first).toMatchObject({ platform: 'signal', name: 'Signal', about: '1', by: 'analyst-2', since: '2023-02-23T09:10:00.000Z' });
  expect((await inbox(both)).counts).not.toHaveProperty('to-check');
  // What waits is being assessed.
  expect((await inbox(analyst)).counts).not.toHaveProperty('never-assessed');
});

it('lists a decision for whose word it waits, with its next day; then the request for its end', async () => {
  service.setNow('2023-02-23T09:30:00Z');
  const { propose, approval, revocation } = deciding(service);
  expect(await briefs(decider2)).toEqual(['consumer-missing gateway', 'gate-undecided tiktok']);
  const exemptions = [{ group: 'dsa', reason: 'Inspects the service.', until: '2026-12-24T00:00:00Z' }];
  const { json } = await propose('tiktok', { exemptions });
  decision = json.id;
  const name = `decision-waits tiktok ${json.id}`;
  expect(await briefs(decider1)).toEqual(['consumer-missing gateway']);
  const [waits] = (await inbox(decider2)).items;
  expect(waits).toMatchObject({ id: name, asks: 'suspend', by: 'decider-1', until: '2023-02-23T11:00:00Z' });
  await approval(json, decider2);
  expect(await briefs(decider2)).not.toContain(name);
  service.setNow('2023-02-24T09:00:00Z');
  expect((await inbox(decider3)).items[0]).toMatchObject({ id: name, until: '2023-03-15T00:00:00Z' });
  await approval(json, decider3);
  expect(await briefs(decider3)).not.toContain(name);
  await revocation(json, decider3);
  expect((await inbox(decider3)).counts).not.toHaveProperty('decision-waits');
  expect((await inbox(decider1)).items[0]).toMatchObject({ id: name, asks: 'end', by: 'decider-3', until: '2027-02-23T00:00:00Z' });
});

it('lists apps that the decision which stands does not name', async () => {
  service.setNow('2023-02-25T09:00:00Z');
  const found = await service.call('GET', '/v1/platforms/tiktok', { as: analyst });
  const profile = readExample('tiktok/platform.json');
  const apps = { ...profile.apps, android: [...profile.apps.android, 'com.example.lite'] };
  const headers = { 'if-match': found.headers.etag ?? '' };
  expect((await service.call('PUT', '/v1/platforms/tiktok', { as: analyst, body: { ...profile, apps }, headers })).status).toBe(200);
  const [entry] = (await inbox(decider1, { kind: 'undecided-apps' })).items;
  expect(entry).toMatchObject({ platform: 'tiktok', asks: 'suspend', names: ['android:com.example.lite'] });
});

it('lists policy tools that fail, lag or are missing, withheld exports, what is set aside and what is broken', async () => {
  service.setNow('2023-02-26T09:00:00Z');
  await reviewPlatforms(service.deps);
  await fetching(service).minute('2023-02-26T09:01:00Z');
  const report = (body: Json) => service.call('POST', '/v1/policy/opa/status', { as: policyTool, body });
  const labels = (id: string, name: string) => ({ id, name });
  await report({ labels: labels('one', 'gateway'), bundles: { whereabouts: { code: 'bundle_error', message: 'no route' } } });
  await report({ labels: labels('two', 'proxy'), bundles: { whereabouts: { active_revision: '000000-00000000' } } });
  const { counts, items } = await inbox(auditor);
  expect(counts).toMatchObject({ 'consumer-failing': 1 });
  expect(counts).not.toHaveProperty('consumer-missing');
  expect(items.find(({ kind }: Json) => kind === 'consumer-failing')).toMatchObject({ about: 'gateway', words: 'bundle_error: no route' });
  service.setNow('2023-02-26T09:20:00Z');
  expect((await inbox(decider1)).items.find(({ kind }: Json) => kind === 'consumer-behind')).toMatchObject({ about: 'proxy', by: 'policy-tool' });
  const key = { pk: 'PLATFORM#tiktok', sk: 'STATUS#0000000009' };
  await service.client.send(new PutItemCommand({ TableName: service.table, Item: marshall(key) }));
  await service.deps.store.noteSetAside([new Unreadable(key)], '2023-02-26T09:20:00Z');
  const mark = await service.deps.store.findPolicyMark();
  if (!mark) throw new Error('no mark');
  const { version: _, ...rest } = mark;
  await service.deps.store.setPolicyMark(mark, {
    ...rest,
    withheld: { since: '2023-02-26T09:02:00Z', reason: 'a bundle concludes otherwise', key: 'k' },
  });
  await service.deps.store.noteBroken([{ chain: 'tiktok', item: 'SCORE#x', fault: 'changed', detail: 'another seal' }], '2023-02-26T09:03:00Z');
  const order = (await inbox(auditor)).items.map(({ kind }: Json) => kind);
  expect(order.slice(0, 3)).toEqual(['exports-withheld', 'broken', 'consumer-failing']);
  expect(order).toContain('set-aside');
  expect((await inbox(decider1)).counts).not.toHaveProperty('broken');
  expect((await inbox(analyst)).counts).not.toHaveProperty('exports-withheld');
});

it('lists one’s own drafts by the scope that sends them, and those of nobody else', async () => {
  service.setNow('2023-02-27T09:00:00Z');
  const headers = { 'if-none-match': '*' };
  await service.call('PUT', '/v1/drafts/assessment/signal', { as: everything, body: { note: 'Begun.' }, headers });
  await service.call('PUT', '/v1/drafts/proposal/tiktok', { as: everything, body: { note: 'Begun.' }, headers });
  const drafts = async (as: Person) => (await briefs(as)).filter((id: string) => id.startsWith('draft'));
  expect(await drafts(everything)).toEqual(['draft signal assessment', 'draft tiktok proposal']);
  expect(await drafts({ ...everything, scopes: ['decide', 'read'] })).toEqual(['draft tiktok proposal']);
  expect(await drafts(analyst)).toEqual([]);
});

it('goes on behind a page, and takes no cursor of another list', async () => {
  const { items, total } = await inbox(everything);
  const seen: Json[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Json = await inbox(everything, { limit: '2', ...(cursor && { cursor }) });
    expect(page.total).toBe(total);
    seen.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(items);
  const { nextCursor } = await inbox(everything, { limit: '1' });
  const refused = await service.call('GET', '/v1/inbox', { as: everything, query: { cursor: nextCursor, kind: 'overdue' } });
  expect(refused.status).toBe(400);
});

it('lists the review as due soon, then open with its reasons, changed terms first, then overdue', async () => {
  const { nextReviewOn } = (await service.call('GET', '/v1/platforms/tiktok', { as: analyst })).json;
  const daysBefore = (days: number) => new Date(Date.parse(nextReviewOn) - days * 86_400_000).toISOString();
  const reviewOf = async () => (await inbox(analyst)).items.find((one: Json) => one.platform === 'tiktok' && one.until === nextReviewOn);
  service.setNow(daysBefore(15));
  expect(await reviewOf()).toBeUndefined();
  service.setNow(daysBefore(14));
  expect(await reviewOf()).toMatchObject({ kind: 'due-soon', about: null });
  const head = await service.deps.store.findHead('tiktok');
  if (!head) throw new Error('no head');
  const reasons = [
    { kind: 'asked' as const, text: 'The press reports it.', data: {} },
    { kind: 'terms-changed' as const, text: 'The policy changed.', data: {} },
  ];
  const review = { id: 'rvw_01JX8Z3T9V6M2N4P5Q7R8S9T0V', openedAt: daysBefore(14), dueOn: nextReviewOn, reasons, announced: 0 };
  const event = { id: service.deps.newId('evt'), type: 'review.opened' as const, at: daysBefore(14), by: 'analyst', data: { review: review.id } };
  await service.deps.store.commit({ from: head, to: { ...head, review }, record: [], events: [event] });
  const open = await reviewOf();
  expect(open).toMatchObject({ kind: 'review-open', about: review.id });
  expect(open.reasons.map(({ kind }: Json) => kind)).toEqual(['terms-changed', 'asked']);
  service.setNow(daysBefore(-1));
  expect(await reviewOf()).toMatchObject({ kind: 'overdue', about: review.id });
  expect((await inbox(decider1)).counts).not.toHaveProperty('overdue');
});

it('is for one person first, who has acted before, and for anybody once the review has ended', async () => {
  const { nextReviewOn } = (await service.call('GET', '/v1/platforms/tiktok', { as: analyst })).json;
  service.setNow(`${nextReviewOn}T09:00:00Z`);
  await service.pump();
  const assign = (body: Json, as = analyst) => service.call('POST', '/v1/platforms/tiktok/assignment', { as, body });
  const refused = await assign({ to: 'somebody' });
  expect([refused.status, refused.json.errors]).toMatchObject([400, [{ pointer: '/to', code: 'has-not-acted', params: { id: 'somebody' } }]]);
  expect((await assign({ to: 'analyst-2' }, decider1)).status).toBe(403);
  expect((await assign({})).json.errors).toMatchObject([{ pointer: '/to', code: 'missing' }]);
  const given = await assign({ to: 'analyst-2' });
  expect(given.json).toMatchObject({ assigned: { to: 'analyst-2', by: 'analyst' }, snoozed: null });
  const [first] = (await inbox(analyst2, { kind: 'not-watched' })).items;
  expect(first).toMatchObject({ platform: 'tiktok', assignedTo: 'analyst-2' });
  expect((await inbox(analyst, { kind: 'not-watched' })).items[0].platform).toBe('signal');
  const events = (await service.call('GET', '/v1/platforms/tiktok/events', { as: analyst, query: { limit: '200' } })).json.items;
  expect(events.find(({ type }: Json) => type.includes('review.assigned'))).toMatchObject({ data: { to: 'analyst-2' } });
  expect((await assign({ to: null })).json.assigned).toBeNull();
  await assign({ to: 'analyst-2' });
});

it('is put off with a reason to a day of the next three months, and comes back then, or with a new reason', async () => {
  const snooze = (body: Json) => service.call('POST', '/v1/platforms/tiktok/snooze', { as: analyst, body });
  const day = (days: number) => new Date(service.deps.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const isListed = async () => (await briefs(analyst)).some((id: string) => /(overdue|review-open) tiktok/.test(id));
  for (const days of [0, 91]) {
    const { status, json } = await snooze({ until: day(days), reason: 'Later.' });
    expect([status, json.errors]).toMatchObject([400, [{ pointer: '/until', code: 'not-a-day-to-wait-for', params: { today: day(0), most: 90 } }]]);
  }
  const empty = await snooze({ until: 'soon', reason: '' });
  expect([...new Set(empty.json.errors.map(({ pointer }: Json) => pointer))]).toEqual(['/until', '/reason']);
  expect(await isListed()).toBe(true);
  expect((await snooze({ until: day(2), reason: 'The DPC publishes then.' })).json.snoozed).toMatchObject({ until: day(2), by: 'analyst' });
  expect(await isListed()).toBe(false);
  service.setNow(`${day(2)}T00:00:00Z`);
  expect(await isListed()).toBe(true);
  await snooze({ until: day(90), reason: 'Later.' });
  expect(await isListed()).toBe(false);
  await service.call('POST', '/v1/platforms/tiktok/reviews', { as: analyst, body: { reason: 'The press reports a change.' } });
  expect(await isListed()).toBe(true);
});

it('leaves a record that follows from its events, and ends with the review', async () => {
  const verify = async () => (await service.call('GET', '/v1/audit/verify', { as: auditor, query: { platform: 'tiktok' } })).json;
  expect(JSON.stringify(await verify())).not.toContain('who is to look');
  const { review } = (await service.call('GET', '/v1/platforms/tiktok', { as: analyst })).json;
  const body = { outcome: 'confirmed-unchanged', note: 'As before.', lookedAt: ['The policy.'] };
  expect((await service.call('POST', `/v1/platforms/tiktok/reviews/${review.id}/outcome`, { as: reviewer, body })).status).toBe(200);
  const head = await service.deps.store.findHead('tiktok');
  expect([head?.assigned, head?.snoozed]).toEqual([undefined, undefined]);
});

it('lists the end of a decision and of an exemption 60 days ahead, and what has ended no more', async () => {
  const endings = async (at: string) => {
    service.setNow(at);
    return (await inbox(decider1)).items.filter(({ kind }: Json) => kind.endsWith('-ends')).map(({ id }: Json) => id);
  };
  expect(await endings('2026-10-24T23:59:59Z')).toEqual([]);
  expect(await endings('2026-10-25T00:00:00Z')).toEqual(['exemption-ends tiktok dsa']);
  expect(await endings('2026-12-25T00:00:00Z')).toEqual([`decision-ends tiktok ${decision}`]);
  expect(await endings('2027-02-23T00:00:00Z')).toEqual([]);
});
