import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openHome } from './program.ts';

const home = openHome();
afterAll(() => home.close());

const item = { source: 'policy', credibility: 2, observed: '2026-10-15', quote: 'We store it in Japan and Singapore.', locator: 'section 4' };
const base = {
  asOf: '2026-11-01',
  sources: {
    policy: {
      title: 'Privacy policy',
      publisher: 'Example',
      url: 'https://example.org/p',
      published: '2026-10-15',
      reliability: 'B',
      statementBy: 'platform',
    },
  },
};
const path = (code: string, evidence: unknown) => ({
  id: `store-${code.toLowerCase()}`,
  jurisdiction: code,
  mode: 'storage',
  data: 'content',
  party: code,
  evidence,
});
const expanded = { ...base, paths: [path('JP', [item]), path('SG', [item])] };
const once = { ...base, quotes: { 'q-list': item }, paths: [path('JP', ['q-list']), path('SG', ['q-list'])] };

async function run(command: string, content: unknown, ...rest: string[]) {
  const file = join(home.folder, 'facts.json');
  writeFileSync(file, JSON.stringify(content, null, 2));
  return home.run([command, file, ...rest]);
}

describe('a file with a quote written once', () => {
  it('has the hash, the score and the vector of the file that repeats it', async () => {
    for (const command of ['score', 'vector', 'explain'])
      expect((await run(command, once, '--json')).out).toBe((await run(command, expanded, '--json')).out);
    const { assessment } = JSON.parse((await run('score', once, '--json')).out);
    expect(assessment.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has its quotes verified one for each fact', async () => {
    writeFileSync(join(home.folder, 'empty.txt'), '');
    expect((await run('verify-evidence', once, '--captures', '.')).out).toContain('0 of 2 quotes verified');
  });

  it('has a fault in it named once, at the line where it was written', async () => {
    const { code, out } = await run('lint', { ...once, quotes: { 'q-list': { ...item, credibility: 9 } } }, '--json');
    const [{ faults }] = JSON.parse(out);
    expect(code).toBe(1);
    expect(faults).toEqual([expect.stringMatching(/^\S+facts\.json:16:\d+: quotes, q-list, credibility: .*\(\/quotes\/q-list\/credibility\)$/)]);
  });

  it('has a name that no list has named where it stands', async () => {
    const { code, err } = await run('score', { ...once, paths: [path('JP', ['q-lits'])] });
    expect(code).toBe(1);
    expect(err).toMatch(
      /facts\.json:\d+:\d+: paths 1 \(store-jp\), evidence 1: there is no list "q-lits".*did you mean "q-list"\?.*\(\/paths\/0\/evidence\/0\)/,
    );
  });

  it('has what is weak of it said once, and a list that nothing names', async () => {
    const more = { ...once, quotes: { ...once.quotes, 'q-left': item } };
    const [{ weak }] = JSON.parse((await run('lint', more, '--json')).out);
    const of = (rule: string) => weak.filter((one: { rule: string }) => one.rule === rule);
    expect(of('quote-unverified')).toMatchObject([{ pointer: '/quotes/q-list' }]);
    expect(of('unused-quote')).toMatchObject([{ pointer: '/quotes/q-left' }]);
    expect(JSON.parse((await run('lint', once, '--json')).out)[0].weak.some(({ rule }: { rule: string }) => rule === 'unused-quote')).toBe(false);
  });
});
