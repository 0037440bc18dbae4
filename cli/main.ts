import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { CliMessages } from '../messages/en/cli.ts';
import { type Answer, type Command, type Given, isSet, optionsOf } from './command.ts';
import { findCommand, listSecondWords } from './commands.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BadInput, Failure, Usage } from './failure.ts';
import type { Io } from './io.ts';
import { chooseTexts } from './language.ts';
import { toSafeJson, writeError, writeOut } from './print/terminal.ts';

/** So long a command may take that ends itself. */
const STOP_MS = 3_000;

/** Answers one command line; what it returns is the exit code. */
export async function main(line: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const { t, rest } = await chooseTexts(line);
    return await answer(rest, io, t);
  } catch (error) {
    // Nothing else is thrown here but what is no language.
    if (!(error instanceof Usage)) throw error;
    writeError(io, error.lines.map(toErrorLine));
    return error.exitCode;
  }
}

async function answer(args: readonly string[], io: Io, t: CliMessages): Promise<ExitCode> {
  const isHelp = ['help', '--help', '-h'].includes(args[0] ?? '');
  const words = isHelp ? args.slice(1) : args;
  if (words.length === 0) {
    const { printOverview } = await loadHelp();
    writeOut(io, printOverview(t));
    return isHelp ? EXIT.done : EXIT.notUnderstood;
  }
  const found = findCommand(words);
  if (found === undefined) {
    const { printOverview } = await loadHelp();
    const seconds = listSecondWords(words[0] ?? '');
    writeError(
      io,
      seconds.length > 0
        ? [toErrorLine(t.frame.isFollowedBy(words[0] ?? '', seconds))]
        : [toErrorLine(t.frame.noCommand(words[0] ?? '')), ...printOverview(t)],
    );
    return EXIT.notUnderstood;
  }
  const { name, listed, rest } = found;
  const command = await listed.load();
  try {
    const given = { ...(isHelp ? { positionals: [], values: { help: true } } : readArguments(command, rest)), io, t };
    if (isSet(given, 'help')) {
      const { printHelp } = await loadHelp();
      writeOut(io, printHelp(name, listed, command, t));
      return EXIT.done;
    }
    const answer = await Promise.race([command.run(given), interrupted(io.signal, command)]);
    return show(answer, given);
  } catch (error) {
    if (io.signal.aborted) return EXIT.interrupted;
    return await fail(toFailure(error), { name, command, json: rest.includes('--json'), io, t });
  }
}

const toErrorLine = (line: string) => `whereabouts: ${line}`;

/** The manifest of operations is read for help only. */
function loadHelp() {
  return import('./help.ts');
}

/** At once where the command does not end by itself. */
async function interrupted(signal: AbortSignal, { endsItself }: Command): Promise<'interrupted'> {
  if (!signal.aborted) await once(signal, 'abort');
  // Not the reason that keeps the program running.
  if (endsItself) await delay(STOP_MS, undefined, { ref: false });
  return 'interrupted';
}

function show(answer: Answer | undefined | 'interrupted', given: Given): ExitCode {
  if (answer === 'interrupted') return EXIT.interrupted;
  if (answer === undefined) return EXIT.done;
  writeOut(given.io, isSet(given, 'json') ? [toSafeJson(answer.data, 2)] : answer.lines());
  return answer.exitCode ?? EXIT.done;
}

function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  // A system call that failed names its file and its reason; everything else is a bug, and shows where.
  if (error instanceof Error && 'syscall' in error && 'code' in error && 'path' in error)
    return new BadInput([`${String(error.path)} cannot be read or written (${String(error.code)})`]);
  throw error;
}

async function fail(
  failure: Failure,
  { name, command, json, io, t }: { name: string; command: Command; json: boolean; io: Io; t: CliMessages },
): Promise<ExitCode> {
  const { printScopes, printUsage } = await loadHelp();
  const { missingScope } = failure;
  const lines = [...failure.lines, ...(missingScope ? printScopes(name, command, missingScope === 'named', t) : [])];
  writeError(io, json ? [toSafeJson(failure.toJson(), 2)] : lines.map(toErrorLine));
  if (failure instanceof Usage && !json) writeError(io, [printUsage(name, command, t)]);
  return failure.exitCode;
}

function readArguments(command: Command, args: readonly string[]): Omit<Given, 'io' | 't'> {
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
