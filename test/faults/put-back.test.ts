import { afterAll, beforeAll, expect, it } from 'vitest';
import { deciding, newKey } from '../decision-case.ts';
import { type Answered, analyst, decider1, decider2, type Json, readExample, type Service, startService } from '../started-service.ts';
import { behind } from './behind-the-service.ts';

const facts = readExample('tiktok/2023-02-23.json');
const profile = readExample('tiktok/platform.json');

let service: Service;
let acts: ReturnType<typeof deciding>;
let attacker: ReturnType<typeof behind>;
beforeAll(async () => {
  service = await startService();
  service.setNow('2023-02-23T12:00:00Z');
  acts = deciding(service);
  attacker = behind(service);
});
afterAll(() => service.stop());

/** The next request that reads the item finds another in its place, which is put back before its answer is seen. */
async function forgeOnce(platform: string, sk: string, to: (item: Json) => object): Promise<{ readonly wasRead: () => boolean }> {
  const item = await attacker.read(platform, sk);
  let wasRead = false;
  service.client.middlewareStack.add(
    (next, context) => async (args) => {
      const asked = JSON.stringify(args.input);
      const isMeant = /Get/.test(context.commandName ?? '') && asked.includes(`"${item.pk}"`) && asked.includes(`"${sk}"`);
      if (wasRead || !isMeant) return next(args);
      wasRead = true;
      await attacker.write({ ...item, ...to(item) });
      const answer = await next(args);
      await attacker.write(item);
      return answer;
    },
    { step: 'initialize', name: 'forgeOnce', override: true },
  );
  return { wasRead: () => wasRead };
}

/** The act read what was forged, is refused, and the record is whole and as it was before. */
async function expectRefused(platform: string, sk: string, to: (item: Json) => object, act: () => Promise<Answered>, answer: object): Promise<void> {
  const before = await attacker.list(`PLATFORM#${platform}`);
  const { wasRead } = await forgeOnce(platform, sk, to);
  expect(await act()).toMatchObject(answer);
  expect(wasRead()).toBe(true);
  expect(await attacker.list(`PLATFORM#${platform}`)).toEqual(before);
  expect(await attacker.verify(platform)).toMatchObject({ intact: true, broken: [] });
}

const RECORD_BROKEN = { status: 500, json: { type: '/v1/problems/record-broken' } };
const both = { id: 'analyst', scopes: ['assess', 'review', 'read'] as const };

async function submit(platform: string): Promise<{ path: string; hash: string }> {
  await service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
  const path = `/v1/platforms/${platform}/assessments`;
  const { json } = await service.call('POST', path, { as: analyst, body: facts, headers: newKey() });
  return { path, hash: json.revision.hash };
}

it('a head that says otherwise for a moment is not written on', async () => {
  await acts.assess('head', facts);
  const { headers } = await service.call('GET', '/v1/platforms/head', { as: analyst });
  const put = () => service.call('PUT', '/v1/platforms/head', { as: analyst, body: profile, headers: { 'if-match': headers.etag ?? '' } });
  await expectRefused('head', 'HEAD', ({ published }) => ({ published: { ...published, band: 'minimal', gate: 'allow' } }), put, RECORD_BROKEN);
  expect((await put()).status).toBe(200);
});

it('a submission that is another’s for a moment is not approved by its author', async () => {
  const { path, hash } = await submit('status');
  const verdict = () => service.call('POST', `${path}/1/verdict`, { as: both, body: { verdict: 'approve', hash } });
  await expectRefused('status', 'STATUS#0000000001', () => ({ submittedBy: 'analyst-9' }), verdict, RECORD_BROKEN);
});

it('facts that are others for a moment are not approved', async () => {
  await submit('lender');
  const lent = JSON.stringify({ ...facts, paths: [] });
  const { path, hash } = await submit('facts');
  const verdict = () => service.call('POST', `${path}/1/verdict`, { as: { id: 'reviewer', scopes: ['review'] }, body: { verdict: 'approve', hash } });
  await expectRefused('facts', 'REVISION#0000000001', () => ({ assessment: lent }), verdict, RECORD_BROKEN);
});

it('an approval that is there for a moment does not make the next one the second', async () => {
  await acts.assess('course', facts);
  const { json: decision } = await acts.propose('course');
  const words = [{ by: 'decider-9', at: '2023-02-23T12:00:00.000Z' }];
  await expectRefused(
    'course',
    `COURSE#${decision.id}`,
    () => ({ approvals: words }),
    () => acts.approval(decision, decider2),
    RECORD_BROKEN,
  );
  expect((await acts.approval(decision, decider2)).json.state).toBe('proposed');
});

it('a proposal that is another’s for a moment is not approved by its author', async () => {
  await acts.assess('proposal', facts);
  const { json: decision } = await acts.propose('proposal');
  const answer = { json: { type: '/v1/problems/self-approval' } };
  await expectRefused(
    'proposal',
    `DECISION#${decision.id}`,
    () => ({ proposedBy: 'decider-9' }),
    () => acts.approval(decision, decider1),
    answer,
  );
});

it('a proposal that says otherwise for a moment is not approved', async () => {
  await acts.assess('words', facts);
  const { json: decision } = await acts.propose('words');
  await expectRefused(
    'words',
    `DECISION#${decision.id}`,
    () => ({ note: 'Another.' }),
    () => acts.approval(decision, decider2),
    RECORD_BROKEN,
  );
});
