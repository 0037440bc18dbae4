import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { DAYS, fileOf, PLATFORM, PROFILE } from '../dated-files.ts';
import type { Json } from '../started-service.ts';
import { type Home, openHome } from './program.ts';

let home: Home;
let local: Local;
let folder: string;
const run = (...args: string[]) => home.run(args);
const json = async (...args: string[]): Promise<Json> => JSON.parse((await run(...args, '--json')).out);

beforeAll(async () => {
  const data = openHome();
  local = await startLocal({ port: 0, data: join(data.folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  const opened = openHome({ WHEREABOUTS_URL: local.url });
  home = { ...opened, close: () => [opened, data].forEach(({ close }) => void close()) };
  for (const name of ['reviewer', 'analyst']) await home.run(['sign-in', name]);
  folder = join(home.folder, PLATFORM);
  mkdirSync(folder);
  writeFileSync(join(folder, 'platform.json'), JSON.stringify(PROFILE));
  // Named against the order of their days.
  for (const [i, day] of DAYS.entries()) writeFileSync(join(folder, `${9 - i}.json`), JSON.stringify(fileOf(day)));
});
afterAll(async () => {
  await local.stop();
  home.close();
});

describe('a folder of dated files is a series', () => {
  it('that a dry run only tells: nothing is written, and no platform made', async () => {
    const { code, out } = await run('submit', folder, '--dry-run');
    expect(code).toBe(0);
    expect(out.match(/would submit/g)?.length).toBeGreaterThanOrEqual(5);
    expect((await run('show', PLATFORM)).code).not.toBe(0);
  });

  it('that goes in the order of its days, whatever its files are called, with one table of outcomes', async () => {
    const { outcomes } = await json('submit', folder);
    expect(outcomes.map(({ asOf, revision, outcome }: Json) => [asOf, revision, outcome])).toEqual(DAYS.map((day, i) => [day, i + 1, 'submitted']));
    const again = await run('submit', folder);
    const rows = again.out.split('\n').filter((line) => /^ {2}\S+ +\d{4}-\d\d-\d\d +known/.test(line));
    expect(rows.map((line) => line.match(/\d{4}-\d\d-\d\d/)?.[0])).toEqual(DAYS);
    expect(rows[0]).toMatch(/known +1 +[0-9a-f]{12} +(\d+\.\d )?\w+, \w+ +\S+9\.json$/);
    expect(again.out).toContain('5 known');
  });

  it('that a dry run then knows, and of a day that waits it says so', async () => {
    expect((await run('submit', folder, '--dry-run')).out).toContain('5 known');
    const file = join(home.folder, 'other.json');
    writeFileSync(file, JSON.stringify({ ...fileOf(DAYS[0] ?? ''), note: 'Another.' }));
    const held = await run('submit', file, '--platform', PLATFORM, '--dry-run');
    expect([held.code, held.out]).toEqual([4, expect.stringContaining('waits for its verdict')]);
  });

  it('that is approved by the hashes of what was read, in the order of its days', async () => {
    const none = await run('approve', PLATFORM, '--series', '--as', 'reviewer');
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringMatching(/--hash is missing: repeat the hashes of what you read, here ([0-9a-f]{12},){4}[0-9a-f]{12}/),
    ]);
    const hashes = none.err.match(/here (\S+)/)?.[1] ?? '';
    expect((await run('approve', PLATFORM, '--series', '--hash', '0123456789ab', '--as', 'reviewer')).err).toContain('is no hash');
    expect((await run('approve', PLATFORM, '2', '--series', '--hash', hashes, '--as', 'reviewer')).code).toBe(2);
    const some = await json('approve', PLATFORM, '--series', '--hash', hashes.split(',').slice(0, 3).join(','), '--as', 'reviewer');
    expect(some.map(({ asOf, outcome }: Json) => [asOf, outcome])).toEqual(DAYS.map((day, i) => [day, i < 3 ? 'approved' : 'left']));
    const rest = await run('approve', PLATFORM, '--series', '--hash', hashes.split(',').slice(3).join(','), '--as', 'reviewer');
    expect(rest.code).toBe(0);
    expect(rest.out.match(/approved/g)).toHaveLength(2);
    expect((await run('approve', PLATFORM, '--series', '--hash', hashes, '--as', 'reviewer')).err).toContain('nothing of');
  });

  it('of which nobody approves their own', async () => {
    const own = await run('approve', PLATFORM, '--series', '--hash', '01234567');
    expect(own.code).not.toBe(0);
  });
});

describe('new --from', () => {
  it('begins from the current revision, another one or a file, for another day, and diff says what has changed since', async () => {
    const last = DAYS.at(-1) ?? '';
    const current = await run('new', PLATFORM, '--from', 'current', '--on', '2026-09-30', '--in', 'work');
    expect([current.code, current.err]).toEqual([0, '']);
    const file = join(home.folder, `work/${PLATFORM}/2026-09-30.jsonc`);
    expect(JSON.parse((await run('diff', PLATFORM, file, '--json')).out).facts).toMatchObject([{ fact: 'asOf' }]);
    expect((await json('lint', file))[0].faults).toEqual([]);
    await run('new', PLATFORM, '--from', '1', '--on', '2026-07-01', '--in', 'work');
    const first = JSON.parse(readFileSync(join(home.folder, `work/${PLATFORM}/2026-07-01.jsonc`), 'utf8'));
    expect(first.sources).toEqual((fileOf(DAYS[0] ?? '') as Json).sources);
    writeFileSync(join(home.folder, 'remarks.jsonc'), `// A remark.\n{ "asOf": "${last}", "sources": {}, "paths": [] }\n`);
    await run('new', PLATFORM, '--from', './remarks.jsonc', '--on', '2026-07-02', '--in', 'work');
    expect(readFileSync(join(home.folder, `work/${PLATFORM}/2026-07-02.jsonc`), 'utf8')).toBe(
      '// A remark.\n{ "asOf": "2026-07-02", "sources": {}, "paths": [] }\n',
    );
  });

  it.each([
    [['--from', './none.json'], /there is no such file/],
    [['--from', 'sometime'], /REVISION is a number/],
    [['--from', '99'], /no revision 99/],
    [['--from', './remarks.jsonc', '--on', '2001-01-01'], /which is after 2001-01-01/],
  ])('refuses %j', async (options, why) => {
    const { code, err } = await run('new', PLATFORM, '--in', 'refused', ...options);
    expect(code).not.toBe(0);
    expect(err).toMatch(why);
  });
});

describe('diff', () => {
  const item = (over: Json = {}) => ({ source: 'a', credibility: 2, observed: '2026-10-01', quote: 'Kept in the United States.', ...over });
  const facts = (paths: Json[], rest: Json = {}) => ({
    asOf: '2026-11-01',
    sources: { a: { title: 'Policy', publisher: 'Example', published: '2026-10-01', reliability: 'B' } },
    paths,
    ...rest,
  });
  const path = (over: Json = {}) => ({ id: 'us', jurisdiction: 'US', mode: 'storage', data: 'content', evidence: [item()], ...over });
  const diff = async (a: Json, b: Json, ...rest: string[]) => {
    for (const [name, value] of [
      ['a', a],
      ['b', b],
    ] as const)
      writeFileSync(join(home.folder, `${name}.json`), JSON.stringify(value));
    return run('diff', './a.json', './b.json', ...rest);
  };

  it('tells facts and evidence apart, word by word', async () => {
    const { out } = await diff(
      facts([path({ note: 'The list is not complete.' })]),
      facts([path({ note: 'The list is complete.', evidence: [item({ credibility: 1 }), item({ quote: 'Kept in Japan.' })] })]),
    );
    const [facing, evidence] = out.split('\nEvidence\n');
    expect(facing).toContain('~ paths/us\n      note: The list is [-not-] complete.');
    expect(facing).not.toContain('credibility');
    expect(evidence).toContain('~ a\n        credibility: [-2-] {+1+}');
    expect(evidence).toContain('+ a\n        “Kept in Japan.”');
    expect(out).toContain('1 fact, 2 items of evidence and 0 sources differ.');
  });

  it('knows a reworded quote of one source, and the claim that an item is on', async () => {
    const guarded = (quote: string) => path({ safeguards: [{ kind: 'access-logging', status: 'operating', evidence: [item({ quote })] }] });
    const { facts: changed } = JSON.parse((await diff(facts([guarded('We log access.')]), facts([guarded('We log all access.')]), '--json')).out);
    expect(changed).toEqual([
      {
        fact: 'paths/us',
        change: 'changed',
        fields: [],
        evidence: [
          {
            change: 'changed',
            on: 'safeguards.access-logging',
            source: 'a',
            quote: 'We log all access.',
            fields: [{ field: 'quote', from: 'We log access.', to: 'We log all access.' }],
          },
        ],
      },
    ]);
  });

  it('does not mind the order, nor whether a quote is written once', async () => {
    const two = [path(), path({ id: 'jp', jurisdiction: 'JP' })];
    const once = facts(
      two.toReversed().map((one) => ({ ...one, evidence: ['q'] })),
      { quotes: { q: item() } },
    );
    expect((await diff(facts(two), once)).out).toContain('They say the same.');
  });

  it('compares revisions, and a revision with a file', async () => {
    const between = await json('diff', PLATFORM, '1', '5');
    expect(between).toMatchObject({ from: `${PLATFORM}@1`, to: `${PLATFORM}@5` });
    expect(await json('diff', `${PLATFORM}@1`, `${PLATFORM}@5`)).toEqual(between);
    expect((await json('diff', `${PLATFORM}@5`, join(folder, '5.json'))).facts).toEqual([]);
  });

  it.each([[['./a.json']], [['a', 'b', 'c', 'd']], [['tiktok@1@2', 'tiktok']]])('is not understood with %j', async (args) => {
    expect((await run('diff', ...args)).code).toBe(2);
  });
});
