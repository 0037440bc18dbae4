import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, analyst, auditor, decider1, type Json, type Person, policyTool, readExample, reviewer, startService } from '../started-service.ts';

const PAGE = `Where we keep your data

We store the data of European users in Singapore and Malaysia. Our staff in China
may read it, but only under supervision.`;
/** What was sent as base64. */
const plain = ({ text }: { text: string }) => Buffer.from(text, 'base64').toString();
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const operator: Person = { id: 'operator', scopes: ['operate', 'read'] };
const TEXT = { 'content-type': 'text/plain' };

let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => {
  service = await startService();
  service.setNow('2026-09-01T12:00:00.000Z');
  for (const platform of ['wechat', 'tiktok'])
    await service.call('PUT', `/v1/platforms/${platform}`, {
      as: analyst,
      headers: { 'if-none-match': '*' },
      body: readExample(`${platform}/platform.json`),
    });
});
afterAll(() => service.stop());

const keep = (text: string, { platform = 'wechat', ...ask }: Ask & { platform?: string } = {}) =>
  service.call('POST', `/v1/platforms/${platform}/captures`, { as: analyst, headers: TEXT, ...(ask.bytes ? {} : { text }), ...ask });
let count = 0;
/** An assessment of a platform whose one path rests on these items. */
const submit = (items: Json[], { platform = 'wechat', asOf = '2026-08-31' } = {}) => {
  count += 1;
  const body = {
    asOf,
    sources: {
      policy: {
        title: 'Privacy policy',
        publisher: 'Tencent',
        published: '2026-08-06',
        effective: '2026-08-10',
        recorded: '2026-08-07',
        reliability: 'B',
        statementBy: 'platform',
      },
    },
    paths: [
      {
        id: 'staff',
        jurisdiction: 'CN',
        mode: 'remote-access',
        data: 'content',
        evidence: items.map((item) => ({ source: 'policy', credibility: 2, observed: '2026-08-06', ...item })),
      },
    ],
  };
  return service.call('POST', `/v1/platforms/${platform}/assessments`, { as: analyst, headers: { 'idempotency-key': `capture-${count}` }, body });
};
const withdraw = async (revision: Json) =>
  service.call('POST', `/v1/platforms/${revision.platform}/assessments/${revision.revision}/verdict`, {
    as: analyst,
    body: { verdict: 'withdraw', hash: revision.hash },
  });
const isIntact = async () => (await service.call('GET', '/v1/audit/verify', { as: auditor })).json;

describe('a capture', () => {
  test('is kept under the SHA-256 of its bytes, with a manifest, and announced in the chain', async () => {
    const query = {
      url: 'https://www.wechat.com/en/privacy_policy.html',
      capturedAt: '2026-08-30T10:00:00Z',
      language: 'en',
      country: 'IE',
      version: '2f1c9d0',
    };
    const kept = await keep(PAGE, { query });
    expect(kept.status, kept.text).toBe(201);
    expect(kept.json).toEqual({
      ...query,
      capture: sha256(PAGE),
      platform: 'wechat',
      mediaType: 'text/plain',
      bytes: Buffer.byteLength(PAGE),
      capturedBy: 'analyst',
      keptAt: '2026-09-01T12:00:00.000Z',
      state: 'held',
    });
    const { items } = (await service.call('GET', '/v1/platforms/wechat/events', { as: analyst })).json;
    expect(items[0]).toMatchObject({ type: 'capture.kept', data: { capture: sha256(PAGE), mediaType: 'text/plain' } });
    expect((await service.call('GET', '/v1/platforms/wechat/captures', { as: analyst })).json.items).toEqual([kept.json]);
  });

  test('is one capture however often the same bytes are kept, and of whichever platform', async () => {
    const again = await keep(PAGE);
    expect(again.status).toBe(200);
    expect((await keep(PAGE, { platform: 'tiktok' })).json).toEqual(again.json);
  });

  test('reads back to the byte, as text that runs nothing', async () => {
    const read = await service.call('GET', `/v1/captures/${sha256(PAGE)}`, { as: analyst });
    expect(sha256(plain(read))).toBe(sha256(PAGE));
    expect(read.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none'; sandbox;/),
      'cache-control': 'no-store',
    });
  });

  test('lies in the archive under its hash, and not in the clear', () => {
    const { folder } = service.jobs;
    expect(readdirSync(join(folder, 'archive', 'captures'))).toContain(sha256(PAGE));
    expect(readFileSync(join(folder, 'archive', 'captures', sha256(PAGE))).includes('Singapore')).toBe(false);
  });

  test('of a page is its bytes, and beside them the text that was made of it', async () => {
    const html = '<!doctype html><title>Policy</title><script>alert("Dublin")</script><p>We store data in <b>Norway</b>&nbsp;and Malta.</p>';
    const kept = await keep(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(kept.json).toMatchObject({ capture: sha256(html), mediaType: 'text/html', text: { extractor: 'htmlparser2 12.0.0' } });
    const of = (query: Record<string, string>) => service.call('GET', `/v1/captures/${sha256(html)}`, { as: analyst, query });
    const text = await of({ part: 'text' });
    expect([plain(text), sha256(plain(text))]).toEqual(['Policy\n\nWe store data in Norway and Malta.', kept.json.text.sha256]);
    const bytes = await of({});
    expect([plain(bytes), bytes.headers['content-type']]).toEqual([html, 'text/plain; charset=utf-8']);
    const { json } = await submit([{ quote: 'We store data in Norway and Malta.', capture: sha256(html) }]);
    expect(json.quotes).toMatchObject({ quotes: 1, held: 1 });
    await withdraw(json.revision);
  });

  test.each(['text', 'base64'])('may have 4 MB and no byte more, sent as %s', async (as) => {
    const of = (size: number) => {
      const text = `${as} `.padEnd(size, 'words and "signs"\n');
      return keep(text, as === 'text' ? {} : { bytes: Buffer.from(text) });
    };
    expect((await of(4_000_000)).status).toBe(201);
    expect(await of(4_000_001)).toMatchObject({ status: 413, json: { detail: 'the body has 4000001 bytes; the limit is 4000000' } });
  });

  test('of the second that is under way is taken, though its text has no fraction', async () => {
    service.setNow('2026-09-01T12:00:00.500Z');
    const answers = await Promise.all(
      ['12:00:00Z', '12:00:00.5Z', '14:00:00+02:00', '12:00:00.501Z'].map((time) =>
        keep(`Read at ${time}.`, { query: { capturedAt: `2026-09-01T${time}` } }),
      ),
    );
    service.setNow('2026-09-01T12:00:00.000Z');
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 400]);
  });

  test.each<[string, Ask, number, string]>([
    ['no text', { bytes: Buffer.from([0xff, 0xfe, 0x00]) }, 400, 'is not UTF-8'],
    ['an archive', { bytes: Buffer.from('1f8b0800000000000003', 'hex') }, 400, 'is not UTF-8'],
    ['NUL', { text: 'a\0b' }, 400, 'holds NUL'],
    ['nothing', { text: '' }, 400, 'is empty'],
    ['blanks', { text: ' \n\t\u00a0\u2003\u200b\ufeff\u00ad\n' }, 400, 'holds no word'],
    ['a kind that is not taken', { text: 'x', headers: { 'content-type': 'application/pdf' } }, 415, 'text/plain, text/markdown, text/html'],
    ['a PDF that is all ASCII', { text: '%PDF-1.4\n1 0 obj\n<< >>\nendobj\n' }, 400, 'is a PDF, of which the text is kept'],
    ['an original without what made the text of it', { text: 'x', query: { original: '0'.repeat(64) } }, 400, 'original and extractor go together'],
    ['what made a text, without its original', { text: 'x', query: { extractor: 'unpdf 1.7.0' } }, 400, 'original and extractor go together'],
    ['an original that is no hash', { text: 'x', query: { original: 'policy.pdf', extractor: 'unpdf 1.7.0' } }, 400, '/original'],
    ['no kind', { text: 'x', headers: {} }, 415, 'Content-Type'],
    ['a day to come', { text: 'x', query: { capturedAt: '2027-01-01T00:00:00Z' } }, 400, 'must not be in the future'],
    ['an address that is none', { text: 'x', query: { url: 'www' } }, 400, '/url'],
    ['no right', { text: 'x', as: reviewer }, 403, 'assess'],
  ])('is refused with %s', async (_, ask, status, detail) => {
    const answer = await service.call('POST', '/v1/platforms/wechat/captures', { as: analyst, headers: TEXT, ...ask });
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(detail)]);
  });

  test('is looked for under a hash', async () => {
    expect((await service.call('GET', '/v1/captures/abc', { as: analyst })).status).toBe(400);
    expect((await service.call('GET', `/v1/captures/${'0'.repeat(64)}`, { as: analyst })).status).toBe(404);
    expect((await service.call('GET', `/v1/captures/${'0'.repeat(64)}`, { as: policyTool })).status).toBe(403);
  });
});

describe('a quote that names its capture', () => {
  const capture = sha256(PAGE);

  test('is anchored when it is submitted', async () => {
    const { status, json } = await submit([
      { quote: 'in Singapore and Malaysia', capture },
      { quote: 'Our staff in China may read it', capture },
      { quote: 'elsewhere', excerpt: { version: 'v1', sha256: '0'.repeat(64), offset: 3 } },
      { quote: 'on faith' },
      {},
    ]);
    expect([status, json.quotes]).toEqual([201, { quotes: 4, held: 2, erased: 0, excerpt: 1, unverified: 1 }]);
    const { revision, hash } = json.revision;
    const read = (await service.call('GET', `/v1/platforms/wechat/assessments/${revision}`, { as: analyst })).json;
    expect(read.anchors).toEqual([
      {
        item: '/paths/0/evidence/0',
        capture,
        pieces: [expect.objectContaining({ exact: 'in Singapore and Malaysia', start: PAGE.indexOf('in Singapore') })],
      },
      { item: '/paths/0/evidence/1', capture, pieces: [expect.objectContaining({ exact: 'Our staff in China\nmay read it' })] },
    ]);
    const verdict = await service.call('POST', `/v1/platforms/wechat/assessments/${revision}/verdict`, {
      as: reviewer,
      body: { verdict: 'approve', hash },
    });
    expect(verdict.json.quotes).toEqual(json.quotes);
  });

  test('is refused where it does not stand there, with the nearest sentence and every fault at once', async () => {
    const { status, json } = await submit([
      { quote: 'We store the data of European users in Dublin and Frankfurt.', capture },
      { quote: 'in Singapore and Malaysia', capture },
      { quote: 'Wir speichern die Daten der Nutzer in Singapur und nicht in Malaysia.', capture },
      { quote: 'in Singapore', capture: 'f'.repeat(64) },
    ]);
    expect([status, json.type]).toEqual([422, '/v1/problems/quote-not-found']);
    expect(json.errors).toEqual([
      {
        pointer: '/paths/0/evidence/0/quote',
        code: 'quote-not-found',
        params: { nearest: 'We store the data of European users in Singapore and Malaysia.' },
        detail: expect.stringContaining('nearest to them is: "We store the data of European users in Singapore and Malaysia."'),
      },
      {
        pointer: '/paths/0/evidence/2/quote',
        code: 'other-language',
        params: { quote: 'de', capture: 'en' },
        detail: expect.stringContaining('translation'),
      },
      {
        pointer: '/paths/0/evidence/3/capture',
        code: 'no-such-capture',
        params: { capture: 'f'.repeat(64) },
        detail: expect.stringContaining('keep the page first'),
      },
    ]);
  });

  test('is counted in the memo of a decision, and a deployment may take no decision on the others', async () => {
    const proposal = {
      ...{ decision: 'suspend', scope: ['corporate-device'], effectiveAt: '2026-09-02T00:00:00Z', enforceBy: '2026-09-10T00:00:00Z' },
      ...{ consequence: 'Loss of corporate apps.', expiresAt: '2027-09-01T00:00:00Z', note: 'To protect data.' },
    };
    const propose = (key: string) =>
      service.call('POST', '/v1/platforms/wechat/decisions', { as: decider1, headers: { 'idempotency-key': key }, body: proposal });
    const { id } = (await propose('first')).json;
    const memo = (await service.call('GET', `/v1/platforms/wechat/decisions/${id}/memo`, { as: analyst })).text;
    expect(memo).toContain('2 of 4 quotes verified; 1 by an excerpt alone.');
    expect(memo).toContain('2 of 4 quotes verified');
    expect(memo).toContain('Its terms are not watched: that no change is reported does not mean that there was none.');
    expect(memo).toContain(capture);
    Object.assign(service.deps, { demandsVerifiedQuotes: true });
    expect((await propose('second')).json).toMatchObject({
      status: 409,
      type: '/v1/problems/quotes-unverified',
      detail: 'every quote must stand in a capture that can be read; of revision 2: 2 of 4 quotes verified; 1 by an excerpt alone',
    });
    Object.assign(service.deps, { demandsVerifiedQuotes: false });
  });

  test('needs words', async () => {
    expect((await submit([{ capture }])).json.errors).toEqual([expect.objectContaining({ pointer: '/paths/0/evidence/0/capture' })]);
  });

  test('changes the assessment’s hash and no figure', async () => {
    const quote = 'in Singapore and Malaysia';
    const made = [];
    for (const item of [{ quote }, { quote, capture }]) {
      const { json } = await submit([item], { asOf: '2026-08-30' });
      made.push(json);
      await withdraw(json.revision);
    }
    const [without, having] = made.map(({ revision, provisional: { assessment, ...score } }) => ({ hash: revision.hash, score }));
    expect(having?.hash).not.toBe(without?.hash);
    expect(having?.score).toEqual(without?.score);
  });
});

describe('an erasure', () => {
  const text = 'A page on Jane Doe, who has nothing to do with it. We store data in Chile.';
  const capture = sha256(text);
  const word = (as: Person, reason: string | undefined = 'It names a person.') =>
    service.call('POST', `/v1/captures/${capture}/erasure`, { as, body: { reason } });

  test('takes two people and a reason, destroys the contents, and leaves what was sealed', async () => {
    await keep(text, { platform: 'tiktok' });
    const { revision } = (await submit([{ quote: 'We store data in Chile.', capture }], { platform: 'tiktok' })).json;
    expect((await word(analyst)).status).toBe(403);
    expect((await word({ ...operator, isMachine: true })).json).toMatchObject({ status: 403, type: '/v1/problems/person-needed' });
    expect((await service.call('POST', `/v1/captures/${capture}/erasure`, { as: operator, body: {} })).status).toBe(400);
    expect((await word(operator)).json).toMatchObject({
      state: 'erasure-proposed',
      erasure: { reason: 'It names a person.', proposed: { by: 'operator' } },
    });
    expect((await word(operator)).json).toMatchObject({ status: 403, type: '/v1/problems/self-approval' });
    expect((await service.call('GET', `/v1/captures/${capture}`, { as: analyst })).status).toBe(200);
    const reread = (etag: string) =>
      service.call('GET', `/v1/platforms/tiktok/assessments/${revision.revision}`, { as: analyst, headers: { 'if-none-match': etag } });
    const { etag = '' } = (await reread('')).headers;
    expect(await reread(etag)).toMatchObject({ status: 304 });
    expect((await word(auditor, 'Agreed.')).json).toMatchObject({ capture, state: 'erased', erasure: { erased: { by: 'auditor' } } });
    expect((await word(operator)).json).toMatchObject({ status: 409, type: '/v1/problems/already-decided' });

    expect(await service.call('GET', `/v1/captures/${capture}`, { as: analyst })).toMatchObject({
      status: 410,
      json: { type: '/v1/problems/capture-erased' },
    });
    expect(await keep(text, { platform: 'tiktok' })).toMatchObject({ status: 410 });
    const { items } = (await service.call('GET', '/v1/platforms/tiktok/captures', { as: analyst })).json;
    expect(items).toMatchObject([{ capture, state: 'erased', erasure: { reason: 'It names a person.' } }]);
    // A copy of before says that the quote is verified.
    expect(await reread(etag)).toMatchObject({ status: 200, json: { quotes: { held: 0, erased: 1 } } });
    const read = (await service.call('GET', `/v1/platforms/tiktok/assessments/${revision.revision}`, { as: analyst })).json;
    expect(read.quotes).toEqual({ quotes: 1, held: 0, erased: 1, excerpt: 0, unverified: 0 });
    expect(read.anchors[0].pieces[0].exact).toBe('We store data in Chile.');
    expect(read.assessment.paths[0].evidence[0].quote).toBe('We store data in Chile.');
    await withdraw(revision);
    const ended = await reread('');
    expect(await reread(ended.headers.etag ?? '')).toMatchObject({ status: 304 });
    expect((await submit([{ quote: 'We store data in Chile.', capture }], { platform: 'tiktok' })).json.errors).toEqual([
      expect.objectContaining({ code: 'capture-erased' }),
    ]);
  });

  test('is in the memo of a decision from then on, also for who has a copy', async () => {
    const page = sha256(PAGE);
    const { items } = (await service.call('GET', '/v1/decisions', { as: analyst })).json;
    const memo = (etag = '') =>
      service.call('GET', `/v1/platforms/wechat/decisions/${items[0].id}/memo`, { as: analyst, headers: { 'if-none-match': etag } });
    const before = await memo();
    expect(before.text).toContain('2 of 4 quotes verified; 1 by an excerpt alone.');
    expect(await memo(before.headers.etag)).toMatchObject({ status: 304 });
    for (const as of [operator, auditor]) await service.call('POST', `/v1/captures/${page}/erasure`, { as, body: { reason: 'It names a person.' } });
    const after = await memo(before.headers.etag);
    expect(after).toMatchObject({
      status: 200,
      text: expect.stringContaining('0 of 4 quotes verified; 1 by an excerpt alone, 2 verified in a capture'),
    });
    expect(await memo(after.headers.etag)).toMatchObject({ status: 304 });
  });

  test('is counted where the score is explained, also for who has a copy', async () => {
    const page = 'We store data in Peru, and Chile.';
    const peru = sha256(page);
    await keep(page, { platform: 'tiktok' });
    // Of a capture that another platform has.
    const { revision } = (await submit([{ quote: 'We store data in Peru', capture: peru }, { quote: 'On faith.' }], { asOf: '2026-08-29' })).json;
    const explain = (etag = '') =>
      service.call('GET', '/v1/platforms/wechat/score', {
        as: analyst,
        query: { revision: String(revision.revision), explain: 'true' },
        headers: { 'if-none-match': etag },
      });
    const before = await explain();
    expect(before.json.explain.quotes).toEqual({ quotes: 2, held: 1, erased: 0, excerpt: 0, unverified: 1 });
    expect(await explain(before.headers.etag)).toMatchObject({ status: 304 });
    for (const as of [operator, auditor]) await service.call('POST', `/v1/captures/${peru}/erasure`, { as, body: { reason: 'It names a person.' } });
    expect((await explain(before.headers.etag)).json.explain.quotes).toEqual({ quotes: 2, held: 0, erased: 1, excerpt: 0, unverified: 1 });
    const plain = await service.call('GET', '/v1/platforms/wechat/score', { as: analyst, query: { revision: String(revision.revision) } });
    expect(plain.json).not.toHaveProperty('explain');
    await withdraw(revision);
  });

  test('leaves a record that verifies, and no key', async () => {
    expect((await isIntact()).intact).toBe(true);
    const key = JSON.parse(readFileSync(join(service.jobs.folder, 'capture-keys', capture), 'utf8'));
    expect(key).toEqual({ capture, platform: 'tiktok' });
  });
});
