import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHome } from './program.ts';

const SCRIPT = fileURLToPath(new URL('../../examples/verify-quotes.mjs', import.meta.url));
const PAGE = 'We store the data of European users in Singapore and\nMalaysia. Our staff in China may read it.';
const capture = createHash('sha256').update(PAGE).digest('hex');

const home = openHome();
afterAll(() => home.close());
beforeAll(() => {
  mkdirSync(join(home.folder, 'captures'), { recursive: true });
  writeFileSync(join(home.folder, 'captures', capture), PAGE);
});

function write(items: readonly Record<string, unknown>[]): string {
  const file = join(home.folder, 'facts.json');
  const source = { title: 'Policy', publisher: 'Tencent', published: '2026-08-06', reliability: 'B', url: 'https://example.org/p' };
  const evidence = items.map((item) => ({ source: 'a', credibility: 2, observed: '2026-08-06', ...item }));
  writeFileSync(
    file,
    JSON.stringify({
      asOf: '2026-08-31',
      sources: { a: source },
      paths: [{ id: 'p', jurisdiction: 'SG', mode: 'storage', data: 'content', evidence }],
    }),
  );
  return file;
}
const byStranger = (file: string) => spawnSync(process.execPath, [SCRIPT, file, join(home.folder, 'captures')], { encoding: 'utf8' });

describe('the quotes of a file are looked for in a folder of captures, offline', () => {
  test('and are there, however the page was set', async () => {
    const file = write([{ quote: 'in Singapore and Malaysia', capture }, { quote: 'We store … Our staff in China', capture }, { quote: 'on faith' }]);
    const ran = await home.run(['verify-evidence', file, '--captures', join(home.folder, 'captures')]);
    expect([ran.code, ran.out]).toEqual([0, 'unverified  /paths/0/evidence/2\n2 of 3 quotes verified\n']);
    expect(byStranger(file)).toMatchObject({ status: 0, stdout: '2 of 3 quotes verified\n' });
  });

  test('and are there where the end of a line has parted a word', async () => {
    const text = 'Our sub-\ncontractors read cross-\nborder copies in Guinea-\nBissau.';
    const hash = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(home.folder, 'captures', hash), text);
    const file = write([{ quote: 'Our subcontractors read cross-border copies in Guinea-Bissau.', capture: hash }]);
    const ran = await home.run(['verify-evidence', file, '--captures', join(home.folder, 'captures')]);
    expect([ran.code, ran.out]).toEqual([0, '1 of 1 quotes verified\n']);
    expect(byStranger(file)).toMatchObject({ status: 0, stdout: '1 of 1 quotes verified\n' });
    const cut = write([{ quote: 'copies in Guinea', capture: hash }]);
    expect((await home.run(['verify-evidence', cut, '--captures', join(home.folder, 'captures')])).code).toBe(1);
  });

  test('and a forged one is not, with the sentence that is nearest', async () => {
    const file = write([{ quote: 'We store the data of European users in Dublin and Frankfurt.', capture }]);
    const ran = await home.run(['verify-evidence', file, '--captures', join(home.folder, 'captures')]);
    expect([ran.code, ran.out]).toEqual([
      1,
      expect.stringContaining('nearest to them is: "We store the data of European users in Singapore and Malaysia."'),
    ]);
    expect(byStranger(file)).toMatchObject({ status: 1, stdout: expect.stringContaining('not there') });
  });

  test('and a capture that is another, or not there, counts for nothing', async () => {
    const other = 'f'.repeat(64);
    writeFileSync(join(home.folder, 'captures', other), PAGE);
    const file = write([
      { quote: 'in Singapore', capture: other },
      { quote: 'in Singapore', capture: 'e'.repeat(64) },
    ]);
    const ran = await home.run(['verify-evidence', file, '--captures', join(home.folder, 'captures')]);
    expect([ran.code, ran.out]).toEqual([1, expect.stringMatching(/has the hash [\s\S]*no file is named/)]);
    expect(byStranger(file)).toMatchObject({ status: 1, stdout: expect.stringContaining('no such bytes') });
  });

  test('and an excerpt is checked against the whole text for whoever has that, and never counted as verified', async () => {
    const whole = 'Kept in [Ireland](https://example.org/ie) and _Norway_. 🏰 Kept in Ireland and Norway.';
    const sha256 = createHash('sha256').update(whole).digest('hex');
    const quote = 'Kept in Ireland and Norway';
    const excerpt = { version: 'a1b2c3', sha256, offset: 0 };
    const captures = ['--captures', join(home.folder, 'captures')];
    const again = [...whole.slice(0, whole.lastIndexOf('Kept'))].length;

    const file = write([{ quote, excerpt }, { quote, excerpt: { ...excerpt, offset: again } }, { quote: 'on faith' }]);
    const without = await home.run(['verify-evidence', file, ...captures]);
    expect([without.code, without.out]).toEqual([0, expect.stringMatching(/^excerpt .*\n[\s\S]*\n0 of 3 quotes verified; 2 by an excerpt alone\n$/)]);

    writeFileSync(join(home.folder, 'captures', sha256), whole);
    const ran = await home.run(['verify-evidence', file, ...captures]);
    expect([ran.code, ran.out]).toEqual([0, 'unverified  /paths/0/evidence/2\n0 of 3 quotes verified; 2 excerpts found in the whole text\n']);
    expect(byStranger(file)).toMatchObject({ status: 0, stdout: '0 of 3 quotes verified; 2 excerpts found in the whole text\n' });

    const moved = await home.run(['verify-evidence', write([{ quote, excerpt: { ...excerpt, offset: 7 } }]), ...captures]);
    expect([moved.code, moved.out]).toEqual([1, expect.stringContaining(`these words stand in the text, but at ${again} and not at 7`)]);
    const forged = write([{ quote: 'Kept in Ireland and Finland', excerpt }]);
    expect(await home.run(['verify-evidence', forged, ...captures])).toMatchObject({ code: 1, out: expect.stringContaining('nearest to them') });
    expect(byStranger(forged)).toMatchObject({ status: 1, stdout: expect.stringContaining('not there') });

    writeFileSync(join(home.folder, 'captures', sha256), `${whole} and more`);
    expect(await home.run(['verify-evidence', file, ...captures])).toMatchObject({ code: 1, out: expect.stringContaining('has the hash') });
    expect(byStranger(file)).toMatchObject({ status: 1, stdout: expect.stringContaining('no such bytes') });
  });

  test('by a script of at most 60 lines, too', () => {
    expect(readFileSync(SCRIPT, 'utf8').split('\n').length).toBeLessThanOrEqual(60);
  });
});
