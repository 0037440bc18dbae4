import { setTimeout as delay } from 'node:timers/promises';
import type { BatchGetItemCommandInput, GetItemCommandInput } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { deciding } from '../decision-case.ts';
import {
  type Answered,
  analyst,
  analyst2,
  decider2,
  decider3,
  type Person,
  readExample,
  reviewer,
  reviewer2,
  type Service,
  startService,
} from '../started-service.ts';
import { countAnswers, expectIntact, expectWholeFeed, openRecord, profile } from './record.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const facts = readExample('x/2023-02-23.json');
const FIFTY = Array.from({ length: 50 }, (_, i) => i);
const atOnce = <T>(act: (i: number) => Promise<T>): Promise<T[]> => Promise.all(FIFTY.map(act));
const person = (i: number, ...scopes: Person['scopes']): Person => ({ id: `person-${i}`, scopes });

/** One answer is the winner's; all others are among the refusals named. */
function expectOneWinner(answers: readonly Answered[], winner: number, refusals: readonly string[]): void {
  const { [`${winner}`]: winners, ...losers } = countAnswers(answers);
  expect(winners).toBe(1);
  for (const loser of Object.keys(losers)) expect(refusals).toContain(loser);
}

/** How a platform's chain must look after a race: so many events of each type, and nothing else changed. */
async function expectChain(platform: string, types: readonly string[]): Promise<void> {
  const record = openRecord(service, platform);
  const events = await record.events();
  expect(events.map(({ type }) => type)).toEqual(types);
  expect((await record.head()).sequence).toBe(types.length);
  await expectIntact(service);
}

test('of fifty who create the same platform at once, one does', async () => {
  const { create } = openRecord(service, 'created');
  expectOneWinner(await atOnce(create), 201, ['412 precondition-failed', '409 conflict']);
  await expectChain('created', ['platform.changed']);
});

test('of fifty who change the version they read, one does, and what it wrote stands', async () => {
  const { create, put, read } = openRecord(service, 'changed');
  await create();
  const answers = await atOnce((i) => put({ 'if-match': '"v1"' }, { ...profile, name: `Name ${i}` }));
  expectOneWinner(answers, 200, ['412 precondition-failed', '409 conflict']);
  const winner = answers.find(({ status }) => status === 200);
  expect((await read()).json).toEqual(winner?.json);
  expect((await read()).headers.etag).toBe('"v2"');
  await expectChain('changed', ['platform.changed', 'platform.changed']);
});

test('fifty who each read, add one and write until they succeed have added fifty', async () => {
  const { put, read } = openRecord(service, 'counted');
  await put({ 'if-none-match': '*' }, { ...profile, note: '0' });
  await atOnce(async () => {
    for (;;) {
      const { json, headers } = await read();
      const { status } = await put({ 'if-match': headers.etag ?? '' }, { ...profile, note: String(Number(json.note) + 1) });
      if (status === 200) return;
      expect([409, 412]).toContain(status);
      await delay(Math.random() * 300);
    }
  });
  expect((await read()).json.note).toBe('50');
  expect((await read()).headers.etag).toBe('"v51"');
  await expectChain('counted', Array(51).fill('platform.changed'));
});

test('of fifty who submit at once, one is taken, and the others are asked to wait for its verdict', async () => {
  const { create, submit } = openRecord(service, 'submitted');
  await create();
  expectOneWinner(await atOnce((i) => submit(`key-${i}`, facts, person(i, 'assess'))), 201, ['409 assessment-pending', '409 conflict']);
  await expectChain('submitted', ['platform.changed', 'assessment.submitted']);
});

test('one Idempotency-Key sent fifty times at once makes one revision, and everybody gets its answer', async () => {
  const { create, submit } = openRecord(service, 'repeated');
  await create();
  const answers = await atOnce(() => submit('same', facts));
  // The one other answer allowed asks to send it again.
  expect(new Set(Object.keys(countAnswers(answers)))).not.toContain('409 assessment-pending');
  for (const answer of answers.filter(({ status }) => status !== 201)) expect(countAnswers([answer])).toEqual({ '409 conflict': 1 });
  const made = answers.filter(({ status }) => status === 201);
  expect(made.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
  expect(new Set(made.map(({ text }) => text)).size).toBe(1);
  expect((await submit('same', facts)).text).toBe(made[0]?.text);
  await expectChain('repeated', ['platform.changed', 'assessment.submitted']);
});

test('of fifty verdicts at once, of every kind, one counts', async () => {
  const { create, submit, judge } = openRecord(service, 'judged');
  await create();
  const { hash } = (await submit('a', facts)).json.revision;
  const verdicts = [
    (i: number) => judge(1, { verdict: 'approve', hash }, person(i, 'review')),
    (i: number) => judge(1, { verdict: 'reject', hash, note: 'No.' }, person(i, 'review')),
    () => judge(1, { verdict: 'withdraw', hash }, analyst),
  ];
  const answers = await atOnce((i) => (verdicts[i % 3] ?? verdicts[0])?.(i) as Promise<Answered>);
  expectOneWinner(answers, 200, ['409 already-decided', '409 conflict']);
  const winner = answers.find(({ status }) => status === 200)?.json.revision;
  const types = (await openRecord(service, 'judged').events()).map(({ type }) => type);
  expect(types.filter((type) => /approved|rejected|withdrawn/.test(type))).toEqual([`assessment.${winner.status}`]);
  expect(await service.deps.store.findStatus('judged', 1)).toMatchObject(winner);
  expect((await openRecord(service, 'judged').head()).published === undefined).toBe(winner.status !== 'approved');
  await expectChain('judged', types);
});

test('of fifty who ask for a review at once one opens it and the others join it; of fifty who end it, one does', async () => {
  const { create, approve, ask, confirm, head } = openRecord(service, 'reviewed');
  await create();
  await approve('a', { ...facts, commitments: [] });
  const asked = await atOnce((i) => ask(`Reason ${i}`));
  expectOneWinner(asked, 201, ['200', '409 conflict']);
  const { review } = await head();
  // Nothing that was taken is lost, and nothing that was refused is there.
  const taken = FIFTY.filter((i) => (asked[i]?.status ?? 0) < 300).map((i) => `Reason ${i}`);
  expect(review?.reasons.map(({ text }) => text).sort()).toEqual(taken.sort());
  const answers = await atOnce((i) => confirm(review?.id ?? '', `Note ${i}`, person(i, 'review')));
  expectOneWinner(answers, 200, ['409 review-closed', '409 conflict']);
  expect(await service.deps.store.findClosedReview('reviewed', review?.id ?? '')).toMatchObject({
    note: answers.find(({ status }) => status === 200)?.json.note,
  });
  await expectChain('reviewed', [
    'platform.changed',
    'assessment.submitted',
    'assessment.approved',
    'score.published',
    'review.opened',
    ...taken.slice(1).map(() => 'review.reason-added'),
    'review.closed',
  ]);
});

/** Has something happen just before or after the next read of an item, as a slow reader may find it. */
function meanwhile(when: 'before' | 'after', item: { platform: string; sk: string }, act: () => Promise<unknown>): void {
  const name = `meanwhile ${item.sk}`;
  service.client.middlewareStack.add(
    (next) => async (args) => {
      const { Key, RequestItems = {} } = args.input as Partial<GetItemCommandInput & BatchGetItemCommandInput>;
      const keys = Key ? [Key] : Object.values(RequestItems).flatMap(({ Keys = [] }) => Keys);
      if (!keys.some(({ pk, sk }) => sk?.S === item.sk && pk?.S === `PLATFORM#${item.platform}`)) return next(args);
      service.client.middlewareStack.remove(name);
      if (when === 'before') await act();
      const read = await next(args);
      if (when === 'after') await act();
      return read;
    },
    { step: 'initialize', name },
  );
}

test('a verdict on what was decided between two of its reads does not count', async () => {
  const { create, submit, judge, head } = openRecord(service, 'overtaken');
  await create();
  const { hash } = (await submit('a', facts)).json.revision;
  meanwhile('after', { platform: 'overtaken', sk: 'STATUS#0000000001' }, () => judge(1, { verdict: 'withdraw', hash }, analyst));
  expect(countAnswers([await judge(1, { verdict: 'approve', hash })])).toEqual({ '409 already-decided': 1 });
  expect((await head()).approved).toBeUndefined();
  await expectChain('overtaken', ['platform.changed', 'assessment.submitted', 'assessment.withdrawn']);
});

test('two approvals of a decision at once are two, and neither is lost; so are two who end it', async () => {
  const { assess, propose, approval, revocation } = deciding(service);
  await assess('decided', { ...facts, commitments: [] });
  const effectiveAt = service.deps.now().toISOString();
  const { json: decision } = await propose('decided', { effectiveAt, enforceBy: effectiveAt, expiresAt: '2099-01-01T00:00:00Z' });
  meanwhile('after', { platform: 'decided', sk: `COURSE#${decision.id}` }, () => approval(decision, decider2));
  const approved = await approval(decision, decider3);
  expect(approved.json).toMatchObject({ state: expect.stringMatching(/approved|effective/), approvals: [{ by: 'decider-2' }, { by: 'decider-3' }] });
  meanwhile('after', { platform: 'decided', sk: `COURSE#${decision.id}` }, () => revocation(decision, decider2));
  expect((await revocation(decision, decider3)).json.state).toBe('revoked');
  const types = (await openRecord(service, 'decided').events()).map(({ type }) => type);
  expect(types.filter((type) => type.startsWith('decision.'))).toEqual([
    'decision.proposed',
    'decision.approval-given',
    'decision.approved',
    'decision.effective',
    'decision.revocation-proposed',
    'decision.revoked',
  ]);
  await expectChain('decided', types);
});

test('the machine does not score a file that was replaced while it looked', async () => {
  const { create, approve, head } = openRecord(service, 'replaced');
  await create();
  await approve('a', facts);
  service.setNow(new Date(Date.now() + 86_400_000).toISOString());
  meanwhile('before', { platform: 'replaced', sk: 'HEAD' }, async () => {
    await delay(100);
    await approve('b', readExample('tiktok/2023-02-23.json'));
  });
  await reviewPlatforms(service.deps);
  const { published } = await head();
  expect((await service.deps.store.findPublished('replaced', published?.id ?? ''))?.score.assessment.revision).toBe(2);
});

test('the first run of the machine is not disturbed by others at the same moment', async () => {
  const register = { ...service.deps.register, hash: 'f'.repeat(64) };
  await Promise.all([1, 2, 3].map(() => reviewPlatforms({ ...service.deps, register })));
});

test('people and the machine at once, on the same platforms, leave each change whole', async () => {
  const platforms = ['mixed-1', 'mixed-2'];
  for (const platform of platforms) {
    const { create, approve } = openRecord(service, platform);
    await create();
    await approve('a', facts);
  }
  service.setNow(new Date(Date.now() + 40 * 86_400_000).toISOString());
  const people = [analyst, analyst2, reviewer, reviewer2];
  await atOnce(async (i) => {
    const { put, submit, judge, read, head, confirm } = openRecord(service, platforms[i % 2] ?? '');
    const as = people[i % people.length] as Person;
    if (i % 10 === 9) await reviewPlatforms(service.deps);
    else if (i % 5 === 0) await put({ 'if-match': (await read()).headers.etag ?? '' }, { ...profile, name: `Name ${i}` });
    else if (as.scopes.includes('assess')) await submit(`key-${i}`, { ...facts, note: `Number ${i}.` }, as);
    else {
      const { pending, review } = await head();
      if (pending) await judge(pending.revision, { verdict: 'approve', hash: pending.hash }, as);
      if (review) await confirm(review.id, 'Nothing new.', as);
    }
  });
  for (const platform of platforms) {
    const { head, events } = openRecord(service, platform);
    const all = await events();
    const { latestRevision, pending, approved, version } = await head();
    const ofType = (type: string) => all.filter((event) => event.type === type);
    expect(ofType('assessment.submitted').map(({ data }) => data.revision)).toEqual(Array.from({ length: latestRevision }, (_, i) => i + 1));
    expect(ofType('assessment.approved')).toHaveLength(latestRevision - (pending ? 1 : 0));
    expect(approved?.revision).toBe(ofType('assessment.approved').at(-1)?.data.revision);
    // Each change seals its head once, in its last event.
    expect(all.filter(({ state }) => 'HEAD' in state)).toHaveLength(version);
  }
  await expectIntact(service);
});

test('what was written in races is in the feed, each event once', async () => {
  await expectWholeFeed(service);
});
