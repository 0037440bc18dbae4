import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCapacity } from '../../bench/capacity/count-capacity.ts';
import { hashOfText } from '../../domain/facts/hash.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { signCheckpoint } from '../../lambdas/jobs/sign-checkpoint.ts';
import { type Route, routes } from '../../lambdas/routes.ts';
import { deciding } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import { analyst, decider1, decider2, type Person, readExample, type Service, startService } from '../started-service.ts';

let service: Service;
let counted: ReturnType<typeof countCapacity>;
const all: Person = { id: 'reader', scopes: ['assess', 'review', 'decide', 'read', 'policy', 'operate'] };
const places: Record<string, string> = {
  form: 'assessment',
  platform: 'signal',
  revision: '1',
  slug: 'self-approval',
  code: 'CN',
  tile: '0/000.p/1',
  instant: '2026-11-22T12:00:01Z',
};

beforeAll(async () => {
  service = await startService();
  counted = countCapacity(service.client);
  service.setNow('2026-11-22T12:00:00Z');
  const { assess, decide } = deciding(service);
  await assess('signal', readExample('signal/2026-04-30.json'), readExample('signal/platform.json'));
  const times = { effectiveAt: '2026-11-22T12:05:00Z', enforceBy: '2026-12-01T00:00:00Z', expiresAt: '2027-02-23T00:00:00Z' };
  places.decision = (await decide('signal', times)).id;
  const kept = await service.call('POST', '/v1/platforms/signal/captures', {
    as: analyst,
    text: 'A page.',
    headers: { 'content-type': 'text/plain' },
  });
  places.sha256 = kept.json.capture;
  for (const name of ['draft-facts', 'renew-quotes']) queries[name] = { capture: kept.json.capture };
  await service.call('PUT', '/v1/drafts/assessment/signal', { as: all, body: { note: 'Begun.' }, headers: { 'if-none-match': '*' } });
  places.score = (await service.deps.store.findHead('signal'))?.published?.id ?? '';
  service.setNow('2026-11-22T12:00:02Z');
  const review = await service.call('POST', '/v1/platforms/signal/reviews', { as: analyst, body: { reason: 'To look again.' } });
  places.review = review.status === 201 ? review.json.id : ((await service.deps.store.findHead('signal'))?.review?.id ?? '');
  // The register begins a chain of its own, without which there is no revision of the exports.
  await reviewPlatforms(service.deps);
  await fetching(service).minute('2026-11-22T12:01:00Z');
  const memo = await service.call('POST', `/v1/platforms/signal/decisions/${places.decision}/memo`, { as: all });
  places.memo = hashOfText(memo.text);
  const { headers } = await service.call('GET', '/v1/policy/scores.json', { as: all });
  policyRevision = headers['whereabouts-revision'] ?? '';
  await service.pump();
  await signCheckpoint(service.deps);
  places.id = places.score ?? '';
});
afterAll(() => service.stop());

let policyRevision: string | undefined;
const queries: Record<string, Record<string, string>> = {
  'draft-facts': {},
  'renew-quotes': {},
  'diff-assessments': { from: '1' },
  'diff-scores': { from: '2026-11-21', to: '2026-11-22' },
  'get-intune-policy': { kind: 'ios-restrictions' },
  'get-browser-policy': { kind: 'chrome' },
};
/** What is wrong with a platform is read only where something is. */
const ofTheBroken = 'get-repair';
const reads = (routes as readonly Route[]).filter(
  ({ name, method, needs }) => method === 'GET' && name !== ofTheBroken && !needs?.includes('paging'),
);
/** Not of one thing, but of many at once, or of what is read out of a text: their ETag is that of what they say. */
const OF_MANY = [
  'list-consumers',
  'get-status',
  'get-terms',
  'draft-facts',
  'renew-quotes',
  'get-proof',
  'get-memo-proof',
  'get-revision-proof',
  'get-dossier',
  'get-sheet',
];

/** Of 4 KB each: a memo asks for its decision, what became of it, and the platform's head. */
const MOST_UNITS = 3;

const ask = (name: string, path: string, headers: Record<string, string> = {}) => {
  const address = path.replaceAll(/\{(\w+)\+?\}/g, (_, place: string) => (name === 'get-revision-proof' ? policyRevision : places[place]) ?? '');
  return service.call('GET', address, { as: all, headers, ...(queries[name] && { query: queries[name] }) });
};

describe('a read of one thing has a strong ETag, and is not sent twice to who has it', () => {
  it.each(reads)('$path', async ({ name, path }) => {
    const first = await ask(name, path);
    expect(first.status).toBe(200);
    expect(first.headers.etag).toMatch(/^"[^"]+"$/);
    const etag = first.headers.etag ?? '';
    expect((await ask(name, path, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await ask(name, path, { 'if-none-match': '' })).status).toBe(200);
    // Later on the same day: the clock alone changes nothing of it.
    service.setNow('2026-11-22T12:02:03.004Z');
    counted.take();
    expect(await ask(name, path, { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
    const { requests, read, write } = counted.take();
    expect(write).toBe(0);
    if (OF_MANY.includes(name)) return;
    // A capture asks for its erasure, too, which stands under another name; a memo for the quotes of the assessment that its decision names.
    expect(requests).toBeLessThanOrEqual(['get-capture', 'get-memo'].includes(name) ? 2 : 1);
    expect(read).toBeLessThanOrEqual(name === 'get-memo' ? MOST_UNITS + 1 : MOST_UNITS);
  });
});

describe('the ETag is another as soon as something in the answer is', () => {
  const readAs = async (name: string) => {
    const route = reads.find((one) => one.name === name);
    const { headers, text } = await ask(name, route?.path ?? '');
    return { etag: headers.etag, text };
  };
  const endBy = async (person: Person) => {
    const { json } = await service.call('GET', `/v1/platforms/signal/decisions/${places.decision}`, { as: analyst });
    expect((await deciding(service).revocation(json, person)).status).toBe(200);
  };
  const publish = () => deciding(service).assess('signal', { ...readExample('signal/2026-04-30.json'), note: 'Read again.' });

  // In the order of time, which does not go back.
  it.each([
    ['get-memo', 'it takes effect', '2026-11-22T12:04:59Z', () => service.setNow('2026-11-22T12:05:00Z')],
    ['get-decision', 'one person asks for its end', '2026-11-22T12:20:00Z', () => endBy(decider2)],
    ['diff-scores', 'another score is published', '2026-11-22T12:30:00Z', publish],
    ['get-memo', 'it is printed on another day', '2026-11-22T12:40:00Z', () => service.setNow('2026-11-23T00:00:00Z')],
    ['get-memo', 'a second person asks for its end', '2026-11-23T12:00:00Z', () => endBy(decider1)],
  ])('%s: %s', async (name, _, at, change) => {
    service.setNow(at);
    const before = await readAs(name);
    service.setNow(new Date(Date.parse(at) + 1).toISOString());
    expect(await readAs(name)).toEqual(before);
    await change();
    const after = await readAs(name);
    expect(after.text).not.toBe(before.text);
    expect(after.etag).not.toBe(before.etag);
  });

  it('a day to come is refused whatever the caller has', async () => {
    const query = { from: '2026-11-22', to: '2026-11-24' };
    const answer = await service.call('GET', '/v1/platforms/signal/score/diff', { as: all, query, headers: { 'if-none-match': '*' } });
    expect(answer.status).toBe(400);
  });
});
