import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import { analyst, type Json, type Service, startService } from '../started-service.ts';
import { approve, createPlatform, document, eventsOf, facts, isIntact, judge, openFolder, operator, play, submit, termsOf } from './terms-case.ts';

const terms = openFolder();
let service: Service;
beforeAll(async () => {
  service = await startService({ terms: terms.client });
});
afterAll(async () => {
  await service.stop();
  terms.end();
});

const STORED = 'We store your information in the United States.';
const MOVED = 'We store your information in Malaysia and the United States.';
const policy = (stored: string, more = '') =>
  `# Privacy Policy\n\nThis policy explains what we collect.\n\n## Where we keep it\n\n${stored}\n\nYou can write to us at any time.\n\n${more}`;

describe('a document that is watched', () => {
  it('opens a review when a quote is gone and the new words have stood for 36 hours', async () => {
    terms.write('a', 'Example', 'Privacy Policy', [
      { day: '2023-01-02', content: policy(STORED) },
      { day: '2023-01-20', content: policy(MOVED) },
    ]);
    service.setNow('2023-01-01T12:00:00Z');
    await createPlatform(service, 'changes', facts({ storage: STORED }), [document()]);
    await play(service, '2023-01-01T12:00:00Z', '2023-01-21T12:00:00Z');
    expect((await termsOf(service, 'changes')).terms[0]).toMatchObject({
      waiting: { version: 'Example-1', since: '2023-01-20T06:00:00.000Z' },
      baseline: { version: 'Example-0' },
      quotes: [{ fact: 'paths/store', state: 'held' }],
      changes: [],
    });
    expect((await eventsOf(service, 'changes', /review/)).length).toBe(0);
    await play(service, '2023-01-22T00:00:00Z', '2023-02-01T00:00:00Z');
    const told = await eventsOf(service, 'changes', /^(terms|review|capture)\./);
    expect(told.map(({ type, at }) => `${at.slice(0, 10)} ${type}`)).toEqual([
      '2023-01-01 terms.watched',
      '2023-01-02 capture.kept',
      '2023-01-02 terms.recorded',
      '2023-01-20 capture.kept',
      '2023-01-20 terms.recorded',
      '2023-01-22 terms.changed',
      '2023-01-22 review.opened',
    ]);
    const [reason] = told.at(-1).data.reasons;
    expect(reason).toMatchObject({
      kind: 'terms-changed',
      data: {
        document: 'privacy-policy',
        from: { version: 'Example-0' },
        to: { version: 'Example-1' },
        broken: [{ fact: 'paths/store', item: '/paths/0/evidence/0', quote: STORED, state: 'reworded' }],
      },
    });
    const view = await termsOf(service, 'changes');
    expect(view).toMatchObject({
      watched: true,
      unwatched: [],
      terms: [{ quotes: [{ state: 'reworded' }], changes: [{ opensReview: true, at: told.at(-2).at }] }],
    });
    expect(await isIntact(service, 'changes')).toMatchObject({ intact: true });
  });

  it('joins a review that is open, and a new file of the new words ends it', async () => {
    const before = (await service.call('GET', '/v1/platforms/changes', { as: analyst })).json;
    expect(before).toMatchObject({ watched: true, review: { reasons: [{ kind: 'terms-changed' }] } });
    await approve(service, 'changes', facts({ storage: MOVED }));
    expect((await termsOf(service, 'changes')).terms[0].quotes).toMatchObject([{ state: 'held' }]);
    await service.call('POST', '/v1/platforms/changes/reviews', { as: analyst, body: { reason: 'The press says more.' } });
    terms.write('a', 'Example', 'Privacy Policy', [
      { day: '2023-01-02', content: policy(STORED) },
      { day: '2023-01-20', content: policy(MOVED) },
      { day: '2023-02-03', content: policy('We store your information in Malaysia, Singapore and the United States.') },
    ]);
    await play(service, '2023-02-01T12:00:00Z', '2023-02-06T00:00:00Z');
    const { review } = (await service.call('GET', '/v1/platforms/changes', { as: analyst })).json;
    expect(review.reasons.map(({ kind }: Json) => kind)).toEqual(['asked', 'terms-changed']);
    expect(await isIntact(service, 'changes')).toMatchObject({ intact: true });
  });

  it('stays open when a file is approved that was handed in before the change, or that still stands on the words that are gone', async () => {
    terms.write('late', 'Late', 'Privacy Policy', [
      { day: '2023-01-02', content: policy(STORED) },
      { day: '2023-01-20', content: policy(MOVED) },
    ]);
    service.setNow('2023-01-01T12:00:00Z');
    await createPlatform(service, 'late', facts({ storage: STORED }), [document({ service: 'Late' })]);
    await play(service, '2023-01-01T12:00:00Z', '2023-01-10T12:00:00Z');
    const before = await submit(service, 'late', facts({ storage: STORED }, { note: 'Handed in before the change.' }));
    await play(service, '2023-01-11T00:00:00Z', '2023-01-23T00:00:00Z');
    const reviewOf = async () => (await service.call('GET', '/v1/platforms/late', { as: analyst })).json.review;
    const first = await reviewOf();
    expect(first).toMatchObject({ reasons: [{ kind: 'terms-changed' }] });

    await judge(service, 'late', before);
    const second = await reviewOf();
    expect(second).toMatchObject({ openedAt: '2023-01-23T00:00:00.000Z', reasons: first.reasons });
    expect(second.id).not.toBe(first.id);
    service.setNow('2023-01-24T00:00:00Z');
    await approve(service, 'late', facts({ storage: STORED }, { note: 'Still on the old words.' }));
    expect(await reviewOf()).toMatchObject({ openedAt: '2023-01-24T00:00:00.000Z', reasons: first.reasons });
    service.setNow('2023-01-25T00:00:00Z');
    await approve(service, 'late', facts({ storage: MOVED }));
    expect(await reviewOf()).toBeFalsy();
    const told = await eventsOf(service, 'late', /^review\./);
    expect(told.map(({ type, data }) => `${type} ${data.revision ?? ''}`.trim())).toEqual([
      'review.opened',
      `review.closed ${before.revision}`,
      'review.opened',
      `review.closed ${before.revision + 1}`,
      'review.opened',
      `review.closed ${before.revision + 2}`,
    ]);
    expect(await isIntact(service, 'late')).toMatchObject({ intact: true });
  });

  it('opens one when a country is added to a sentence that is quoted whole, and says so for as long as that stands', async () => {
    const lines = [{ day: '2023-01-02', content: policy(STORED) }];
    const grown = STORED.replace('.', ' and Singapore.');
    const quoted = async () => (await termsOf(service, 'grows')).terms[0].quotes;
    terms.write('grows', 'Grows', 'Privacy Policy', lines);
    service.setNow('2023-01-01T12:00:00Z');
    await createPlatform(service, 'grows', facts({ storage: STORED.slice(0, -1) }), [document({ service: 'Grows' })]);
    await play(service, '2023-01-02T12:00:00Z', '2023-01-03T12:00:00Z');
    expect(await quoted()).toMatchObject([{ state: 'held' }]);
    terms.write('grows', 'Grows', 'Privacy Policy', [...lines, { day: '2023-01-05', content: policy(grown) }]);
    await play(service, '2023-01-05T12:00:00Z', '2023-01-08T00:00:00Z');
    const { review } = (await service.call('GET', '/v1/platforms/grows', { as: analyst })).json;
    expect(review.reasons).toMatchObject([{ kind: 'terms-changed', data: { broken: [{ state: 'reworded', now: grown }] } }]);
    expect(await quoted()).toMatchObject([{ state: 'reworded', now: grown }]);
    terms.write('grows', 'Grows', 'Privacy Policy', [
      ...lines,
      { day: '2023-01-05', content: policy(grown) },
      { day: '2023-01-10', content: policy(STORED) },
    ]);
    await play(service, '2023-01-10T12:00:00Z', '2023-01-13T00:00:00Z');
    expect(await quoted()).toMatchObject([{ state: 'held' }]);
    await service.call('PUT', '/v1/platforms/grows/terms', { as: operator, body: { terms: [] } });
  });

  it('is read once at a time: a second run while one is under way does nothing', async () => {
    service.setNow('2023-03-01T00:00:00Z');
    const runs = await Promise.all([watchTerms(service.deps), watchTerms(service.deps)]);
    expect(runs.map(({ skipped }) => skipped).sort()).toEqual([0, 1]);
  });

  it('and has been silent for 90 days says so once, and that nobody has been able to read it', async () => {
    service.setNow('2023-01-01T12:00:00Z');
    await createPlatform(service, 'silent', facts({ storage: STORED }), [document({ service: 'Silent' })]);
    terms.write('silent', 'Silent', 'Privacy Policy', [{ day: '2023-01-02', content: policy(STORED) }]);
    await play(service, '2023-01-02T12:00:00Z', '2023-05-10T00:00:00Z');
    const told = await eventsOf(service, 'silent', /silent/);
    expect(told.map(({ at }) => at.slice(0, 10))).toEqual(['2023-04-02']);
    const { review } = (await service.call('GET', '/v1/platforms/silent', { as: analyst })).json;
    expect(review.reasons).toMatchObject([{ kind: 'terms-silent', text: expect.stringContaining('Nobody has been able to read') }]);
    expect((await termsOf(service, 'silent')).terms[0].silent).toBe(true);
  });
});

describe('a list of documents', () => {
  it('is refused with all its faults at once', async () => {
    const body = {
      terms: [document({ endpoint: 'http://terms.example.org', language: 'English!' }), document({ termsType: ' ', extra: 1 }), document()],
    };
    const { status, json } = await service.call('PUT', '/v1/platforms/changes/terms', { as: operator, body });
    expect(status).toBe(400);
    expect(json.errors.map(({ pointer }: Json) => pointer).sort()).toEqual([
      '/terms/0/endpoint',
      '/terms/0/language',
      '/terms/1/extra',
      '/terms/1/id',
      '/terms/1/termsType',
      '/terms/2/id',
    ]);
  });

  it('is put by who may operate, and by nobody else', async () => {
    expect((await service.call('PUT', '/v1/platforms/changes/terms', { as: analyst, body: { terms: [] } })).status).toBe(403);
    expect((await service.call('PUT', '/v1/platforms/nowhere/terms', { as: operator, body: { terms: [] } })).status).toBe(404);
    expect((await service.call('PUT', '/v1/platforms/silent/terms', { as: operator, body: { terms: [] } })).json).toEqual({ terms: [] });
    expect((await service.call('GET', '/v1/platforms/silent', { as: analyst })).json.watched).toBe(false);
    expect(await termsOf(service, 'silent')).toEqual({ watched: false, terms: [], unwatched: ['privacy-policy'] });
    expect(await isIntact(service, 'silent')).toMatchObject({ intact: true });
  });
});
