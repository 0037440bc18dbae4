import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAssessment } from '../../cli/read-assessment.ts';
import { expandPaths } from '../../domain/facts/expand-paths.ts';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { type Home, openHome } from '../cli/program.ts';
import { DAYS, fileOf, PLATFORM, PROFILE } from '../dated-files.ts';
import { readText } from '../repository-files.ts';
import type { Json } from '../started-service.ts';

let home: Home;
let local: Local;
/** The command lines of the task at hand. */
let commands = 0;

beforeAll(async () => {
  const data = openHome();
  local = await startLocal({ port: 0, data: join(data.folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  const opened = openHome({ WHEREABOUTS_URL: local.url });
  home = { ...opened, close: () => [opened, data].forEach(({ close }) => void close()) };
  for (const name of ['reviewer', 'analyst']) await home.run(['sign-in', name]);
});
afterAll(async () => {
  await local.stop();
  home.close();
});

async function run(...args: string[]): Promise<Json> {
  commands += 1;
  const { code, out, err } = await home.run([...args, '--json']);
  expect([args, code, err]).toEqual([args, 0, '']);
  return JSON.parse(out);
}

/** Writes a file as `new` does, and counts its lines. */
function write(name: string, value: unknown): { file: string; lines: number } {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  writeFileSync(join(home.folder, name), text);
  return { file: name, lines: linesOf(text) };
}

const linesOf = (text: string) => text.trimEnd().split('\n').length;
const count = (text: string, part: string) => text.split(part).length - 1;

const read = async (file: string) => {
  const { stdin, stdout, stderr } = process;
  const { assessment } = await readAssessment(file, { env: {}, cwd: home.folder, stdin, stdout, stderr, signal: new AbortController().signal });
  return { ...assessment, paths: expandPaths(assessment.paths) };
};

/** The rows of the table, by their first cell. */
const rows = new Map(
  readText('docs/by-hand.md')
    .split('## Commands and lines')[1]
    ?.split('\n')
    .flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      return cells.length === 5 && !/^-+$/.test(cells[1] ?? '') ? [[cells[1] ?? '', cells.slice(2, 4)] as const] : [];
    }),
);

describe('the table of commands and lines in docs/by-hand.md is counted', () => {
  const policy = { title: 'Privacy policy', publisher: 'The platform', published: '2026-10-15', reliability: 'B', statementBy: 'platform' };

  it('for ten countries in one sentence', async () => {
    const codes = ['AU', 'BR', 'CA', 'GB', 'IN', 'JP', 'KR', 'SG', 'TR', 'US'];
    const quote = 'Staff in Australia, Brazil, Canada, the United Kingdom, India, Japan, Korea, Singapore, Türkiye and the United States can see it.';
    const item = { source: 'policy', credibility: 2, observed: '2026-10-15', quote };
    const path = { mode: 'remote-access', data: 'account', party: 'The group', evidence: [item] };
    const head = { asOf: '2026-11-01', sources: { policy } };
    const before = write('ten-paths.json', {
      ...head,
      paths: codes.map((code) => ({ id: `staff-${code.toLowerCase()}`, jurisdiction: code, ...path })),
    });
    const now = write('one-path.json', { ...head, paths: [{ id: 'staff', jurisdictions: codes, ...path }] });
    expect(await read(now.file)).toEqual(await read(before.file));
    const quotes = (file: string) => count(readFileSync(join(home.folder, file), 'utf8'), quote);
    expect(rows.get('ten countries in one sentence')).toEqual([
      `${before.lines} lines, the quote ${quotes(before.file)} times`,
      `${now.lines} lines, the quote ${quotes(now.file) === 1 ? 'once' : 'more than once'}`,
    ]);
  });

  it('for five dated files', async () => {
    const place = (platform: string) => {
      mkdirSync(join(home.folder, platform));
      write(join(platform, 'platform.json'), { ...PROFILE, name: platform });
      return DAYS.map((day) => write(join(platform, `${day}.json`), fileOf(day)).file);
    };
    const approvedOf = async (platform: string) => {
      const answer = await fetch(`${local.url}/v1/platforms/${platform}/assessments`, { headers: { authorization: `Bearer ${await tokenOf()}` } });
      return ((await answer.json()) as Json).items.map(({ asOf, status }: Json) => `${asOf} ${status}`).sort();
    };
    commands = 0;
    for (const file of place('one-by-one')) {
      await run('submit', file);
      const { revision } = await run('show', 'one-by-one', '--as', 'reviewer');
      await run('approve', 'one-by-one', '--hash', revision.hash, '--as', 'reviewer');
    }
    const before = commands;
    commands = 0;
    place(PLATFORM);
    const { outcomes } = await run('submit', PLATFORM);
    await run('approve', PLATFORM, '--series', '--hash', outcomes.map(({ hash }: Json) => hash).join(), '--as', 'reviewer');
    expect(await approvedOf(PLATFORM)).toEqual(DAYS.map((day) => `${day} approved`));
    expect(await approvedOf('one-by-one')).toEqual(await approvedOf(PLATFORM));
    expect(rows.get('five dated files, submitted, read and approved')).toEqual([`${before} commands`, `${commands} commands`]);
  });

  it('for forty subprocessors', async () => {
    const codes = ['US', 'US', 'IE', 'SG'];
    const table = Array.from({ length: 40 }, (_, i) => `Company ${i + 1},${codes[i % codes.length]},Hosting`);
    writeFileSync(join(home.folder, 'list.csv'), `Name,Country,Purpose\n${table.join('\n')}\n`);
    commands = 0;
    const { rows: taken, files } = await run('import', 'list.csv', '--platform', PLATFORM, '--on', '2026-11-01');
    expect(taken.filter(({ isTaken }: Json) => isTaken)).toHaveLength(40);
    const text = readFileSync(join(home.folder, files[0].path), 'utf8');
    const grades: Json = { credibility: 2, reliability: 'B', data: 'account' };
    const graded = JSON.parse(text, (name, value) => (value === null ? grades[name] : value));
    // Typed by hand in 0.1.0, which knew neither notes on paths nor a day of recording.
    const byHand = JSON.parse(JSON.stringify(graded), (name, value) => (['note', 'recorded'].includes(name) ? undefined : value));
    const [now, before] = [write('imported.json', graded), write('by-hand.json', byHand)];
    const factsOf = async (file: string) => (await read(file)).paths.map(({ party, jurisdiction, mode, data }) => [party, jurisdiction, mode, data]);
    expect(await factsOf(now.file)).toEqual(await factsOf(before.file));
    expect((await factsOf(now.file)).map(([party, jurisdiction]) => `${party},${jurisdiction},Hosting`)).toEqual(table);
    expect(rows.get('forty subprocessors of a list')).toEqual([
      `${before.lines} lines`,
      `${commands} command, and the ${count(text, 'null')} grades that are left empty`,
    ]);
  });

  async function tokenOf(): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'analyst' });
    const answer = await fetch(`${local.url}/local/oauth/token`, { method: 'POST', body });
    return ((await answer.json()) as Json).access_token;
  }
});
