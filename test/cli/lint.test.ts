import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'jsonc-parser';
import { afterAll, describe, expect, it } from 'vitest';
import { readExamples } from '../../bench/example-files.ts';
import { openHome } from './program.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

const home = openHome();
afterAll(() => home.close());
const run = (...args: string[]) => home.run(args);

type Json = Record<string, unknown>;
const source = (over: Json = {}) => ({
  title: 'Policy',
  publisher: 'Example Social',
  url: 'https://example.org/p',
  published: '2026-10-01',
  reliability: 'B',
  ...over,
});
const item = (over: Json = {}) => ({
  source: 'a',
  credibility: 2,
  observed: '2026-10-01',
  quote: 'In the United States.',
  capture: CAPTURE,
  ...over,
});
const CAPTURE = 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1';
const path = (over: Json = {}) => ({ id: 'us', jurisdiction: 'US', mode: 'storage', data: 'content', evidence: [item()], ...over });
const complete = { storage: { evidence: [item({ quote: 'These are all.' })] } };
const sound = { asOf: '2026-11-01', sources: { a: source() }, paths: [path()], complete };

let count = 0;
async function lint(content: unknown, ...options: string[]) {
  count += 1;
  const file = join(home.folder, `lint-${count}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  const { code, out } = await run('lint', file, '--json', ...options);
  const [report] = JSON.parse(out);
  return { code, faults: report.faults as string[], weak: report.weak as { rule: string; see: string; pointer: string; line: string }[] };
}

describe('lint', () => {
  it('finds nothing in a sound file', async () => {
    expect(await lint(sound)).toEqual({ code: 0, faults: [], weak: [] });
  });

  it.each([
    [
      'a claim by the platform graded A1',
      {
        sources: { a: source({ reliability: 'A', statementBy: 'platform' }) },
        paths: [path({ safeguards: [{ kind: 'access-logging', status: 'operating', evidence: [item({ credibility: 1 })] }] })],
      },
      'own-word-graded-a1',
      '/paths/0/safeguards/0/evidence/0',
      'counts 0.25 at most',
    ],
    [
      'one publisher counted as two witnesses',
      {
        sources: { a: source(), b: source({ url: 'https://example.org/q' }) },
        paths: [path({ evidence: [item(), item({ source: 'b', quote: 'Elsewhere.' })] })],
      },
      'one-origin-counted-as-many',
      '/paths/0/evidence/1/source',
      'shares the publisher',
    ],
    [
      'the same words from two publishers',
      {
        sources: { a: source(), b: source({ publisher: 'News', url: 'https://example.net' }) },
        paths: [path({ evidence: [item(), item({ source: 'b', quote: 'in the United States' })] })],
      },
      'one-origin-counted-as-many',
      '/paths/0/evidence/1/source',
      'shares the words',
    ],
    [
      'a promise past its day',
      { commitments: [{ id: 'move', summary: 'Moves to the EU.', announcedOn: '2022-01-01', dueOn: '2023-12-31', evidence: [item()] }] },
      'promise-past-its-day',
      '/commitments/0/dueOn',
      'was promised for 2023-12-31, which has passed by 2026-11-01',
    ],
    [
      'a list called complete without words',
      { complete: { storage: { evidence: [{ source: 'a', credibility: 2, observed: '2026-10-01' }] } } },
      'complete-without-words',
      '/complete/storage',
      'no quote says so',
    ],
    [
      "a list complete by the platform's own word",
      { sources: { a: source({ statementBy: 'platform' }) } },
      'complete-by-own-word',
      '/complete/storage',
      'only the platform says',
    ],
    ['a list that nothing closes', { complete: undefined }, 'open-list', '/complete', 'what is open stays at 100'],
    [
      'a source of a day to come',
      { sources: { a: source({ published: '2199-01-01' }) } },
      'future-source',
      '/sources/a/published',
      'which is to come',
    ],
    ['a source that nothing rests on', { sources: { a: source(), b: source() } }, 'unused-source', '/sources/b', 'no fact names it'],
    [
      'evidence for a day after that of the facts',
      { paths: [path({ evidence: [item({ observed: '2026-12-01' })] })] },
      'not-yet',
      '/paths/0/evidence/0',
      'counts for nothing on that day',
    ],
    [
      'a class below what the quote names',
      { paths: [path({ data: 'account', evidence: [item({ quote: 'names, phone numbers and some messages' })] })] },
      'class-below-the-words',
      '/paths/0/data',
      'reaches account at most, and its quotes name data of the class content',
    ],
    [
      'a store that every app has',
      { paths: [path(), path({ id: 'store', mode: 'client-code', party: 'Apple App Store' })] },
      'alike-everywhere',
      '/paths/1',
      'which every app has alike',
    ],
    [
      'an open list that is graded as a flat statement',
      { paths: [path(), path({ id: 'rest', jurisdiction: 'ZZ', evidence: [item({ quote: 'In the United States and other countries.' })] })] },
      'open-list-graded-high',
      '/paths/1/evidence/0',
      'is 4 at most',
    ],
    [
      'a lawful order among the incidents',
      {
        incidents: [
          { id: 'one', kind: 'state-access', on: '2026-01-01', jurisdiction: 'US', summary: 'Handed over by a court order.', evidence: [item()] },
        ],
      },
      'lawful-order',
      '/incidents/0',
      'is no incident',
    ],
    [
      'a right that is reserved and counted as a fact',
      {
        sources: { a: source({ statementBy: 'platform' }) },
        paths: [path({ evidence: [item({ quote: 'Your data may be stored in the United States.' })] })],
      },
      'reserved-not-stated',
      '/paths/0/evidence/0',
      'what is kept open has the stance reserves',
    ],
    [
      'a right that users are said to give, counted as a fact',
      {
        sources: { a: source({ statementBy: 'platform' }) },
        paths: [path({ evidence: [item({ quote: 'You authorise us to store your data in the United States.' })] })],
      },
      'reserved-not-stated',
      '/paths/0/evidence/0',
      'what is kept open has the stance reserves',
    ],
    [
      'a reservation that its words do not make',
      { paths: [path({ evidence: [item({ stance: 'reserves' })] })] },
      'reserves-without-words',
      '/paths/0/evidence/0/stance',
      'what is stated supports',
    ],
    [
      'users elsewhere that are not marked',
      { paths: [path({ evidence: [item({ quote: 'Engineers in China had access to US data.' })] })] },
      'users-unmarked',
      '/paths/0/evidence/0',
      'say "users": "other"',
    ],
    [
      'users of the Union that are marked as others',
      { paths: [path({ evidence: [item({ users: 'other', quote: 'Data of European users is stored there.' })] })] },
      'users-of-the-union',
      '/paths/0/evidence/0/users',
      'its quote names the EU, the EEA or Europe',
    ],
    [
      'an attestation that has run out',
      { paths: [path({ evidence: [item({ validTo: '2026-10-20' })] })] },
      'attestation-run-out',
      '/paths/0/evidence/0/validTo',
      'before the day of the facts (2026-11-01)',
    ],
    [
      'a certificate that is taken for a place',
      { paths: [path({ evidence: [item({ quote: 'Our service is ISO/IEC 27001 certified.' })] })] },
      'certificate-names-no-place',
      '/paths/0/evidence/0',
      'proves no place of storage',
    ],
    [
      'one sentence written as two paths',
      { paths: [path(), path({ id: 'ca', jurisdiction: 'CA', party: 'Another' })] },
      'one-sentence-many-paths',
      '/paths/1',
      'one entry with "jurisdictions" holds both',
    ],
    [
      'a third country that no words name',
      { paths: [path(), path({ id: 'rest', jurisdiction: 'ZZ', evidence: [item({ quote: 'We share it with our affiliates.' })] })] },
      'no-place-named',
      '/paths/1',
      'that is no path, and counts as open',
    ],
    [
      'an end after the day of the facts',
      { paths: [path({ ended: { on: '2026-12-01', evidence: [item()] } })] },
      'ends-later',
      '/paths/0/ended/on',
      'on that day it counts for nothing',
    ],
    [
      'a path that is seen after its end',
      { paths: [path({ ended: { on: '2026-09-01', evidence: [item()] } })] },
      'seen-after-its-end',
      '/paths/0/ended/on',
      'still speaks for 2026-10-01',
    ],
    [
      'an incident without a size',
      { incidents: [{ id: 'one', kind: 'misuse', on: '2026-01-01', summary: 'Staff looked.', evidence: [item()] }] },
      'incident-without-size',
      '/incidents/0',
      'counts as content of many: look for a word on it',
    ],
    [
      'access by a state without a size',
      { incidents: [{ id: 'one', kind: 'state-access', jurisdiction: 'US', on: '2026-01-01', summary: 'They had it.', evidence: [item()] }] },
      'incident-without-size',
      '/incidents/0',
      'A lawful order? Then it is no incident',
    ],
    [
      "an origin on the platform's own word",
      { sources: { a: source({ statementBy: 'platform', origin: 'own' }) } },
      'own-word-with-origin',
      '/sources/a/origin',
      'is one origin by itself',
    ],
    [
      "the platform's words as somebody else's",
      {
        sources: { a: source({ statementBy: 'platform' }), b: source({ publisher: 'News', url: 'https://example.net' }) },
        paths: [path({ evidence: [item(), item({ source: 'b', quote: 'in the United States' })] })],
      },
      'repeats-the-platform',
      '/paths/0/evidence/1/source',
      'who is speaking?',
    ],
    [
      'a list that is taken for complete',
      { complete: { storage: { evidence: [item({ quote: 'In Ireland and Norway.' })] } } },
      'list-excludes-nothing',
      '/complete/storage',
      'a list excludes nothing',
    ],
    [
      'evidence that nobody can check',
      { paths: [path({ evidence: [{ source: 'a', credibility: 2, observed: '2026-10-01' }] })] },
      'no-quote',
      '/paths/0/evidence/0',
      'nothing to hold against the source',
    ],
    [
      'a quote that nobody can verify',
      { complete: { storage: { evidence: [item({ quote: 'These are all.', capture: undefined })] } } },
      'quote-unverified',
      '/complete/storage/evidence/0',
      'is taken on faith',
    ],
  ])('finds %s, and ends with 1 when it is strict', async (_, over, rule, pointer, words) => {
    const { code, faults, weak } = await lint({ ...sound, ...over });
    expect([code, faults]).toEqual([0, []]);
    const found = weak.find((one) => one.rule === rule);
    expect(found).toMatchObject({ pointer, line: expect.stringContaining(words) });
    expect(found?.line).toMatch(/lint-\d+\.json:\d+:\d+: /);
    expect((await lint({ ...sound, ...over }, '--strict')).code).toBe(1);
  });

  it("says nothing of an admission that is graded A1: a filing on the filer's own seat is that", async () => {
    const sources = { a: source({ reliability: 'A', statementBy: 'platform-accountable' }) };
    const paths = [path({ mode: 'control', evidence: [item({ credibility: 1 })] })];
    expect((await lint({ ...sound, sources, paths })).weak.map(({ rule }) => rule)).not.toContain('own-word-graded-a1');
    const denied = [path({ evidence: [item(), item({ credibility: 1, stance: 'contradicts', quote: 'Not there.' })] })];
    expect((await lint({ ...sound, sources, paths: denied })).weak.map(({ rule }) => rule)).toContain('own-word-graded-a1');
  });

  it('takes the platform for one speaker, and one article with several speakers for several', async () => {
    const own = source({ statementBy: 'platform' });
    const twice = { a: own, b: { ...own, published: '2026-10-02', url: 'https://example.org/q' } };
    const paths = [path({ evidence: [item(), item({ source: 'b' })] })];
    expect((await lint({ ...sound, sources: twice, paths, complete: undefined })).weak.map(({ rule }) => rule)).toEqual(['open-list']);
    const article = { a: { ...own, origin: 'article' }, b: source({ origin: 'article' }) };
    const heard = [path({ evidence: [item(), item({ source: 'b', quote: 'Reporters saw it there.' })] })];
    expect((await lint({ ...sound, sources: article, paths: heard, complete: undefined })).weak.map(({ rule }) => rule)).toEqual(['open-list']);
  });

  it.each([
    [
      'reserves in what is favourable',
      { complete: { storage: { evidence: [item({ stance: 'reserves' })] } } },
      'belongs to the evidence of a path or an incident only',
    ],
    ['validTo before observed', { paths: [path({ evidence: [item({ validTo: '2026-09-01' })] })] }, 'validTo: must not be before observed'],
    ['from after observed', { paths: [path({ evidence: [item({ from: '2026-10-02' })] })] }, 'from: must not be after observed'],
    [
      'one jurisdiction twice',
      { paths: [path({ jurisdiction: undefined, jurisdictions: ['US', 'US'] })] },
      'jurisdictions: must name each once: "US" is given twice',
    ],
    [
      'access by a state that is not named',
      { incidents: [{ id: 'one', kind: 'state-access', on: '2026-01-01', summary: 'They had it.', evidence: [item()] }] },
      'must name the state whose authorities had access',
    ],
  ])('refuses %s', async (_, over, words) => {
    const { code, faults } = await lint({ ...sound, ...over });
    expect([code, faults.join('\n')]).toEqual([1, expect.stringContaining(words)]);
  });

  it('says nothing of a month, of a right that is marked, and of a list that is one entry', async () => {
    const sources = { a: source({ statementBy: 'platform' }) };
    const listed = path({
      id: 'stored',
      jurisdiction: undefined,
      jurisdictions: ['US', 'SG'],
      evidence: [item({ quote: 'In May 2026 it was stored there.' })],
    });
    const reserved = path({ evidence: [item({ stance: 'reserves', quote: 'It may be stored in the United States.' })] });
    expect((await lint({ ...sound, sources, paths: [listed, reserved], complete: undefined })).weak.map(({ rule }) => rule)).toEqual(['open-list']);
  });

  it('judges a promise by the day of the facts, and not by today', async () => {
    const commitments = [
      { id: 'move', summary: 'Moves to the EU.', announcedOn: '2022-01-01', dueOn: '2023-12-31', evidence: [item({ observed: '2022-01-01' })] },
    ];
    const early = { ...sound, asOf: '2022-06-30', commitments };
    expect((await lint(early)).weak.map(({ rule }) => rule)).not.toContain('promise-past-its-day');
  });

  it('does not take data that is encrypted for data that is reached', async () => {
    const paths = [path({ data: 'metadata', evidence: [item({ quote: 'Messages are encrypted end to end; IP addresses are not.' })] })];
    expect(await lint({ ...sound, paths })).toMatchObject({ weak: [] });
  });

  it('answers an unknown jurisdiction with the one that was meant', async () => {
    for (const [named, code] of [
      ['UK', 'GB'],
      ['EL', 'GR'],
      ['EEA', 'EU'],
      ['jp', 'JP'],
      ['China', 'CN'],
    ])
      expect((await lint({ ...sound, paths: [path({ jurisdiction: named })] })).faults.join()).toContain(`did you mean "${code}"?`);
  });

  it('names the coding rule of each weak spot, and only rules that docs/coding.md has', async () => {
    const { weak } = await lint({ ...sound, complete: undefined });
    expect(weak).toEqual([expect.objectContaining({ rule: 'open-list', see: 'docs/coding.md#complete-lists' })]);
  });

  it('finds in the examples what is still to be found out, and nothing that is coded against a rule', async () => {
    const { code, out } = await run('lint', ...readExamples().map(({ platform, asOf }) => join(EXAMPLES, platform, `${asOf}.json`)), '--json');
    expect(code).toBe(0);
    const reports: { weak: { rule: string }[] }[] = JSON.parse(out);
    expect(reports).toHaveLength(readExamples().length);
    const toFindOut = [
      'incident-without-size',
      'no-address',
      'no-quote',
      'older-than-newest-version',
      'open-list',
      'promise-past-its-day',
      'promise-without-day',
      'quote-unverified',
      'transfer-on-own-word',
    ];
    expect([...new Set(reports.flatMap(({ weak }) => weak.map(({ rule }) => rule)))].sort()).toEqual(toFindOut);
  });

  it('counts what names a capture, and an excerpt apart, which is not weak and not verified', async () => {
    const excerpt = { version: '2f1c9d0', sha256: CAPTURE, offset: 1042 };
    const evidence = [
      item(),
      item({ capture: undefined, excerpt }),
      item({ capture: undefined }),
      { source: 'a', credibility: 2, observed: '2026-10-01' },
    ];
    const file = join(home.folder, 'quotes.json');
    writeFileSync(file, JSON.stringify({ ...sound, paths: [path({ evidence })] }));
    const { out } = await run('lint', file);
    expect(out.match(/\[quote-unverified/g)).toHaveLength(1);
    expect(out).toContain('paths 1 (us), evidence 3: its quote is taken on faith');
    expect(out).toMatch(/\n2 of 4 quotes name a capture; 1 an excerpt alone\n$/);
    const explained = await run('explain', file);
    expect(explained.out).toMatch(/\n {2}us .*quotes: 1 captured, 1 excerpt, 1 unverified\n/);
    expect(explained.out).toContain('\n  2 of 4 quotes name a capture; 1 an excerpt alone\n');
  });

  it("knows the platform's own word by the profile beside the file", async () => {
    const folder = join(home.folder, 'example-social');
    mkdirSync(folder);
    writeFileSync(join(folder, 'platform.json'), JSON.stringify({ name: 'Example', operator: 'Example Social Ltd, Dublin' }));
    writeFileSync(join(folder, '2026-11-01.json'), JSON.stringify(sound));
    const { out } = await run('lint', join(folder, '2026-11-01.json'));
    expect(out).toContain('Example Social seems to be the platform itself: say statementBy');
  });

  it.each<[string, Buffer, string]>([
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'is UTF-16, as Windows tools write it: save it as UTF-8'],
    ['UTF-16 without its mark', Buffer.from('{"asOf": 1}', 'utf16le'), 'is UTF-16'],
    ['gzip', gzipSync('{}'), 'is compressed'],
    ['Windows-1252', Buffer.from('{"asOf": "é"}', 'latin1'), 'is not UTF-8, at byte 11 (0xE9)'],
  ])('says of %s what to do', async (_, bytes, expected) => {
    const file = join(home.folder, 'bytes.json');
    writeFileSync(file, bytes);
    expect((await run('lint', file)).out).toContain(`${file}: ${expected}`);
  });

  it('suggests the field that was meant, and the values that are near', async () => {
    const { faults } = await lint({ ...sound, pathz: [], paths: [path({ mode: 'storrage' })] });
    expect(faults.join('\n')).toContain('there is no such field here; did you mean "paths"?');
    expect(faults.join('\n')).toContain('"storrage" is not known here: expected one of "storage"');
  });

  it('lists the faults of the schema beside, with an undated source, evidence that is missing and a name that stands twice', async () => {
    const { code, faults } = await lint({ ...sound, sources: { a: source({ published: undefined }) }, paths: [path({ evidence: undefined })] });
    expect(code).toBe(1);
    expect(faults.join('\n')).toContain('an undated source counts for nothing');
    expect(faults.join('\n')).toContain('a fact without evidence is no fact  (/paths/0/evidence)');
    const twice = await lint('{ "asOf": "2026-11-01", "paths": [], "sources": { "a": 1, "a": 2 } }');
    expect(twice.faults.join('\n')).toContain('stands twice in one object, and only the last would count  (/sources/a)');
    expect((await lint('{ "asOf": ')).faults.join('\n')).toMatch(/:1:11: is not JSON: value expected/);
  });
});

describe('new', () => {
  it('writes a template with remarks that lint finds unfilled, to the last place and nothing else', async () => {
    const { code, out } = await run('new', 'second-social', '--on', '2026-11-01');
    expect([code, out]).toEqual([0, expect.stringContaining('whereabouts lint second-social/2026-11-01.jsonc')]);
    const file = join(home.folder, 'second-social/2026-11-01.jsonc');
    const linted = JSON.parse((await run('lint', file, join(home.folder, 'second-social/platform.jsonc'), '--json')).out);
    const faults: string[] = linted.flatMap((one: { faults: string[] }) => one.faults);
    expect(faults.length).toBeGreaterThan(8);
    expect(faults.filter((line) => !line.includes("is still the template's"))).toEqual([]);
    expect((await run('score', file)).code).toBe(1);

    const filled = readFileSync(file, 'utf8')
      .replace(/"<< https[^"]*"/, '"https://example.org/policy"')
      .replace(/"<< a code[^"]*"/, '"US"')
      .replaceAll(/"<< a date[^"]*"/g, '"2026-10-15"')
      .replaceAll(/"<< ([^"]*)"/g, '"$1"');
    writeFileSync(file, filled);
    expect(parse(filled)).toHaveProperty('paths.0.jurisdiction', 'US');
    const explained = await run('explain', file);
    expect([explained.code, explained.err]).toEqual([0, '']);
    expect(explained.out).toContain('Find out next whether storage of content in the United States is real.');
    expect((await run('lint', file)).out).toMatch(
      /^weak .*quote-unverified[\s\S]*open-list[\s\S]*0 faults, 2 weak spots\n0 of 1 quote names a capture\n/,
    );
    const again = await run('new', 'second-social', '--on', '2026-11-01');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('is there already')]);
  });
});
