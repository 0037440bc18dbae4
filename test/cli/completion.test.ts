import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { suggestJurisdiction } from '../../domain/facts/jurisdictions.ts';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { DAYS, fileOf, PLATFORM, PROFILE } from '../dated-files.ts';
import { type Home, openHome } from './program.ts';

const exec = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('../../cli/whereabouts.mjs', import.meta.url));
const hasShell = async (shell: string) =>
  exec(shell, ['-c', 'true']).then(
    () => true,
    () => false,
  );
const [hasZsh, hasFish] = await Promise.all([hasShell('zsh'), hasShell('fish')]);

let home: Home;
let local: Local;
let place: string;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'whereabouts-completion-'));
  local = await startLocal({ port: 0, data: join(place, 'data'), log: { log: () => undefined, error: () => undefined } });
  home = openHome({ WHEREABOUTS_URL: local.url });
  await home.run(['sign-in', 'analyst']);
  const folder = join(home.folder, PLATFORM);
  mkdirSync(folder);
  writeFileSync(join(folder, 'platform.json'), JSON.stringify(PROFILE));
  for (const day of DAYS.slice(0, 2)) writeFileSync(join(folder, `${day}.json`), JSON.stringify(fileOf(day)));
  await home.run(['submit', folder]);
  // As a shell finds the program.
  mkdirSync(join(place, 'bin'));
  writeFileSync(join(place, 'bin/whereabouts'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, { mode: 0o755 });
});
afterAll(async () => {
  await local.stop();
  home.close();
  rmSync(place, { recursive: true, force: true });
});

/** What a shell prints that has read the script; `before` and `after` stand around it. */
async function inShell(shell: string, { before = '', after }: { before?: string; after: string }, words: readonly string[] = []): Promise<string[]> {
  const { out } = await home.run(['completion', shell]);
  const env = {
    ...process.env,
    PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH}`,
    WHEREABOUTS_URL: local.url,
    WHEREABOUTS_CONFIG: join(home.folder, 'config'),
  };
  const { stdout, stderr } = await exec(shell, ['-c', `${before}\n${out}\n${after}`, ...words], { cwd: home.folder, env });
  expect(stderr).toBe('');
  return stdout.trim() === '' ? [] : stdout.trimEnd().split('\n');
}

const names = async (...line: string[]) => {
  const { code, out, err } = await home.run(['completion', 'names', '--', ...line]);
  expect([code, err]).toEqual([0, '']);
  return out.trim() === ''
    ? []
    : out
        .trimEnd()
        .split('\n')
        .map((one) => one.split('\t'));
};
const onlyNames = async (...line: string[]) => (await names(...line)).map(([name]) => name);

describe('in bash', () => {
  /** As readline calls it: `breaks` is how it has cut the last word. */
  const complete = (line: string, breaks = line.split(' ')) =>
    inShell(
      'bash',
      {
        after: `COMP_LINE=$0; COMP_POINT=\${#COMP_LINE}; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _whereabouts whereabouts; printf '%s\\n' "\${COMPREPLY[@]}"`,
      },
      [line, ...breaks],
    );

  it('commands, their second words and options are completed', async () => {
    expect(await complete('whereabouts ex')).toEqual(['explain', 'exposure', 'export']);
    expect(await complete('whereabouts decide ')).toEqual([
      'propose',
      'approve',
      'revoke',
      'withdraw',
      'dossier',
      'notify',
      'afterwards',
      'waive',
      'answer',
      'answers',
      'show',
      'memo',
    ]);
    expect(await complete('whereabouts score tiktok --ex')).toEqual(['--explain']);
    expect(await complete('whereabouts decide propose tiktok --co')).toEqual(['--consequence']);
    expect(await complete('whereabouts help jur')).toEqual(['jurisdiction']);
  });

  it('platforms, revisions and jurisdictions are completed by name', async () => {
    expect(await complete(`whereabouts show ${PLATFORM.slice(0, 2)}`)).toEqual([PLATFORM]);
    expect(await complete(`whereabouts approve ${PLATFORM} `)).toEqual(['2', '1']);
    expect(await complete('whereabouts jurisdiction new')).toEqual(['New\\ Caledonia', 'New\\ Zealand']);
    expect(await complete(`whereabouts diff ${PLATFORM}@1 ${PLATFORM}@`, ['whereabouts', 'diff', PLATFORM, '@', '1', PLATFORM, '@'])).toEqual([
      '2',
      '1',
    ]);
  });
});

describe.skipIf(!hasZsh)('in zsh', () => {
  /** The builtins that work inside of a completion only are replaced by what prints their candidates. */
  const before = `compdef() { }; _files() { }; compadd() { if [[ $* == *'-a names' ]]; then print -rl -- $names; else print -rl -- \${@:#--}; fi }`;
  const complete = (...words: string[]) =>
    inShell('zsh', { before, after: 'words=("$@"); CURRENT=$#; _whereabouts' }, ['zsh', 'whereabouts', ...words]);

  it('commands, options and names are completed', async () => {
    expect(await complete('decide', '')).toEqual([
      'propose',
      'approve',
      'revoke',
      'withdraw',
      'dossier',
      'notify',
      'afterwards',
      'waive',
      'answer',
      'answers',
      'show',
      'memo',
    ]);
    expect(await complete('score', 'tiktok', '--ex')).toContain('--explain');
    expect(await complete('show', '')).toEqual([PLATFORM]);
    expect(await complete('show', PLATFORM, '')).toEqual(['2', '1']);
    expect(await complete('platforms', '--jurisdiction', 'New ')).toEqual(['New Caledonia', 'New Zealand']);
  });
});

describe.skipIf(!hasFish)('in fish', () => {
  const complete = async (line: string) => (await inShell('fish', { after: `complete -C '${line}'` })).map((one) => one.split('\t'));

  it('commands, options and names are completed', async () => {
    expect((await complete('whereabouts exp')).map(([name]) => name)).toEqual(expect.arrayContaining(['explain', 'exposure', 'export']));
    expect(await complete('whereabouts score tiktok --expl')).toEqual([['--explain']]);
    expect(await complete(`whereabouts show ${PLATFORM.slice(0, 2)}`)).toContainEqual([PLATFORM, PROFILE.name]);
    expect(await complete(`whereabouts show ${PLATFORM} 2`)).toEqual([['2', `submitted, facts of ${DAYS[1]}`]]);
    expect(await complete('whereabouts jurisdiction Chin')).toEqual([['CN', 'China']]);
  });
});

it('every command is known in zsh and fish, and no other shell', async () => {
  const [zsh, fish, other] = await Promise.all(['zsh', 'fish', 'cmd'].map((shell) => home.run(['completion', shell])));
  for (const name of Object.keys(COMMANDS)) {
    expect(zsh?.out).toContain(`'${name}')`);
    expect(fish?.out).toContain(
      name
        .split(' ')
        .map((word) => `__fish_seen_subcommand_from ${word}`)
        .join('; and '),
    );
  }
  expect(other?.err).toContain('SHELL is one of bash, zsh, fish');
});

describe('the names that stand in a place', () => {
  it('are platforms by id, or by a name that only one begins with', async () => {
    expect(await names('score', '')).toEqual([[PLATFORM, PROFILE.name]]);
    expect(await onlyNames('decisions', '--platform', PLATFORM.toUpperCase())).toEqual([PLATFORM]);
    expect(await onlyNames('score', String(PROFILE.name).slice(0, -1))).toEqual([PLATFORM]);
    expect(await onlyNames('score', 'nothing-of-that-name')).toEqual([]);
  });

  it('are revisions with their state and day, behind a platform, an option or @', async () => {
    expect(await names('show', PLATFORM, '1')).toEqual([['1', `submitted, facts of ${DAYS[0]}`]]);
    expect(await onlyNames('new', PLATFORM, '--from', '')).toEqual(['current', '2', '1']);
    expect(await onlyNames('score', PLATFORM, '--revision', '')).toEqual(['2', '1']);
    expect(await onlyNames('diff', `${PLATFORM}@1`, `${PLATFORM}@`)).toEqual([`${PLATFORM}@2`, `${PLATFORM}@1`]);
    expect(await onlyNames('diff', PLATFORM, '1', '')).toEqual(['2', '1']);
    expect(await onlyNames('show', 'no-such-platform', '')).toEqual([]);
  });

  it('are jurisdictions by code or name, all of which a command understands', async () => {
    expect(await names('jurisdiction', 'c')).toContainEqual(['CN', 'China']);
    expect(await onlyNames('jurisdiction', 'hong')).toEqual(['HK']);
    expect(await onlyNames('platforms', '--jurisdiction', "people's")).toEqual(['CN']);
    expect(await onlyNames('capture', 'page.txt', '--country', 'Irel')).toEqual(['IE']);
    for (const start of ['uni', 'sai', 'south', 'new', 'gui', 'congo', 'eur', 'the'])
      for (const name of await onlyNames('jurisdiction', start)) expect([name, suggestJurisdiction(name ?? '')]).not.toContain(undefined);
    expect((await onlyNames('jurisdiction', '')).length).toBe(252);
  });

  it('are none where a file, a hash or nothing may stand', async () => {
    for (const line of [['lint', ''], ['show', PLATFORM, '1', ''], ['approve', PLATFORM, '--hash', ''], ['no-such-command', ''], [''], []])
      expect(await names(...line)).toEqual([]);
  });
});

describe('where the service gives no names', () => {
  const quietly = async (env: Readonly<Record<string, string>>, ...line: string[]) => {
    const { code, out, err } = await home.run(['completion', 'names', '--', ...line], { env });
    expect([code, err]).toEqual([0, '']);
    return out.trim();
  };

  it('because no one is signed in, nothing answers or the address is not safe, nothing is said', async () => {
    expect(await quietly({ WHEREABOUTS_CONFIG: join(place, 'nowhere') }, 'show', '')).toBe('');
    expect(await quietly({ WHEREABOUTS_URL: 'http://127.0.0.1:9', WHEREABOUTS_TOKEN: 't' }, 'show', '')).toBe('');
    expect(await quietly({ WHEREABOUTS_URL: 'http://whereabouts.example.org', WHEREABOUTS_TOKEN: 't' }, 'show', '')).toBe('');
    expect(await quietly({ WHEREABOUTS_URL: local.url, WHEREABOUTS_TOKEN: 'of somebody else' }, 'show', '')).toBe('');
  });

  it('because it does not answer in time, the wait ends, and what needs no service is completed all the same', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    expect(await quietly({ WHEREABOUTS_URL: url, WHEREABOUTS_TOKEN: 't' }, 'new', PLATFORM, '--from', '')).toBe('current');
    mute.closeAllConnections();
    mute.close();
  });
});
