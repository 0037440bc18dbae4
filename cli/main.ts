import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Command, type Given, isSet, optionsOf } from './command.ts';
import { findCommand, listSecondWords } from './commands.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Failure, Usage } from './failure.ts';
import { printHelp, printOverview, printScopes, printUsage } from './help.ts';
import { toTerminal } from './print/print.ts';
import { Refusal } from './refusal.ts';

/** Answers one command line; what it returns is the exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const isHelp = ['help', '--help', '-h'].includes(args[0] ?? '');
  const words = isHelp ? args.slice(1) : args;
  if (words.length === 0) {
    process.stdout.write(printOverview());
    return isHelp ? EXIT.done : EXIT.notUnderstood;
  }
  const found = findCommand(words);
  if (found === undefined) {
    const seconds = listSecondWords(words[0] ?? '');
    process.stderr.write(
      seconds.length > 0
        ? `whereabouts: "${words[0]}" is followed by ${seconds.slice(0, -1).join(', ')} or ${seconds.at(-1)}\n`
        : `whereabouts: there is no command "${words[0]}"\n${printOverview()}`,
    );
    return EXIT.notUnderstood;
  }
  const { name, command, rest } = found;
  if (isHelp) return show(printHelp(name, command));
  try {
    const given = readArguments(command, rest);
    if (isSet(given, 'help')) return show(printHelp(name, command));
    return await answer(command, given);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return fail(error, { name, command, json: rest.includes('--json') });
  }
}

async function answer(command: Command, given: Given): Promise<ExitCode> {
  const told = await command.run(given);
  if (told === undefined) return EXIT.done;
  show(
    isSet(given, 'json')
      ? `${JSON.stringify(told.data, null, 2)}\n`
      : told
          .lines()
          .map((line) => `${line}\n`)
          .join(''),
  );
  return told.exitCode ?? EXIT.done;
}

function show(text: string): ExitCode {
  process.stdout.write(text);
  return EXIT.done;
}

function fail(failure: Failure, { name, command, json }: { name: string; command: Command; json: boolean }): ExitCode {
  const isForbidden = failure instanceof Refusal && failure.slug === 'missing-scope';
  const lines = [...failure.lines, ...(isForbidden ? printScopes(name, command, failure.problem.detail !== undefined) : [])];
  process.stderr.write(json ? `${JSON.stringify(failure.toJson(), null, 2)}\n` : toTerminal(lines.map((line) => `whereabouts: ${line}`)));
  if (failure instanceof Usage && !json) process.stderr.write(printUsage(name, command));
  return failure.exitCode;
}

function readArguments(command: Command, args: readonly string[]): Given {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(optionsOf(command)).map(([name, { takes, multiple = false }]) => [
      name,
      { type: takes === undefined ? 'boolean' : 'string', multiple, ...(name === 'help' && { short: 'h' }) },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
}
