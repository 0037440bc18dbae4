import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { openHome } from './program.ts';

const FILE = new URL('../../examples/tiktok/2023-02-23.json', import.meta.url).pathname;
const EXPLAIN = ['explain', FILE, '--as-of', '2023-02-23', '--known-by', '2023-02-23'];
const home = openHome();
afterAll(home.close);

const run = async (args: readonly string[], env = {}) => {
  const { code, out, err } = await home.run(args, { env });
  return { code, out: stripVTControlCharacters(out), err: stripVTControlCharacters(err) };
};

describe('the command line', () => {
  it.each([
    ['fr', 'au 23 févr. 2023', 'La conclusion « restreindre » appelle une décision', 'grave', 'De quoi la valeur se compose'],
    ['de', 'zum 23. Feb. 2023', 'Das Ergebnis „beschränken“ verlangt eine Entscheidung', 'schwerwiegend', 'Woraus sich der Wert zusammensetzt'],
  ])('explains a score in the language of --lang: %s', async (lang, ...expected) => {
    const { code, out } = await run([...EXPLAIN, '--lang', lang]);
    expect(code).toBe(0);
    for (const words of expected) expect(out).toContain(words);
    // What others wrote and the ids of the file stay; what we say does not.
    const own = out.replaceAll(/[“«„][^”»“]*[”»“]/g, '').replaceAll(/EXS(:\S+| 2\.0)/g, '');
    expect(own).not.toMatch(/\b(known by|confidence|gate|severe|staff|storage of|named|evidence of|belief|What|would|list proven|remote-access)\b/);
    expect(own).not.toMatch(/\b\d+\.\d\b(?! (Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez))/);
  });

  it('speaks English unless it is asked, whatever the language of the machine is', async () => {
    const plain = await run(EXPLAIN);
    expect(plain.out).toContain('The gate restrict asks for a decision');
    expect((await run(EXPLAIN, { LANG: 'de_DE.UTF-8', LC_ALL: 'fr_FR.UTF-8', LANGUAGE: 'fr' })).out).toBe(plain.out);
    expect((await run(['--lang', 'en', ...EXPLAIN])).out).toBe(plain.out);
  });

  it('says the same data in every language as JSON', async () => {
    const [english, german] = await Promise.all([run([...EXPLAIN, '--json']), run(['--lang=de', ...EXPLAIN, '--json'])]);
    expect(german.out).toBe(english.out);
  });

  it('answers for help and for what it does not understand in that language too', async () => {
    const help = await run(['help', '--lang', 'fr']);
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('Emploi : whereabouts <commande>')]);
    expect((await run(['--lang', 'de', 'scor'])).err).toContain('den Befehl „scor“ gibt es nicht');
    expect((await run(['lint', '--help', '--lang', 'de'])).out).toContain('Aufruf: whereabouts lint');
  });

  it.each([
    [['score', FILE, '--lang', 'es'], '--lang is one of en, fr, de, not "es"'],
    [['score', FILE, '--lang='], '--lang is one of en, fr, de, not ""'],
    [['score', FILE, '--lang'], '--lang is missing its language: en, fr or de'],
  ])('refuses what is no language of it: %j', async (args, words) => {
    const { code, out, err } = await run(args);
    expect([code, out, err]).toEqual([2, '', `whereabouts: ${words}\n`]);
  });

  it('takes no --lang behind -- for one of its own', async () => {
    expect((await run(['lint', '--', '--lang', 'es'])).err).not.toContain('--lang is one of');
  });
});
