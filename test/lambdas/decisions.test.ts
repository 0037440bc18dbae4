import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advanceDecisions } from '../../lambdas/jobs/advance-decisions.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { commissionCase, deciding, newKey } from '../decision-case.ts';
import { analyst, auditor, decider1, decider2, decider3, decider4, type Json, readExample, type Service, startService } from '../started-service.ts';

const facts = readExample('tiktok/2023-02-23.json');

let service: Service;
let acts: ReturnType<typeof deciding>;
beforeAll(async () => {
  service = await startService();
  acts = deciding(service);
  service.setNow('2023-02-23T09:00:00Z');
  for (const platform of ['tiktok', 'hostile', 'sealed', 'timed', 'full', 'superseded', 'relegislated', 'vetoed']) await acts.assess(platform, facts);
});
afterAll(() => service.stop());

const read = (path: string, query: Record<string, string> = {}) => service.call('GET', path, { as: analyst, query });
const typesOf = async (platform: string) => {
  const { reading } = await service.deps.store.readChain(platform, { units: 1000 });
  return reading.events.map(({ content }) => (content as { type: string }).type).filter((type) => type.startsWith('decision.'));
};

describe('a decision is proposed by one, approved by two others and ended by two', () => {
  let proposed: Json;

  it('rests on the published score, seals the app ids, and stands once two others have approved', async () => {
    const answer = await acts.propose('tiktok');
    expect(answer.status).toBe(201);
    proposed = answer.json;
    expect(answer.headers.location).toBe(`/v1/platforms/tiktok/decisions/${proposed.id}`);
    const { score, approved } = (await read('/v1/platforms/tiktok')).json;
    expect(proposed).toMatchObject({
      state: 'proposed',
      proposedBy: 'decider-1',
      approvals: [],
      grounds: {
        score: score.id,
        assessment: { revision: approved.revision, hash: approved.hash },
        apps: { android: ['com.zhiliaoapp.musically'], ios: ['com.zhiliaoapp.musically'], web: ['tiktok.com'] },
      },
    });

    expect((await acts.approval(proposed, decider1)).json).toMatchObject({ status: 403, type: '/v1/problems/self-approval' });
    const first = await acts.approval(proposed, decider2, { note: 'Grounds checked.' });
    expect(first.json).toMatchObject({ state: 'proposed', approvals: [{ by: 'decider-2', note: 'Grounds checked.' }] });
    expect((await acts.approval(proposed, decider2)).json).toMatchObject({ status: 403, type: '/v1/problems/self-approval' });
    expect((await acts.approval({ ...proposed, hash: '0'.repeat(64) }, decider3)).json).toMatchObject({ type: '/v1/problems/hash-mismatch' });
    expect((await read('/v1/platforms/tiktok')).json.decision).toBeNull();
    expect((await acts.approval(proposed, decider3)).json).toMatchObject({
      state: 'approved',
      approvals: [{ by: 'decider-2' }, { by: 'decider-3' }],
    });
    expect((await acts.approval(proposed, { ...decider1, id: 'decider-4' })).json).toMatchObject({
      status: 409,
      type: '/v1/problems/already-decided',
    });
  });

  it('becomes effective by time, is shown on the platform, and says so once', async () => {
    service.setNow('2023-02-23T11:00:00Z');
    expect((await read(`/v1/platforms/tiktok/decisions/${proposed.id}`)).json.state).toBe('effective');
    await advanceDecisions(service.deps);
    await advanceDecisions(service.deps);
    expect((await read('/v1/platforms/tiktok')).json.decision).toMatchObject({
      id: proposed.id,
      decision: 'suspend',
      enforceBy: commissionCase.enforceBy,
    });
    expect(await typesOf('tiktok')).toEqual(['decision.proposed', 'decision.approval-given', 'decision.approved', 'decision.effective']);
  });

  it('stands until a second person ends it', async () => {
    const first = await acts.revocation(proposed, decider1);
    expect(first.json).toMatchObject({ state: 'revocation-proposed', revocations: [{ by: 'decider-1' }] });
    expect((await read('/v1/platforms/tiktok')).json.decision).toMatchObject({ id: proposed.id });
    expect((await acts.revocation(proposed, decider1)).json).toMatchObject({ status: 403, type: '/v1/problems/self-approval' });
    expect((await acts.revocation(proposed, decider2)).json.state).toBe('revoked');
    expect((await read('/v1/platforms/tiktok')).json.decision).toBeNull();
    expect((await acts.revocation(proposed, decider3)).json).toMatchObject({ status: 409, type: '/v1/problems/already-decided' });
    expect((await typesOf('tiktok')).slice(-2)).toEqual(['decision.revocation-proposed', 'decision.revoked']);
    const { reading } = await service.deps.store.readChain('tiktok', { units: 1000 });
    expect(reading.items.length).toBeGreaterThan(4);
  });

  it('is listed as it was at any instant', async () => {
    const states = async (at: string) =>
      (await read('/v1/decisions', { platform: 'tiktok', at })).json.items.map(({ state }: { state: string }) => state);
    expect(await states('2023-02-23T08:59:59Z')).toEqual([]);
    expect(await states('2023-02-23T09:00:00Z')).toEqual(['approved']);
    expect(await states('2023-03-01T00:00:00Z')).toEqual(['revoked']);
    expect((await read('/v1/decisions', { state: 'effective' })).json.items).toEqual([]);
  });
});

describe('a decision is refused', () => {
  const machine = { ...decider1, isMachine: true };
  const exempting = (year: string) => ({ group: 'press', reason: 'Runs the account.', until: `${year}-01-01T00:00:00Z` });
  const onlyIf = (text: string) => ({ id: 'managed-browser-only', text });
  it.each([
    ['to a machine', 'hostile', {}, machine, 403, 'person-needed'],
    ['without the scope', 'hostile', {}, analyst, 403, 'missing-scope'],
    ['on what does not exist', 'nowhere', {}, decider1, 404, 'not-found'],
    ['when a limit has no conditions', 'hostile', { decision: 'limit' }, decider1, 400, 'invalid-request'],
    ['when it is enforced before it takes effect', 'hostile', { enforceBy: '2023-02-01T00:00:00Z' }, decider1, 400, 'invalid-request'],
    [
      'when it exempts a group twice, until other instants',
      'hostile',
      { exemptions: ['2024', '2025'].map(exempting) },
      decider1,
      400,
      'invalid-request',
    ],
    ['when two conditions have one id', 'hostile', { decision: 'limit', conditions: ['One.', 'Two.'].map(onlyIf) }, decider1, 400, 'invalid-request'],
    ['when it covers devices that are not enrolled', 'hostile', { scope: ['personal-device'] }, decider1, 400, 'invalid-request'],
  ])('%s', async (_, platform, change, as, status, slug) => {
    expect((await acts.propose(platform, change, as)).json).toMatchObject({ status, type: `/v1/problems/${slug}` });
  });

  it('on a platform that is not rated', async () => {
    const bare = { name: 'Bare', operator: 'Somebody' };
    await service.call('PUT', '/v1/platforms/bare', { as: analyst, body: bare, headers: { 'if-none-match': '*' } });
    expect((await acts.propose('bare')).json).toMatchObject({ status: 409, type: '/v1/problems/not-rated' });
  });

  it('on a score whose review is overdue, and so is its approval', async () => {
    service.setNow('2023-02-23T09:00:00Z');
    const { json: waiting } = await acts.propose('sealed');
    service.setNow('2023-06-01T09:00:00Z');
    expect((await acts.propose('sealed')).json).toMatchObject({ status: 409, type: '/v1/problems/score-stale' });
    expect((await acts.approval(waiting, decider2)).json).toMatchObject({ status: 409, type: '/v1/problems/score-stale' });
    service.setNow('2023-02-23T09:00:00Z');
  });

  it('on a score by another register than the current one', async () => {
    const { register } = service.deps;
    Object.assign(service.deps, { register: { ...register, version: 'jr-2099.01.01' } });
    try {
      expect((await acts.propose('sealed')).json).toMatchObject({ status: 409, type: '/v1/problems/score-stale' });
    } finally {
      Object.assign(service.deps, { register });
    }
  });

  it('to be approved once other facts stand than those it rests on', async () => {
    const { json: waiting } = await acts.propose('superseded');
    await acts.assess('superseded', { ...facts, note: 'Read again.' });
    const answer = await acts.approval(waiting, decider2);
    expect(answer.json).toMatchObject({ status: 409, type: '/v1/problems/score-stale' });
    expect(answer.json.detail).toContain('rests on revision 1, and revision 2 stands');
    expect((await acts.approval((await acts.propose('superseded')).json, decider2)).status).toBe(200);
  });

  it('to be approved once its score is by an older register, though a newer score is published', async () => {
    const { json: waiting } = await acts.propose('relegislated');
    const { register } = service.deps;
    Object.assign(service.deps, { register: { ...register, version: 'jr-2099.01.01' } });
    try {
      await reviewPlatforms(service.deps);
      expect((await acts.approval(waiting, decider2)).json).toMatchObject({ status: 409, type: '/v1/problems/score-stale' });
      expect((await acts.approval((await acts.propose('relegislated')).json, decider2)).status).toBe(200);
    } finally {
      Object.assign(service.deps, { register });
      await reviewPlatforms(service.deps);
    }
  });

  it('when five wait or stand already, of which two are the same person’s', async () => {
    const pending = { status: 409, type: '/v1/problems/decisions-pending' };
    for (const person of [decider1, decider1, decider2, decider2]) expect((await acts.propose('full', {}, person)).status).toBe(201);
    expect((await acts.propose('full', {}, decider1)).json).toMatchObject({ ...pending, detail: expect.stringContaining('withdraw one first') });
    expect((await acts.propose('full', {}, decider3)).status).toBe(201);
    expect((await acts.propose('full', {}, decider3)).json).toMatchObject({ ...pending, detail: expect.stringContaining('wait or stand') });
  });

  it('to one who wants it stopped alone: a lone word against a proposal stops no one, and can be taken back', async () => {
    const { json: proposal } = await acts.propose('vetoed');
    const path = `/v1/platforms/vetoed/decisions/${proposal.id}`;
    expect((await acts.revocation(proposal, decider4)).json.state).toBe('proposed');
    expect((await acts.approval(proposal, decider2)).status).toBe(200);
    expect((await acts.approval(proposal, decider3)).json.state).toBe('revocation-proposed');
    const withdrawn = await service.call('POST', `${path}/withdrawal`, { as: decider4, body: { hash: proposal.hash, what: 'revocation' } });
    expect(withdrawn.json).toMatchObject({ state: 'approved', revocations: [{ by: 'decider-4', withdrawnAt: expect.any(String) }] });
    expect((await service.call('GET', '/v1/audit/verify', { as: auditor, query: { platform: 'vetoed' } })).json).toMatchObject({ intact: true });
  });
});

describe('a decision that stands', () => {
  it('keeps its app ids whatever becomes of the platform’s', async () => {
    const decision = await acts.decide('sealed', { effectiveAt: '2023-02-23T00:00:00Z' });
    expect(decision.state).toBe('effective');
    const { headers } = await read('/v1/platforms/sealed');
    const profile = { ...readExample('tiktok/platform.json'), apps: { android: [], ios: ['com.burbn.instagram'] } };
    await service.call('PUT', '/v1/platforms/sealed', { as: analyst, body: profile, headers: { 'if-match': headers.etag ?? '' } });
    const after = (await read(`/v1/platforms/sealed/decisions/${decision.id}`)).json;
    expect(after).toEqual(decision);
    const head = await service.deps.store.findHead('sealed');
    expect(head?.decisions?.find(({ id }) => id === decision.id)?.grounds.apps).toEqual(decision.grounds.apps);
  });

  it('expires by time, and leaves the platform', async () => {
    const decision = await acts.decide('timed', {
      effectiveAt: '2023-02-23T00:00:00Z',
      enforceBy: '2023-02-24T00:00:00Z',
      expiresAt: '2023-02-25T00:00:00Z',
    });
    service.setNow('2023-02-25T00:00:00Z');
    expect((await read(`/v1/platforms/timed/decisions/${decision.id}`)).json.state).toBe('expired');
    await advanceDecisions(service.deps);
    expect((await read('/v1/platforms/timed')).json.decision).toBeNull();
    expect(await typesOf('timed')).toEqual([
      'decision.proposed',
      'decision.approval-given',
      'decision.approved',
      'decision.effective',
      'decision.expired',
    ]);
    service.setNow('2023-02-23T09:00:00Z');
  });

  it('is answered the same to the same key', async () => {
    const headers = newKey();
    const again = () => service.call('POST', '/v1/platforms/timed/decisions', { as: decider1, body: commissionCase, headers });
    const [first, second] = [await again(), await again()];
    expect(second.json).toEqual(first.json);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('is in a record that holds', async () => {
    const auditor = { id: 'auditor', scopes: ['read', 'operate'] as const };
    for (const platform of ['tiktok', 'sealed', 'timed']) {
      const answer = await service.call('GET', '/v1/audit/verify', { as: auditor, query: { platform } });
      expect(answer.json).toMatchObject({ intact: true });
    }
  });
});

describe('the memo', () => {
  it('says facts with quotes, score, law, decision, persons and seals, and runs nothing', async () => {
    const decision = await acts.decide('hostile', { note: `<script>alert("x")</script> & "more" ${'of it '.repeat(650)}to the end.` });
    const memo = await read(`/v1/platforms/hostile/decisions/${decision.id}/memo`);
    expect(memo.status).toBe(200);
    expect(memo.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(memo.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(memo.text).not.toContain('<script>');
    expect(memo.text).toContain('&#60;script&#62;');
    for (const words of [
      'Use suspended: TikTok',
      'com.zhiliaoapp.musically',
      'severe',
      'NIL Arts 7, 14',
      'decider-2',
      'decider-3',
      decision.hash,
      '<blockquote>',
      'to the end.',
      'Facts checked</th><td>reviewer, 23 Feb 2023',
      'In force from</th><td>23 Feb 2023, 11:00 UTC',
      'What it rests on',
      'Control lies in China',
      'Its owners are in China',
    ])
      expect(memo.text).toContain(words);
    expect(memo.text.length).toBeLessThan(16_000);
    // Neither factors nor codes nor instants as machines write them, but in what people wrote and in the seals.
    const said = memo.text.split('How to check this page')[0] ?? '';
    expect(said).not.toMatch(/\d{4}-\d\d-\d\dT|remote-access|corporate-device|belief|technical|cn-control/);
  });

  it('is said in three languages, each its own to a cache, and refuses others', async () => {
    const { id } = await acts.decide('hostile');
    const path = `/v1/platforms/hostile/decisions/${id}/memo`;
    const memoIn = (lang: string, headers = {}) => service.call('GET', path, { as: analyst, query: { lang }, headers });
    const [en, fr, de] = await Promise.all(['en', 'fr', 'de'].map((lang) => memoIn(lang)));
    expect([fr?.text, de?.text].map((text) => /<html lang="(..)"/.exec(text ?? '')?.[1])).toEqual(['fr', 'de']);
    expect(fr?.text).toContain('Usage suspendu : TikTok');
    expect(fr?.text).toContain('Blocage sur les appareils à partir du</th><td>15 mars 2023');
    expect(de?.text).toContain('Nutzung ausgesetzt: TikTok');
    expect(new Set([en, fr, de].map((one) => one?.headers.etag)).size).toBe(3);
    expect((await read(path)).headers.etag).toBe(en?.headers.etag);
    expect((await memoIn('fr', { 'if-none-match': fr?.headers.etag })).status).toBe(304);
    expect((await memoIn('fr', { 'if-none-match': de?.headers.etag })).status).toBe(200);
    const refused = await memoIn('nl');
    expect([refused.status, refused.json.errors[0].pointer]).toEqual([400, '/lang']);
  });
});
