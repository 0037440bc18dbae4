import type { RouteName } from '../lambdas/routes.ts';
import type { CliMessages } from '../messages/en/cli.ts';
import { LANGUAGES } from '../messages/language.ts';
import type { ExitCode } from './exit-codes.ts';
import { Usage } from './failure.ts';
import type { Io } from './io.ts';

/** What stands on the command line after the command's name, and what it runs with. */
export type Given = {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly io: Io;
  /** What it says to people, in the language chosen. */
  readonly t: CliMessages;
};

/** What a command answers: as data for `--json`, as lines for people. */
export type Answer = {
  readonly data: unknown;
  readonly lines: () => readonly string[];
  /** Default: done. */
  readonly exitCode?: ExitCode;
};

type Option = {
  /** What its value is called; without it the option is a switch. */
  readonly takes?: string;
  readonly multiple?: true;
  readonly means: string;
};
export type Options = Readonly<Record<string, Option>>;

export type Command = {
  /** What stands behind the command's name. */
  readonly usage: string;
  /** The operations of the API that it calls, the chief one first; none: it works offline. */
  readonly operations?: readonly [RouteName, ...RouteName[]];
  readonly help: readonly string[];
  /** A command line that works, without the program's name. */
  readonly example: string;
  readonly options: Options;
  /** Ends by itself, with an answer, when `io.signal` is aborted; every other command is ended at once. */
  readonly endsItself?: true;
  /** Undefined where the command has written its answer itself. */
  readonly run: (given: Given) => Answer | undefined | Promise<Answer | undefined>;
};

/** Options of every command. */
const GLOBAL_OPTIONS = {
  lang: { takes: 'LANGUAGE', means: `${LANGUAGES.join(', ')}: the language of answers and of refusals (default: en)` },
  json: { means: 'the answer, or the refusal, as JSON' },
  help: { means: 'this text' },
} as const satisfies Options;

/** Options of every command that calls the service. */
const ONLINE_OPTIONS = {
  url: { takes: 'URL', means: 'where the service is (default: WHEREABOUTS_URL, or where you signed in)' },
  as: { takes: 'NAME', means: 'who acts, of those who are signed in (default: the last one)' },
} as const satisfies Options;

/** All that a command understands. What it calls by the name of an option of every command is its own. */
export function optionsOf({ options, operations }: Command): Options {
  return { ...options, ...(operations && ONLINE_OPTIONS), ...GLOBAL_OPTIONS, ...options };
}

/** The one thing that a command is about. */
export function takeOne(given: Given, what: string): string {
  const [only, ...others] = takeSome(given, what);
  if (others.length > 0) throw new Usage(`there is one ${what} too many: ${others.join(' ')}`);
  return only;
}

export function takeSome({ positionals }: Given, what: string): readonly [string, ...string[]] {
  const [first, ...others] = positionals;
  if (first === undefined) throw new Usage(`${what} is missing`);
  return [first, ...others];
}

/** What is named first, and what may be named second. */
export function takeTwo(given: Given, first: string, second: string): readonly [string, string | undefined] {
  const [one, two, ...others] = takeSome(given, first);
  if (others.length > 0) throw new Usage(`there is something behind ${first} and ${second}: ${others.join(' ')}`);
  return [one, two];
}

export function takeNone({ positionals }: Given): void {
  if (positionals.length > 0) throw new Usage(`it takes no argument, and was given: ${positionals.join(' ')}`);
}

export function takeText({ values }: Given, option: string): string | undefined {
  const given = values[option];
  if (given === '') throw new Usage(`--${option} is empty`);
  return typeof given === 'string' ? given : undefined;
}

export function demandText(given: Given, option: string, why: string): string {
  const text = takeText(given, option);
  if (text === undefined) throw new Usage(`--${option} is missing: ${why}`);
  return text;
}

export function takeList({ values }: Given, option: string): string[] {
  const given = values[option];
  return Array.isArray(given) ? given.map(String) : [];
}

/** One of the values that an option may have. */
export function takeChoice<C extends string>(given: Given, option: string, choices: readonly C[]): C | undefined {
  const text = takeText(given, option);
  const known = choices.find((choice) => choice === text);
  if (text !== undefined && known === undefined) throw new Usage(`--${option} is one of ${choices.join(', ')}, not "${text}"`);
  return known;
}

export function takeCount({ values }: Given, option: string): number | undefined {
  const given = values[option];
  if (given === undefined) return undefined;
  if (typeof given !== 'string' || !/^\d{1,9}$/.test(given)) throw new Usage(`--${option} takes a whole number, not "${String(given)}"`);
  return Number(given);
}

export function isSet({ values }: Given, option: string): boolean {
  return values[option] === true;
}

/** The UTC calendar date of this machine's clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
