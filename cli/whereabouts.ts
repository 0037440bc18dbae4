#!/usr/bin/env node
import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { BadInput, Usage } from './failure.ts';
import { jurisdictionCommand } from './jurisdiction.ts';
import { scoreCommand } from './score.ts';
import { vectorCommand } from './vector.ts';

const COMMANDS: Readonly<Record<string, Command>> = { score: scoreCommand, vector: vectorCommand, jurisdiction: jurisdictionCommand };

const HELP = `Usage: whereabouts <command>

${Object.values(COMMANDS)
  .map(({ usage, help }) => `  ${usage}\n${help.map((line) => `      ${line}`).join('\n')}`)
  .join('\n\n')}

Exit codes: 0 done, 1 the input is bad, 2 the command was not understood.
`;

/** Answers one command line; what it returns is the exit code. */
async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (command === undefined) throw new Usage(`there is no command "${name}"`);
    process.stdout.write(await command.run(readArguments(command, rest)));
    return 0;
  } catch (error) {
    if (error instanceof BadInput) {
      process.stderr.write(`${error.lines.map((line) => `whereabouts: ${line}`).join('\n')}\n`);
      return 1;
    }
    if (!(error instanceof Usage)) throw error;
    process.stderr.write(`whereabouts: ${error.message}\n${command ? `Usage: whereabouts ${command.usage}\n` : HELP}`);
    return 2;
  }
}

function readArguments({ options }: Command, given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as head, is no failure of ours.
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));
