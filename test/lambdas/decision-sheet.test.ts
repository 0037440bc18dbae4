import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deciding } from '../decision-case.ts';
import { analyst, decider1, type Json, readExample, type Service, startService } from '../started-service.ts';

const NOW = '2023-02-23T09:00:00Z';
let service: Service;
let acts: ReturnType<typeof deciding>;
beforeAll(async () => {
  service = await startService({ demandsHearings: true });
  acts = deciding(service);
  service.setNow(NOW);
  await acts.assess('tiktok', readExample('tiktok/2023-02-23.json'));
});
afterAll(() => service.stop());

const sheet = (platform: string, query: Record<string, string> = {}) =>
  service.call('GET', `/v1/platforms/${platform}/decision-sheet`, { as: analyst, query });

describe('the decision sheet', () => {
  test('says before a proposal what it would rest on, who is hit, and what each tool would do of each kind', async () => {
    const { status, json } = await sheet('tiktok');
    expect(status).toBe(200);
    const { score, grounds, law, apps, tools, quotes, incidents } = json;
    expect(json).toMatchObject({ platform: { id: 'tiktok' }, decision: null, asksHearing: true, rank: { rank: 1, of: 1 } });
    expect(score).toMatchObject({ gate: 'restrict', band: 'severe', revision: 1, isCurrent: true, score: { point: expect.any(Number) } });
    expect(grounds).toHaveLength(3);
    for (const { words, sentences, verified } of grounds) {
      expect(words.publisher).not.toBe('');
      expect(words.days).toBeGreaterThanOrEqual(0);
      expect(sentences.length).toBeGreaterThanOrEqual(2);
      if (words.quote !== undefined) expect(['excerpt', 'unverified']).toContain(verified);
    }
    expect(grounds.map(({ holdsGate }: Json) => holdsGate)).toContain(true);
    expect(incidents).toMatchObject([{ id: 'journalists-2022', kind: 'misuse' }]);
    expect(law[0]).toMatchObject({ jurisdiction: 'CN', provisions: expect.arrayContaining([expect.stringContaining('NIL')]) });
    expect(apps.android).toContain('com.zhiliaoapp.musically');
    expect(tools).toContainEqual(expect.objectContaining({ tool: 'opa', does: { allow: 'allows', limit: 'asks-conditions', suspend: 'denies' } }));
    expect(quotes.quotes).toBeGreaterThan(0);
    expect(json.dates).toEqual([{ on: expect.any(String), what: 'review-due' }]);
    expect(json.lower.map(({ band }: Json) => band)).toContain('high');
  });

  test('of a decision says what it rests on and what happens when, also once other facts stand', async () => {
    const until = '2023-09-01T00:00:00Z';
    const exemptions = [{ group: 'dsa-enforcement', reason: 'Inspects the service.', until }];
    const { json: decision } = await acts.propose('tiktok', { exemptions, scope: ['corporate-device'] });
    const held = { notifiedAt: NOW, to: 'Legal department', deadline: '2023-03-05T09:00:00Z' };
    const path = `/v1/platforms/tiktok/decisions/${decision.id}/hearing`;
    expect((await service.call('POST', path, { as: decider1, body: { hash: decision.hash, held } })).status).toBe(200);
    const { json } = await sheet('tiktok', { decision: decision.id });
    expect(json.decision).toMatchObject({ id: decision.id, hash: decision.hash, hearingState: 'notified' });
    expect(json.dates.map(({ on, what, about }: Json) => [on, what, about].filter(Boolean).join(' '))).toEqual([
      `${decision.proposedAt} proposed`,
      `${NOW} notified`,
      '2023-02-23T11:00:00Z effective',
      `${held.deadline} answer-due`,
      '2023-03-15T00:00:00Z enforced',
      '2023-03-25 review-due',
      `${until} exemption-ends dsa-enforcement`,
      '2027-02-23T00:00:00Z expires',
    ]);
    const personal = json.tools.find(({ target }: Json) => target === 'android-personally-owned-work-profile');
    expect(personal).toMatchObject({ lacks: 'devices', does: { suspend: 'nothing' } });
    await acts.assess('tiktok', { ...readExample('tiktok/2023-02-23.json'), note: 'Read again.' });
    const after = (await sheet('tiktok', { decision: decision.id })).json;
    expect(after.score).toEqual({ ...json.score, isCurrent: false });
    expect(after.grounds).toEqual(json.grounds);
    expect(after.rank).toBeUndefined();
  });

  test('is refused where nothing is assessed, and of what is not there', async () => {
    const profile = readExample('tiktok/platform.json');
    await service.call('PUT', '/v1/platforms/untried', { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
    expect((await sheet('untried')).json).toMatchObject({ type: '/v1/problems/not-assessed' });
    expect((await sheet('nowhere')).status).toBe(404);
    expect((await sheet('tiktok', { decision: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V' })).status).toBe(404);
    expect((await sheet('tiktok', { decision: 'one' })).json.errors).toMatchObject([{ code: 'not-a-decision-id' }]);
  });
});
