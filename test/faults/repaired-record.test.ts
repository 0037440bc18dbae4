import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../domain/facts/hash.ts';
import { measureLag } from '../../lambdas/jobs/measure-lag.ts';
import { eventKey } from '../../store/keys.ts';
import { sealOf } from '../../store/seal.ts';
import { deciding } from '../decision-case.ts';
import {
  type Answered,
  analyst,
  auditor,
  decider2,
  decider3,
  type Json,
  type Person,
  readExample,
  type Service,
  startService,
} from '../started-service.ts';
import { behind } from './behind-the-service.ts';
import { takeCheckpoint } from './take-checkpoint.ts';

const profile = readExample('tiktok/platform.json');
const facts = readExample('tiktok/2023-02-23.json');
const operator: Person = { id: 'operator', scopes: ['operate'] };
const operator2: Person = { id: 'operator-2', scopes: ['operate'] };

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

const look = (platform: string, as = operator) => service.call('GET', `/v1/platforms/${platform}/repair`, { as });
const propose = (platform: string, hash: string, as = operator) =>
  service.call('POST', `/v1/platforms/${platform}/repair`, { as, body: { hash, reason: 'The key of a function was stolen.' } });
const confirm = (platform: string, hash: string, as = operator2) =>
  service.call('POST', `/v1/platforms/${platform}/repair/confirmation`, { as, body: { hash, reason: 'Compared with the copy.' } });

async function repair(platform: string): Promise<Json> {
  const { status, json, text } = await look(platform);
  expect(status, text).toBe(200);
  expect((await propose(platform, json.hash)).json).toMatchObject({ hash: json.hash, proposed: { by: 'operator' } });
  const repaired = await confirm(platform, json.hash);
  expect(repaired.status, repaired.text).toBe(200);
  return { ...json, ...repaired.json };
}

async function putProfile(platform: string): Promise<Answered> {
  const path = `/v1/platforms/${platform}`;
  const { headers } = await service.call('GET', path, { as: analyst });
  return service.call('PUT', path, { as: analyst, body: { ...profile, name: 'Renamed' }, headers: { 'if-match': headers.etag ?? '' } });
}

const lastEvent = async (platform: string) =>
  (await attacker.list(`PLATFORM#${platform}`)).filter(({ sk }) => sk.startsWith('EVENT#')).at(-1) as Json;
const broken = async (platform: string) =>
  (await service.call('GET', '/v1/status', { as: auditor })).json.audit.broken.filter(({ chain }: Json) => chain === platform);

/** Whole again, with the seals of before and after and both persons in the record; and the next honest act goes through. */
async function expectRepaired(platform: string, items: readonly string[]): Promise<void> {
  const { items: named, intact, byHand } = await repair(platform);
  expect({ items: named.map(({ item }: Json) => item).sort(), intact, byHand }).toEqual({ items: [...items].sort(), intact: true, byHand: [] });
  const event = await lastEvent(platform);
  expect(event).toMatchObject({ type: 'record.repaired', by: 'operator-2', data: { proposedBy: 'operator', items: named } });
  for (const { item, found, rebuilt } of named) {
    expect([event.found[item] ?? null, event.state[item]]).toEqual([found, rebuilt]);
    expect(sealOf((await attacker.read(platform, item)) as Json)).toBe(rebuilt);
  }
  const report = await attacker.verify(platform);
  expect(report).toMatchObject({ intact: true, broken: [], repaired: [{ chain: platform, event: event.sk, by: ['operator', 'operator-2'], items }] });
  expect((await putProfile(platform)).status).toBe(200);
  expect(await attacker.verify(platform)).toMatchObject({ intact: true });
}

describe('two people put back from the events', () => {
  it('an approval that nobody gave, and the honest approvals then count', async () => {
    await acts.assess('approval', facts);
    const { json: decision } = await acts.propose('approval');
    const course = `COURSE#${decision.id}`;
    const before = await attacker.change('approval', course, () => ({ approvals: [{ by: 'decider-9', at: '2023-02-23T12:00:00.000Z' }] }));
    expect((await acts.approval(decision, decider2)).status).toBe(500);
    expect(await broken('approval')).toHaveLength(1);
    await expectRepaired('approval', [course]);
    expect(await attacker.read('approval', course)).toEqual(before);
    expect(await broken('approval')).toEqual([]);
    expect((await acts.approval(decision, decider2)).json.state).toBe('proposed');
    expect((await acts.approval(decision, decider3)).json.state).toBe('effective');
    expect(await attacker.verify('approval')).toMatchObject({ intact: true });
  });

  it('an exemption that nobody approved', async () => {
    await acts.assess('exemption', facts);
    await acts.decide('exemption');
    const before = await attacker.change('exemption', 'HEAD', ({ decisions: [decision] }) => ({
      decisions: [{ ...decision, exemptions: [{ group: 'all-staff', until: '2099-01-01T00:00:00Z' }] }],
    }));
    expect((await putProfile('exemption')).status).toBe(500);
    expect((await look('exemption')).json.items).toMatchObject([{ item: 'HEAD', asLeft: true }]);
    await expectRepaired('exemption', ['HEAD']);
    expect((await attacker.read('exemption', 'HEAD')).decisions).toEqual(before.decisions);
  });

  it.each<[string, (head: Json) => object]>([
    ['figures', ({ published }) => ({ published: { ...published, band: 'minimal', gate: 'allow' } })],
    ['reach', ({ published }) => ({ published: { ...published, reach: [], law: {} } })],
    ['announced', () => ({ announced: { band: 'minimal', gate: 'allow' } })],
    ['due', () => ({ nextReviewOn: '2099-01-01' })],
    ['sequence', () => ({ sequence: 99 })],
    ['end', () => ({ lastHash: '0'.repeat(64) })],
    ['version', () => ({ version: 99 })],
    ['text', () => ({ version: 'no number', sequence: 'none', published: 7 })],
    ['junk', () => ({ decisions: 'none', profile: null })],
  ])('other contents of the head: %s', async (name, forge) => {
    const platform = `head-${name}`;
    await acts.assess(platform, facts);
    await acts.propose(platform);
    await service.call('POST', `/v1/platforms/${platform}/reviews`, { as: analyst, body: { reason: 'The press reports a change.' } });
    const { version: _, sequence: __, lastHash: ___, ...before } = await attacker.change(platform, 'HEAD', forge);
    expect((await look(platform)).json.items).toMatchObject([{ item: 'HEAD', asLeft: true }]);
    const { hash } = (await look(platform)).json;
    await propose(platform, hash);
    expect((await confirm(platform, hash)).json).toMatchObject({ intact: true });
    expect(await attacker.read(platform, 'HEAD')).toMatchObject(before);
    expect((await putProfile(platform)).status).toBe(200);
    expect(await attacker.verify(platform)).toMatchObject({ intact: true });
  });

  it('a head that is gone, the facts in force and a submission of somebody else', async () => {
    await acts.assess('several', facts);
    await service.call('POST', '/v1/platforms/several/assessments', {
      as: analyst,
      body: { ...facts, asOf: '2023-02-22' },
      headers: { 'idempotency-key': 'several' },
    });
    const status = await attacker.change('several', 'STATUS#0000000002', () => ({ submittedBy: 'analyst-9' }));
    const copy = await attacker.change('several', 'HEAD#REVISION', ({ assessment }) => ({
      assessment: JSON.stringify({ ...JSON.parse(assessment), paths: [] }),
    }));
    await attacker.remove('PLATFORM#several', 'HEAD');
    await expectRepaired('several', ['HEAD', 'HEAD#REVISION', 'STATUS#0000000002']);
    expect(await attacker.read('several', status.sk)).toEqual(status);
    expect(await attacker.read('several', copy.sk)).toEqual(copy);
  });

  it('what a forger has sealed with an event of their own: verify says from where the record follows again', async () => {
    await acts.assess('laundered', facts);
    const { lastHash: _, ...head } = await attacker.read('laundered', 'HEAD');
    await attacker.change('laundered', 'HEAD', ({ published }) => ({ published: { ...published, band: 'minimal', gate: 'allow' } }));
    const { lastHash: __, ...forged } = await attacker.read('laundered', 'HEAD');
    const last = await lastEvent('laundered');
    const { hash: previous, pk, sk: ___, ...template } = last;
    const sequence = head.sequence + 1;
    const moved = { ...forged, sequence, version: head.version + 1 };
    const data = { created: false, profile: head.profile };
    const act = { ...template, type: 'platform.changed', id: 'evt_x', data, sequence, previous, items: {} };
    const event = { ...act, state: { HEAD: sealOf(moved as Json) }, found: { HEAD: sealOf(forged as Json) } };
    await attacker.write({ ...event, hash: hashOf(event), pk, sk: eventKey('laundered', sequence).sk });
    await attacker.write({ ...moved, lastHash: hashOf(event) });
    expect((await attacker.verify('laundered')).broken.map(({ fault }: Json) => fault)).toEqual(['unfollowed', 'unfounded']);
    expect((await look('laundered')).json.items).toMatchObject([{ item: 'HEAD', asLeft: false }]);
    await expectRepaired('laundered', ['HEAD']);
    expect((await attacker.read('laundered', 'HEAD')).published).toEqual(head.published);
  });
});

describe('a repair is refused', () => {
  const forge = (platform: string) => attacker.change(platform, 'HEAD', () => ({ latestRevision: 7 }));
  const problem = ({ status, json }: Answered) => [status, json.type];

  it('of a platform that is intact, and of one that is not there', async () => {
    await acts.assess('intact', facts);
    expect(problem(await look('intact'))).toEqual([409, '/v1/problems/record-intact']);
    expect(problem(await propose('intact', '0'.repeat(64)))).toEqual([409, '/v1/problems/record-intact']);
    expect(problem(await look('nowhere'))).toEqual([404, '/v1/problems/not-found']);
  });

  it('to one person alone, to a machine, without a proposal, and by a proposal that was written into the table', async () => {
    await acts.assess('alone', facts);
    const before = await forge('alone');
    const { hash } = (await look('alone')).json;
    const machine: Person = { id: 'machine', scopes: ['operate'], isMachine: true };
    expect(problem(await propose('alone', hash, machine))).toEqual([403, '/v1/problems/person-needed']);
    expect(problem(await confirm('alone', hash))).toEqual([409, '/v1/problems/not-proposed']);
    expect((await propose('alone', hash)).status).toBe(200);
    expect(problem(await confirm('alone', hash, operator))).toEqual([403, '/v1/problems/self-approval']);
    expect(problem(await confirm('alone', hash, machine))).toEqual([403, '/v1/problems/person-needed']);
    const proposal = await attacker.readAt('AUDIT', 'REPAIR#alone');
    await attacker.write({ ...proposal, proposedBy: 'operator-9' });
    expect(problem(await confirm('alone', hash, operator))).toEqual([409, '/v1/problems/not-proposed']);
    expect(await attacker.read('alone', 'HEAD')).toMatchObject({ latestRevision: 7, version: before.version });
  });

  it('on a view that another change has made stale, honest or not', async () => {
    await acts.assess('stale', facts);
    const { json: decision } = await acts.propose('stale');
    const course = `COURSE#${decision.id}`;
    await attacker.change('stale', course, () => ({ approvals: [], revocations: [{ by: 'decider-9', at: '2023-02-23T12:00:00.000Z' }] }));
    const first = (await look('stale')).json.hash;
    await propose('stale', first);
    // The head is whole, so an act that replaces nothing broken goes through.
    expect((await putProfile('stale')).status).toBe(200);
    expect(problem(await confirm('stale', first))).toEqual([409, '/v1/problems/hash-mismatch']);
    const second = (await look('stale')).json;
    expect(second.proposed).toBeNull();
    await propose('stale', second.hash);
    await attacker.change('stale', course, () => ({ revocations: [], approvals: [{ by: 'decider-8', at: '2023-02-23T12:00:00.000Z' }] }));
    expect(problem(await confirm('stale', second.hash))).toEqual([409, '/v1/problems/hash-mismatch']);
    expect(await attacker.verify('stale')).toMatchObject({ intact: false });
  });

  it('where the events themselves are broken, end before feed or tree, or end before the signed checkpoint', async () => {
    await acts.assess('events', facts);
    const last = await lastEvent('events');
    await attacker.change('events', last.sk, () => ({ by: 'somebody' }));
    expect(problem(await look('events'))).toEqual([409, '/v1/problems/events-broken']);

    await acts.assess('cut', facts);
    await service.deps.store.numberEvents('cut');
    await attacker.remove('PLATFORM#cut', (await lastEvent('cut')).sk);
    const refused = await look('cut');
    expect(problem(refused)).toEqual([409, '/v1/problems/events-broken']);
    expect(refused.json.detail).toContain('the feed has events');
    await service.pump();
    expect((await look('cut')).json.detail).toContain('the tree has the chain up to');

    await acts.assess('signed', facts);
    await takeCheckpoint(service);
    await attacker.remove('PLATFORM#signed', (await lastEvent('signed')).sk);
    expect((await look('signed')).json).toMatchObject({ type: '/v1/problems/events-broken', detail: expect.stringContaining('cut-off') });
  });

  it('of what events name by its hash alone: it says what is put back from a backup, and with which seal', async () => {
    await acts.assess('by-hand', facts);
    const { json: decision } = await acts.decide('by-hand').then((json) => ({ json }));
    const item = `DECISION#${decision.id}`;
    const before = await attacker.change('by-hand', item, () => ({ note: 'Another reason.' }));
    const refused = await look('by-hand');
    expect(problem(refused)).toEqual([409, '/v1/problems/not-derivable']);
    expect(refused.json.detail).toContain(`${item} is changed; its seal is ${sealOf(before as Json)}`);
    // The head cannot be made without it either, and can once it is back.
    await forge('by-hand');
    expect((await look('by-hand')).json.detail).toContain(`the decision ${decision.id} is not there as its event left it`);
    await attacker.write(before);
    await expectRepaired('by-hand', ['HEAD']);
  });
});

it('what a repair leaves to others stays named, and the figure stays with it', async () => {
  await acts.assess('left', facts);
  const { json: decision } = await acts.propose('left');
  const course = `COURSE#${decision.id}`;
  await attacker.change('left', course, () => ({ approvals: [{ by: 'decider-9', at: '2023-02-23T12:00:00.000Z' }] }));
  await attacker.write({ pk: 'PLATFORM#left', sk: 'COURSE#junk', by: 'nobody' });
  expect((await acts.approval(decision, decider2)).status).toBe(500);
  const chains = (await measureLag(service.deps)).brokenChains;
  expect(await repair('left')).toMatchObject({ intact: false, byHand: [{ item: 'COURSE#junk', fault: 'added', seal: null }] });
  expect((await measureLag(service.deps)).brokenChains).toBe(chains);
  expect(await broken('left')).toHaveLength(1);
  await attacker.remove('PLATFORM#left', 'COURSE#junk');
  expect(await attacker.verify('left')).toMatchObject({ intact: true });
});

it('a repair by one person, or one that says other seals than it names, is no repair', async () => {
  await acts.assess('forged', facts);
  await attacker.change('forged', 'HEAD', () => ({ latestRevision: 7 }));
  await repair('forged');
  const { hash: _, pk, sk, ...event } = await lastEvent('forged');
  for (const data of [{ ...event.data, proposedBy: event.by }, { ...event.data, items: [{ ...event.data.items[0], found: '0'.repeat(64) }] }, {}]) {
    const forged = { ...event, data };
    await attacker.write({ ...forged, hash: hashOf(forged), pk, sk });
    await attacker.change('forged', 'HEAD', () => ({ lastHash: hashOf(forged) }));
    const report = await attacker.verify('forged');
    expect(report).toMatchObject({ intact: false, repaired: [] });
    expect(report.broken.map(({ item }: Json) => item)).toContain(sk);
  }
});
