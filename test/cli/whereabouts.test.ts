import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { Score } from '../../domain/explain/published-score.ts';
import { register } from '../register.ts';
import { openHome } from './program.ts';

const TIKTOK = fileURLToPath(new URL('../golden/tiktok.json', import.meta.url));
const golden = JSON.parse(readFileSync(TIKTOK, 'utf8'));

const home = openHome();
afterAll(() => home.close());
const { run, folder } = home;

function fileOf(content: unknown, name = 'assessment.json'): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const then = ['--as-of', '2023-02-23', '--known-by', '2023-02-23'];

describe('whereabouts score', () => {
  it('prints the triple, the parts, a waterfall that adds up and what to find out next', async () => {
    const { code, out, err } = await run(['score', TIKTOK, ...then]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('88.1 severe   75.2 to 97.1 named (severe to severe)   confidence moderate   gate restrict');
    expect(out).toContain('restrict asks for a decision: it is proven');
    expect(out).toMatch(/storage +56\.8 {2}44\.8 to 63\.3/);
    expect(out).toMatch(/access +85\.1 {2}68\.1 to 96\.4/);
    expect(out).toMatch(/programme +80\.6 {2}61\.6 to 95\.3\b.*\n +law +61\.7 /);
    expect(out).toMatch(/open +100\.0 {2}through what nobody has named/);
    const steps = [...out.matchAll(/^ {2}(\S+) +(\d+\.\d) {2}[ █▏]/gm)].map(([, of, points]) => [of, Number(points)] as const);
    expect(steps[0]).toEqual(['CN', 80.6]);
    expect(steps.reduce((tenths, [, points]) => tenths + Math.round(points * 10), 0)).toBe(881);
    expect(out).toContain('Find out next whether control over content in China is real.');
    expect(out).toContain('EXS:2.0/T:20230223/S:88.1[75.2-97.1]/O:100/B:severe/TOP:CN.C');
  });

  it('takes the date of the file where none is given, and today for what could be known', async () => {
    const { out } = await run(['score', TIKTOK]);
    expect(out).toContain(`as of ${golden.asOf}, known by ${new Date().toISOString().slice(0, 10)}`);
  });

  it('explains in sentences and tables', async () => {
    const { out } = await run(['score', TIKTOK, ...then, '--explain']);
    for (const words of [
      'by control and staff access: ending all of it would change the point by −18.9',
      'end-jurisdiction',
      'belief 0.99 × hazard 0.96',
      'No end of up to three',
    ])
      expect(out).toContain(words);
  });

  it('begins an explanation with what holds the gate, whose words those are and how old, before any figure', async () => {
    const { out } = await run(['explain', TIKTOK, ...then]);
    const lines = out.split('\n');
    const sentences = lines.slice(lines.indexOf('In sentences') + 1);
    expect(lines.indexOf('In sentences')).toBeLessThan(8);
    expect(sentences[0]).toBe('  The gate restrict asks for a decision: it is proven.');
    expect(sentences[1]).toMatch(/^ {2}Named here is the strongest of what holds the gate; without it, the gate would still be restrict\.$/);
    expect(sentences[2]).toMatch(/^ {4}Control lies in China.*, by a stake that is sole, over data up to content\.$/);
    expect(sentences[3]).toMatch(/^ {6}So says .*“.+”.*, \d{4}-\d\d-\d\d, [\d.]+ (days|years) old\.$/);
  });

  it('explains in five lines with --short, whatever a summary holds', async () => {
    const { code, out } = await run(['explain', TIKTOK, ...then, '--short']);
    const lines = out.trimEnd().split('\n');
    expect([code, lines.length]).toEqual([0, 5]);
    expect(lines[0]).toBe('The score is 88.1 of 100, severe, between 75.2 and 97.1. The gate restrict asks for a decision: it is proven.');
    expect(lines[1]).toContain('Control lies in China');
    expect(lines[4]).toMatch(
      /^Find out next whether control over content in China is real\. .*Not knowing it leaves the band at severe, where it could be high\./,
    );
    const raid = {
      id: 'raid',
      kind: 'state-access',
      on: '2023-01-01',
      summary: 'Taken.\nforged line',
      jurisdiction: 'CN',
      evidence: golden.paths[0].evidence,
    };
    const hostile = await run(['explain', fileOf({ ...golden, paths: [], incidents: [raid] }), ...then, '--short']);
    expect(hostile.out.trimEnd().split('\n')).toHaveLength(5);
  });

  it('prints the published form as JSON, explained only when asked', async () => {
    const plain = Score.parse(JSON.parse((await run(['score', TIKTOK, ...then, '--json'])).out));
    expect(plain).toMatchObject({
      score: { low: 75.2, point: 88.1, high: 97.1 },
      open: { whole: 100 },
      band: 'severe',
      register: { version: register.version },
    });
    expect(plain).not.toHaveProperty('explain');
    const explained = Score.parse(JSON.parse((await run(['score', TIKTOK, ...then, '--json', '--explain'])).out));
    expect(explained.explain?.whatMatters?.jurisdiction).toBe('CN');
  });

  it('shows two days of knowing side by side, the difference explained to the tenth', async () => {
    const args = ['score', TIKTOK, '--as-of', '2023-02-23', '--known-by', '2026-08-31', '--compare-known-by', '2023-02-23'];
    const { out } = await run(args);
    expect(out).toMatch(/known by 2023-02-23 +88\.1 .*\n +known by 2026-08-31 +89\.2 /);
    expect(out).toContain('difference +1.1');
    expect(out).toMatch(/\+0\.7 {2}incidents\/dpc-2025\n +\+0\.4 {2}incidents\/false-assurance/);
    expect(JSON.parse((await run([...args, '--json'])).out).explain.moved).toMatchObject({
      from: 88.1,
      to: 89.2,
      causes: [{ kind: 'facts', points: 1.1 }],
    });
  });

  it('reads standard input for -', async () => {
    expect((await run(['score', '-', ...then], { input: JSON.stringify(golden) })).out).toContain('88.1 severe');
  });

  it('colours nothing that is not a terminal, and nothing under NO_COLOR', async () => {
    const colour = '\u001b[';
    const score = (isTerminal: boolean, env: Record<string, string> = {}) => run(['score', TIKTOK, ...then], { isTerminal, env });
    expect((await score(true)).out).toContain(colour);
    expect((await score(false)).out).not.toContain(colour);
    expect((await score(true, { NO_COLOR: '1' })).out).not.toContain(colour);
  });

  it('names every fault of a bad file with its JSON pointer, on standard error, and exits with 1', async () => {
    const [first, ...rest] = golden.paths;
    const bad = {
      ...golden,
      asOf: undefined,
      'a/b': 1,
      paths: [
        { ...first, jurisdiction: 'XX', data: { low: 'content', point: 'secret', high: 'content' } },
        ...rest.map((path: object) => ({ ...path, colour: 'red' })).slice(0, 1),
      ],
      note: 5,
      sources: { ...golden.sources, 'not an id': Object.values(golden.sources)[0] },
      incidents: [{ ...golden.incidents[0], evidence: [{ source: 'nobody', credibility: 7, observed: '2022-01-01' }] }],
    };
    const file = fileOf(bad);
    const { code, out, err } = await run(['score', file]);
    expect([code, out]).toEqual([1, '']);
    for (const words of [
      'asOf: is missing: expected a date, such as "2023-02-23"  (/asOf)',
      'note: expected a text, not a number  (/note)',
      'a/b: there is no such field here  (/a~1b)',
      'paths 1 (tt-remote-cn), jurisdiction: "XX" is no code of a jurisdiction; expected a code of ISO 3166-1 alpha-2, XK, EU or ZZ',
      'paths 1 (tt-remote-cn), data, point: ',
      '(/paths/0/data/point)',
      ', colour: there is no such field here  (/paths/1/colour)',
      '(/sources/not an id)',
      'incidents 1 (journalists-2022), evidence 1, credibility: ',
      'evidence 1, source: no source has the id "nobody"  (/incidents/0/evidence/0/source)',
    ])
      expect(err).toContain(words);
    for (const line of err.trim().split('\n')) expect(line).toMatch(/^whereabouts: \S+assessment\.json:1:\d+: /);
  });

  it.each([
    ['a file that is not there', ['score', 'nowhere.json'], 'nowhere.json cannot be read'],
    ['a file that is not JSON', ['score', fileOf('{', 'broken.json')], 'is not JSON'],
    ['a file that is no assessment', ['score', fileOf('[]', 'list.json')], 'the whole: '],
  ])('exits with 1 for %s', async (_, args, words) => {
    const { code, err } = await run(args);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });
});

describe('whereabouts vector', () => {
  it('writes the vector of a file, and recomputes the published triple from it', async () => {
    const written = (await run(['vector', TIKTOK, ...then])).out.trim();
    expect(written).toMatch(/^EXS:2\.0\/RG:/);
    const { code, out } = await run(['vector', written]);
    expect(code).toBe(0);
    expect(out).toContain('88.1 severe   as of 2023-02-23, known by 2023-02-23');
    expect(out).toMatch(/whole +88\.1 {2}75\.2 to 97\.1\n +storage +56\.8 {2}44\.8 to 63\.3\n +access +85\.1 {2}68\.1 to 96\.4/);
    expect(out).toMatch(/programme +80\.6 .*\n +law +61\.7 .*\n +open +100\.0/);
    const plain = JSON.parse((await run(['score', TIKTOK, ...then, '--json'])).out);
    expect(plain).toMatchObject(JSON.parse((await run(['vector', written, '--json'])).out));
    expect(JSON.parse((await run(['vector', TIKTOK, ...then, '--json'])).out)).toEqual({ vector: plain.vector, shortVector: plain.shortVector });
  });

  it('writes the short form of either', async () => {
    const short = 'EXS:2.0/T:20230223/S:88.1[75.2-97.1]/O:100/B:severe/TOP:CN.C\n';
    expect((await run(['vector', TIKTOK, ...then, '--short'])).out).toBe(short);
    const whole = (await run(['vector', TIKTOK, ...then])).out.trim();
    expect((await run(['vector', whole, '--short'])).out).toBe(short);
  });

  it('says where a bad vector fails, and exits with 1', async () => {
    const { code, err } = await run(['vector', 'EXS:2.0/RG:r1/T:20230231']);
    expect(code).toBe(1);
    expect(err).toBe('whereabouts: the vector fails at character 17: expected a date of the calendar, found "20230231"\n');
  });

  it('refuses a vector of EXS 1.0 with the reason', async () => {
    const { code, err } = await run(['vector', 'EXS:1.0/RG:r1/T:20230223/K:20230223/CP:0-0-0-0-0']);
    expect([code, err]).toEqual([1, 'whereabouts: EXS 1.0 was never released, so its vectors are not read; this is EXS:2.0\n']);
  });

  it('shows no point of what is unrated', async () => {
    const { out } = await run(['vector', 'EXS:2.0/RG:r1/T:20230223/K:20230223/CP:0-0-0-0-0']);
    expect(out).toMatch(/^unrated {3}as of 2023-02-23.*\n +whole +– {2}0 to 0\n/);
  });

  it('warns when the vector was written with another register', async () => {
    const { code, err } = await run(['vector', 'EXS:2.0/RG:jr-other/T:20230223/K:20230223/CP:0-0-0-0-0']);
    expect(code).toBe(0);
    expect(err).toContain(`written with register jr-other; this is ${register.version}`);
  });
});

describe('whereabouts jurisdiction', () => {
  it('shows hazard, compulsion and the law of the day with its provisions', async () => {
    const { code, out } = await run(['jurisdiction', 'CN', '--on', '2023-02-23']);
    expect(code).toBe(0);
    expect(out).toContain("CN  People's Republic of China  on 2023-02-23");
    expect(out).toMatch(/hazard +0\.958 {2}0\.958 {2}0\.958/);
    expect(out).toContain('The law from 2021-09-01 until before 2023-07-01');
    expect(out).toMatch(/dutyToAssist +1 +NIL Arts 7, 14/);
  });

  it('takes a name or a code that is not of the standard for the one that it means', async () => {
    for (const [named, code] of [
      ['China', 'CN'],
      ['UK', 'GB'],
      ['EL', 'GR'],
    ] as const)
      expect(JSON.parse((await run(['jurisdiction', named, '--json'])).out)).toMatchObject({ code });
  });

  it('speaks JSON, and takes a code in small letters', async () => {
    expect(JSON.parse((await run(['jurisdiction', 'cn', '--on', '2023-02-23', '--json'])).out)).toMatchObject({
      code: 'CN',
      euEea: false,
      coverage: 'full',
      compulsion: 1,
      row: { from: '2021-09-01', to: '2023-07-01' },
      register: { version: register.version, hash: register.hash },
    });
  });

  it('says how far the law was read, and marks the items that were not', async () => {
    const { out } = await run(['jurisdiction', 'US', '--on', '2024-01-01']);
    expect(out).toContain('coded       partial (not read in the source: secrecy)');
    expect(out).toMatch(/secrecy +1 .*\(not read in the source\)/);
    expect((await run(['jurisdiction', 'AE', '--on', '2024-01-01'])).out).toContain('coded       basic (not known: dutyToAssist');
  });

  it('says what is at home, what has a bridge, and what is not in the register', async () => {
    expect((await run(['jurisdiction', 'GB', '--on', '2020-12-31'])).out).toContain('counts 0 by definition');
    expect((await run(['jurisdiction', 'GB', '--on', '2021-02-01'])).out).toContain('stands in for an adequacy decision');
    expect((await run(['jurisdiction', 'ZZ'])).out).toContain('Not in the register on that day');
  });
});

describe('a command that is not understood exits with 2 and shows the usage', () => {
  it.each([
    ['no command', [], 'Usage: whereabouts <command>'],
    ['an unknown command', ['rate'], 'there is no command "rate"'],
    ['a prototype for a command', ['constructor'], 'there is no command "constructor"'],
    ['no file', ['score'], 'FILE or PLATFORM is missing'],
    ['two files', ['score', TIKTOK, TIKTOK], 'one FILE or PLATFORM too many'],
    ['an unknown option', ['score', TIKTOK, '--asof', '2023-02-23'], '--asof'],
    ['a date that is none', ['score', TIKTOK, '--as-of', '2023-02-30'], '--as-of takes a calendar date such as 2023-02-23, not "2023-02-30"'],
    ['a date for a vector', ['vector', 'EXS:1.0/', '--as-of', '2023-02-23'], 'a vector has its own dates'],
    ['a code that is none', ['jurisdiction', 'Atlantis'], 'CODE is of ISO 3166-1'],
  ])('%s', async (_, args, words) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(out + err).toContain(words);
    expect(out + err).toContain('Usage: whereabouts');
  });

  it('shows help on request, which is no fault', async () => {
    const { code, out, err } = await run(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Score a file offline, or a platform');
  });
});
