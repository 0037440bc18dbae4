import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Platform } from '../../domain/facts/platform.ts';
import { isAssessment } from '../../domain/facts/read-assessment.ts';
import { commissionCase, newKey } from '../decision-case.ts';
import { analyst, decider1, type Json, readExample, type Service, startService } from '../started-service.ts';
import { put, scan } from '../store/every-item.ts';

let service: Service;
const profile = { name: 'TikTok', operator: 'TikTok Technology Limited' };
const facts = readExample('tiktok/2023-02-23.json');
beforeAll(async () => {
  service = await startService();
  service.setNow('2023-02-23T09:00:00Z');
  await service.call('PUT', '/v1/platforms/tiktok', { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
});
afterAll(() => service.stop());

const create = (change: Json) =>
  service.call('PUT', '/v1/platforms/other', { as: analyst, body: { ...profile, ...change }, headers: { 'if-none-match': '*' } });

const UNSEEN: readonly [string, string][] = [
  ['a noncharacter', '\uffff'],
  ['a noncharacter of the last plane', '\u{10ffff}'],
  ['NUL', '\u0000'],
  ['ESC', '\u001b[2J'],
  ['a carriage return', '\r'],
  ['a control of C1', '\u009b'],
  ['an override of text direction', '\u202e'],
  ['an isolate of text direction', '\u2066'],
];

describe.each(UNSEEN)('text with %s', (_, unseen) => {
  test('is refused in a profile, in facts and in a decision, before any export could hold it', async () => {
    const refused = { status: 400, json: { type: '/v1/problems/invalid-request' } };
    const fault = (pointer: string) => expect.objectContaining({ pointer, detail: expect.stringContaining('must not hold control characters') });
    const named = await create({ name: `Tik${unseen}Tok` });
    expect(named).toMatchObject(refused);
    expect(named.json.errors).toContainEqual(fault('/name'));
    const [first, ...paths] = facts.paths;
    const changed = { ...facts, paths: [{ ...first, party: `Douyin${unseen}` }, ...paths] };
    expect(isAssessment(changed)).toBe(false);
    const submitted = await service.call('POST', '/v1/platforms/tiktok/assessments', { as: analyst, body: changed, headers: newKey() });
    expect(submitted.json.errors).toContainEqual(fault('/paths/0/party'));
    const body = { ...commissionCase, consequence: `Loss of corporate apps${unseen}.` };
    const decided = await service.call('POST', '/v1/platforms/tiktok/decisions', { as: decider1, body, headers: newKey() });
    expect(decided.json.errors).toContainEqual(fault('/consequence'));
  });
});

test.each(['http://user:pass@evil.com/', 'https://newsroom.tiktok.com@evil.com/', 'https:\\\\user@evil.com/', 'https://@evil.com/'])(
  'the address %s, which hides its host behind a name, is no source',
  async (homepage) => {
    expect(await create({ homepage })).toMatchObject({ status: 400 });
  },
);

test.each([
  ['a Cyrillic letter among Latin ones', 'https://newsroom.tikt\u043ek.com/'],
  ['another script alone', 'https://\u0430\u0440\u0440\u04cf\u0435.com/'],
  ['letters of full width', 'https://\uff54iktok.com/'],
  ['a soft hyphen', 'https://tik\u00adtok.com/'],
  ['an encoded letter', 'https://tikt%D0%BEk.com/'],
])('an address whose host looks like another by %s is no source, and is one as it is registered', async (_, homepage) => {
  const refused = await create({ homepage });
  expect(refused.json.errors).toEqual([
    expect.objectContaining({ pointer: '/homepage', detail: expect.stringMatching(/host in ASCII letters|cannot be seen/) }),
  ]);
  const sources = Object.fromEntries(Object.entries(facts.sources as Record<string, Json>).map(([id, source]) => [id, { ...source, url: homepage }]));
  expect(isAssessment({ ...facts, sources })).toBe(false);
  const { host } = new URL(homepage);
  expect(
    isAssessment({ ...facts, sources: Object.fromEntries(Object.entries(sources).map(([id, one]) => [id, { ...one, url: `https://${host}/` }])) }),
  ).toBe(true);
});

test.each(['android', 'com.android.settings', 'com.google.android.gms', 'com.google.android.apps.work.clouddpc'])(
  '%s is a part of Android, and no app of a platform',
  async (app) => {
    const refused = await create({ apps: { android: [app] } });
    expect(refused.json.errors).toEqual([
      expect.objectContaining({ pointer: '/apps/android/0', detail: expect.stringContaining('is a part of the system') }),
    ]);
  },
);

test('line breaks, tabs, letters of every script and YouTube are text and apps as ever', async () => {
  const fine = {
    name: 'تيك توك 抖音',
    note: 'One\n\ttwo 🏳️‍🌈',
    homepage: 'https://tiktok.com/@user',
    apps: { android: ['com.google.android.youtube'] },
  };
  expect((await create(fine)).status).toBe(201);
});

test('what an earlier release stored is read, shown and changed as before', async () => {
  const items = await scan(service);
  for (const item of items) {
    if (item.pk !== 'PLATFORM#tiktok' || item.sk !== 'HEAD') continue;
    await put(service, { ...item, profile: { ...(item.profile as Json), note: 'Windows\r\nlines', homepage: 'https://a@b.example/' } });
  }
  const shown = await service.call('GET', '/v1/platforms/tiktok', { as: analyst });
  expect(shown).toMatchObject({ status: 200, json: { note: 'Windows\r\nlines' } });
  const asked = await service.call('GET', '/v1/platforms', { as: analyst, query: {} });
  expect(asked.json).not.toHaveProperty('setAside');
});

test.each(['https://xn--80aealotwbjpid2k.xn--p1ai/', 'https://example.xn--qxa6a/x', 'https://bbc.co.uk:8443/a'])(
  'the address %s, whose host is as it is registered, is a source',
  (homepage) => {
    expect(Platform.safeParse({ ...profile, homepage }).success).toBe(true);
  },
);

test.each([
  '  https://example.org/ ',
  'https://exa\nmple.org/',
  'https://example.org/a b',
  'https://example.org/\u200b',
  'https://exa\u00admple.org/',
  'https://example.org/\ufffd',
  'https:///example.org/',
  'https://example.org\\x',
])('the address %j, in which something is not seen or not as parsers read it, is no source', (homepage) => {
  const faults = Platform.safeParse({ ...profile, homepage }).error?.issues ?? [];
  expect(faults.map(({ path }) => path.join())).toContain('homepage');
});
