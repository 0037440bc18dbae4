import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hashOf, hashOfText } from '../../domain/facts/hash.ts';
import type { Head, HeadContent } from '../../domain/record/head.ts';
import { backUp } from '../../store/backup.ts';
import { checkBackup } from '../../store/check-backup.ts';
import type { Change } from '../../store/commit.ts';
import { eventKey } from '../../store/keys.ts';
import { sealOf } from '../../store/seal.ts';
import { deciding } from '../decision-case.ts';
import { type Answered, analyst, decider1, decider2, readExample, type Service, startService } from '../started-service.ts';
import { behind } from './behind-the-service.ts';

const profile = readExample('tiktok/platform.json');
const facts = readExample('tiktok/2023-02-23.json');

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

const named = (report: { broken: { item: string; fault: string }[] }) => report.broken.map(({ item, fault }) => `${item} ${fault}`);

/** An honest change, with the version that its author has just read. */
async function putProfile(platform: string): Promise<Answered> {
  const path = `/v1/platforms/${platform}`;
  const { headers } = await service.call('GET', path, { as: analyst });
  return service.call('PUT', path, { as: analyst, body: { ...profile, name: 'Renamed' }, headers: { 'if-match': headers.etag ?? '' } });
}

/** Refused with the item's name, and nothing of it is in the table. */
async function expectBroken(platform: string, item: string, act: () => Promise<Answered>): Promise<void> {
  const before = await attacker.list(`PLATFORM#${platform}`);
  const answer = await act();
  expect(answer).toMatchObject({ status: 500, json: { type: '/v1/problems/record-broken', requestId: 'test-request' } });
  expect(answer.json.detail).toContain(`PLATFORM#${platform} ${item} `);
  expect(await attacker.list(`PLATFORM#${platform}`)).toEqual(before);
}

describe('what was changed behind the service is not sealed by the next honest act', () => {
  it('an approval that nobody gave', async () => {
    await acts.assess('approval', facts);
    const { json: decision } = await acts.propose('approval');
    const course = `COURSE#${decision.id}`;
    await attacker.change('approval', course, () => ({ approvals: [{ by: 'decider-9', at: '2023-02-23T12:00:00.000Z' }] }));
    await expectBroken('approval', course, () => acts.approval(decision, decider2));
    expect(named(await attacker.verify('approval'))).toContain(`${course} changed`);
  });

  it('an exemption that nobody approved', async () => {
    await acts.assess('exemption', facts);
    await acts.decide('exemption');
    await attacker.change('exemption', 'HEAD', ({ decisions: [decision] }) => ({
      decisions: [{ ...decision, exemptions: [{ group: 'all-staff', until: '2099-01-01T00:00:00Z' }] }],
    }));
    await expectBroken('exemption', 'HEAD', () => putProfile('exemption'));
    expect(named(await attacker.verify('exemption'))).toContain('HEAD changed');
  });

  it('other figures than were published', async () => {
    await acts.assess('figures', facts);
    await attacker.change('figures', 'HEAD', ({ published }) => ({ published: { ...published, band: 'minimal', gate: 'allow' } }));
    await expectBroken('figures', 'HEAD', () => putProfile('figures'));
    expect(named(await attacker.verify('figures'))).toContain('HEAD changed');
  });

  it('another submitter, so that the author can approve', async () => {
    await service.call('PUT', '/v1/platforms/submitter', { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
    const path = '/v1/platforms/submitter/assessments';
    const { json } = await service.call('POST', path, { as: analyst, body: facts, headers: { 'idempotency-key': 'submitter' } });
    await attacker.change('submitter', 'STATUS#0000000001', () => ({ submittedBy: 'analyst-9' }));
    const both = { ...analyst, scopes: ['assess', 'review', 'read'] as const };
    const verdict = { verdict: 'approve', hash: json.revision.hash };
    await expectBroken('submitter', 'STATUS#0000000001', () => service.call('POST', `${path}/1/verdict`, { as: both, body: verdict }));
  });

  it('an earlier content of an item, put back', async () => {
    await acts.assess('earlier', facts);
    const { json: decision } = await acts.propose('earlier');
    const course = await attacker.read('earlier', `COURSE#${decision.id}`);
    expect((await acts.approval(decision, decider2)).status).toBe(200);
    await attacker.write(course);
    await expectBroken('earlier', course.sk, () => acts.approval(decision, decider2));
  });

  it('a head that is gone, in whose place another would begin', async () => {
    await acts.assess('gone', facts);
    await attacker.remove('PLATFORM#gone', 'HEAD');
    const create = () => service.call('PUT', '/v1/platforms/gone', { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
    await expectBroken('gone', 'HEAD', create);
  });

  it('an event that is gone, or is another', async () => {
    await acts.assess('event', facts);
    const { sequence } = await attacker.read('event', 'HEAD');
    const last = `EVENT#${String(sequence).padStart(10, '0')}`;
    const event = await attacker.change('event', last, () => ({ by: 'somebody' }));
    await expectBroken('event', last, () => putProfile('event'));
    await attacker.remove(event.pk, last);
    await expectBroken('event', last, () => putProfile('event'));
  });

  it('and once it is what it was, changes are taken again, and the record is whole', async () => {
    await acts.assess('mended', facts);
    const head = await attacker.change('mended', 'HEAD', () => ({ latestRevision: 7 }));
    await expectBroken('mended', 'HEAD', () => putProfile('mended'));
    await attacker.write(head);
    expect((await putProfile('mended')).status).toBe(200);
    expect(await attacker.verify('mended')).toMatchObject({ intact: true, broken: [] });
  });
});

/** What a change leaves that looks at nothing: a head after the one that lies there, and an event that fits both. */
async function launder(platform: string): Promise<void> {
  const { lastHash: _, ...head } = await attacker.read(platform, 'HEAD');
  const sequence = head.sequence + 1;
  const { hash: previous, pk, sk: __, ...last } = await attacker.read(platform, eventKey(platform, head.sequence).sk);
  const moved = { ...head, sequence, version: head.version + 1 };
  const event = { ...last, sequence, previous, items: {}, state: { HEAD: sealOf(moved) }, found: { HEAD: sealOf(head) } };
  await attacker.write({ ...event, hash: hashOf(event), pk, sk: eventKey(platform, sequence).sk });
  await attacker.write({ ...moved, lastHash: hashOf(event) });
}

it('a change that was sealed all the same is named, because what it found is not what was left', async () => {
  await acts.assess('laundered', facts);
  await launder('laundered');
  expect(await attacker.verify('laundered')).toMatchObject({ intact: true });
  await attacker.change('laundered', 'HEAD', () => ({ nextReviewOn: '2024-02-23' }));
  await launder('laundered');
  expect(named(await attacker.verify('laundered'))).toEqual(['HEAD unfollowed', 'HEAD unfounded']);
  expect((await attacker.verify('laundered')).broken[1].detail).toContain('the day of the next review');
});

it('a text that is no JSON any more is named, and keeps nothing else from being verified', async () => {
  await acts.assess('no-json', facts);
  const texts = (await attacker.list('PLATFORM#no-json')).flatMap((item) =>
    ['score', 'assessment'].filter((field) => typeof item[field] === 'string').map((field) => [item, field] as const),
  );
  expect(texts.map(([{ sk }]) => sk.split('#')[0])).toEqual(['HEAD', 'REVISION', 'SCORE']);
  for (const [item, field] of texts)
    for (const forged of [`${item[field]}x`, '', 'null', '[]', '{"score":{}}']) {
      await attacker.write({ ...item, [field]: forged });
      expect([item.sk, forged.slice(-9), named(await attacker.verify())]).toEqual([
        item.sk,
        forged.slice(-9),
        expect.arrayContaining([`${item.sk} changed`]),
      ]);
      await attacker.write(item);
    }
  expect(await attacker.verify('no-json')).toMatchObject({ intact: true });
});

describe('what was written by the rules of the chain, and follows from no act', () => {
  /** A change as our own code writes it, whose event says nothing of what it records. */
  async function slipIn(platform: string, change: (head: Head) => Pick<Change, 'to' | 'record'>): Promise<void> {
    const { store, newId } = service.deps;
    const head = await store.findHead(platform);
    if (!head) throw new Error('there is no head');
    const events = [{ id: newId('evt'), type: 'platform.changed' as const, at: '2023-02-23T12:00:00.000Z', by: 'analyst', data: { profile } }];
    await store.commit({ from: head, ...change(head), events });
  }

  it.each<[string, string, (head: Head) => HeadContent]>([
    ['figures', 'the published score', (head) => ({ ...head, published: head.published && { ...head.published, band: 'minimal' } })],
    [
      'exemption',
      'the decision',
      (head) => ({ ...head, decisions: head.decisions?.map((one) => ({ ...one, exemptions: [{ group: 'all', until: '2099-01-01T00:00:00Z' }] })) }),
    ],
    ['approver', 'the approval', (head) => ({ ...head, approved: head.approved && { ...head.approved, approvedBy: 'reviewer-9' } })],
    ['confirmed', 'the confirmations', (head) => ({ ...head, confirmedBy: ['reviewer-9'] })],
    ['renewed', 'the day of the last approval', (head) => ({ ...head, renewedOn: '2023-12-01' })],
    ['interval', 'the time until the next review', (head) => ({ ...head, nextReviewOn: '2024-02-23' })],
    ['profile', 'the profile', (head) => ({ ...head, profile: { ...head.profile, apps: {} } })],
  ])('%s: verify names the head', async (name, what, to) => {
    const platform = `unfounded-${name}`;
    await acts.assess(platform, facts);
    await acts.decide(platform);
    await slipIn(platform, (head) => ({ to: to(head) }));
    const report = await attacker.verify(platform);
    expect(report.broken).toEqual([{ chain: platform, item: 'HEAD', fault: 'unfounded', detail: expect.stringContaining(what) }]);
  });

  it('approvals that nobody gave, and another verdict', async () => {
    await acts.assess('unfounded-course', facts);
    const { json: decision } = await acts.propose('unfounded-course');
    const approvals = ['decider-8', 'decider-9'].map((by) => ({ by, at: '2023-02-23T12:00:00.000Z' }));
    await slipIn('unfounded-course', (head) => ({
      to: { ...head, decisions: head.decisions?.map((one) => ({ ...one, approvals })) ?? [] },
      record: [{ kind: 'decision-progress', value: { platform: 'unfounded-course', decision: decision.id, approvals, revocations: [] } }],
    }));
    expect(named(await attacker.verify('unfounded-course'))).toEqual([`COURSE#${decision.id} unfounded`, 'HEAD unfounded']);
  });
});

it('a backup of a record that does not follow from its events is refused', async () => {
  const other = await startService();
  onTestFinished(() => other.stop());
  other.setNow('2023-02-23T12:00:00Z');
  await deciding(other).assess('unfounded', facts);
  const head = await other.deps.store.findHead('unfounded');
  if (!head) throw new Error('there is no head');
  const event = { id: other.deps.newId('evt'), type: 'review.opened' as const, at: '2023-02-23T12:00:00.000Z', by: 'analyst', data: {} };
  await other.deps.store.commit({ from: head, to: { ...head, confirmedBy: ['reviewer-9'] }, events: [event] });
  const checked = checkBackup(backUp({ client: other.client, name: other.table }, '2023-02-24T00:00:00.000Z'));
  await expect(checked).rejects.toThrow('The chain unfounded does not verify: HEAD is unfounded');
});

it('an event says by which request and token it came about, the log by whose, and neither names the token', async () => {
  await acts.assess('witnessed', facts);
  await acts.revoke(await acts.decide('witnessed'));
  const { json: proposal } = await acts.propose('witnessed');
  const withdrawal = { hash: proposal.hash, what: 'proposal' };
  const path = `/v1/platforms/witnessed/decisions/${proposal.id}/withdrawal`;
  expect((await service.call('POST', path, { as: decider1, body: withdrawal })).status).toBe(200);
  const events = (await attacker.list('PLATFORM#witnessed')).filter(({ sk }) => sk.startsWith('EVENT#'));
  for (const event of events) expect(event).toMatchObject({ request: 'test-request', token: hashOfText(`token-of-${event.by}`) });
  expect(service.logged.some((line) => line.includes(`"requestId":"test-request"`) && line.includes(`"caller":"${hashOfText('analyst')}"`))).toBe(
    true,
  );
});

describe('a chain that 0.1.0 began', () => {
  /** The first event of the chain as 0.1.0 wrote it: it says nothing of what was found. */
  const asBefore = async (platform: string) => {
    const { found: _, hash: __, pk, sk, ...event } = await attacker.read(platform, 'EVENT#0000000001');
    const hash = hashOf(event);
    await attacker.write({ ...event, hash, pk, sk });
    await attacker.write({ ...(await attacker.read(platform, 'HEAD')), lastHash: hash });
  };
  const create = async (platform: string) => {
    await service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
    await asBefore(platform);
  };

  it('says what it finds from its next change on, and verify says from where', async () => {
    await create('older');
    expect(await attacker.verify('older')).toMatchObject({ intact: true, older: [{ chain: 'older', begins: null }] });
    expect((await putProfile('older')).status).toBe(200);
    expect(await attacker.read('older', 'EVENT#0000000002')).toMatchObject({ begins: 'continuity', found: { HEAD: expect.any(String) } });
    expect((await putProfile('older')).status).toBe(200);
    expect(await attacker.verify('older')).toMatchObject({ intact: true, older: [{ chain: 'older', begins: 'EVENT#0000000002' }] });
    expect(await attacker.read('older', 'EVENT#0000000003')).not.toHaveProperty('begins');
  });

  it('is not taken further where it was changed before', async () => {
    await create('older-forged');
    await attacker.change('older-forged', 'HEAD', () => ({ latestRevision: 7 }));
    await expectBroken('older-forged', 'HEAD', () => putProfile('older-forged'));
  });
});
