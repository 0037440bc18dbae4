import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../cli/command.ts';
import { COMMANDS, findCommand } from '../../cli/commands.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { printHelp } from '../../cli/help.ts';
import { routes } from '../../lambdas/routes.ts';
import { cliMessages } from '../../messages/en/cli.ts';
import { openHome } from './program.ts';

const names = Object.keys(COMMANDS);
const listedOf = (name: string) => {
  const listed = COMMANDS[name];
  if (!listed) throw new Error(name);
  return listed;
};
const commands = new Map(await Promise.all(names.map(async (name) => [name, await listedOf(name).load()] as const)));
const commandOf = (name: string) => {
  const command = commands.get(name);
  if (!command) throw new Error(name);
  return command;
};

/** Without colours, as it is printed to a pipe. */
const helpOf = (name: string) => stripVTControlCharacters(`${printHelp(name, listedOf(name), commandOf(name), cliMessages).join('\n')}\n`);

/** A command line as a shell would cut it. */
const toWords = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

describe('the help of', () => {
  it.each(names)('%s says what it does, how it is used, and shows an example that is one of its own', (name) => {
    const command = commandOf(name);
    const help = helpOf(name);
    expect(help).toMatch(new RegExp(`^Usage: whereabouts ${name}`));
    expect(help).toContain(`\n  whereabouts ${command.example}\n`);
    for (const option of Object.keys(optionsOf(command))) expect(help).toMatch(new RegExp(`^ {2}--${option}\\b.* {2}\\S`, 'm'));
    const found = findCommand(toWords(command.example));
    expect(found?.name).toBe(name);
    const options = found?.rest.flatMap((word) => (word.startsWith('--') ? [word.slice(2)] : [])) ?? [];
    expect(Object.keys(optionsOf(command))).toEqual(expect.arrayContaining(options));
  });

  it.each(names)('%s is listed with the chief of the operations that it calls', (name) => {
    expect(listedOf(name).operation).toBe(commandOf(name).operations?.[0]);
  });

  it('a command of one operation comes out of the manifest', () => {
    const help = helpOf('platforms');
    const route = routes.find(({ name }) => name === 'list-platforms');
    expect(help).toContain(`${route?.summary}.`);
    expect(help).toContain(`GET  ${route?.path}  scope read`);
  });

  it('the program and of a command is shown on request, by either way of asking', async () => {
    const home = openHome();
    const [whole, asked, flag, group] = await Promise.all([
      home.run(['--help']),
      home.run(['help', 'decide', 'approve']),
      home.run(['decide', 'approve', '-h']),
      home.run(['decide']),
    ]);
    home.close();
    expect(whole.code).toBe(0);
    for (const name of names) expect(whole.out).toMatch(new RegExp(`^ {2}${name} {2}`, 'm'));
    for (const [name, code] of Object.entries(EXIT))
      expect(whole.out).toContain(`  ${String(code).padEnd(3)}  ${cliMessages.frame.exitMeans[name as keyof typeof EXIT]}`);
    expect([asked.code, asked.out]).toEqual([0, helpOf('decide approve')]);
    expect(flag.out).toBe(asked.out);
    expect([group.code, group.err]).toEqual([
      2,
      expect.stringContaining(
        '"decide" is followed by propose, approve, revoke, withdraw, dossier, notify, afterwards, waive, answer, answers, show or memo',
      ),
    ]);
  });
});

it('sends no token anywhere in the clear', async () => {
  const home = openHome();
  const { code, err } = await home.run(['platforms', '--url', 'http://whereabouts.example.org'], { env: { WHEREABOUTS_TOKEN: 'secret' } });
  home.close();
  expect([code, err]).toEqual([2, expect.stringContaining('http://whereabouts.example.org is not encrypted: use https')]);
});
