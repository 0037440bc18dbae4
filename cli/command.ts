import type { ParseArgsConfig } from 'node:util';
import { CalendarDate } from '../domain/date.ts';
import { Usage } from './failure.ts';

/** What stands on the command line after the command's name. */
export type Given = {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
};

export type Command = {
  readonly usage: string;
  readonly help: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Answers what goes to standard output. */
  readonly run: (given: Given) => string | Promise<string>;
};

/** The one thing that a command is about. */
export function takeOne({ positionals }: Given, what: string): string {
  const [only, ...others] = positionals;
  if (only === undefined) throw new Usage(`${what} is missing`);
  if (others.length > 0) throw new Usage(`there is one ${what} too many: ${others.join(' ')}`);
  return only;
}

export function takeDate({ values }: Given, option: string): CalendarDate | undefined {
  const given = values[option];
  if (given === undefined) return undefined;
  const date = CalendarDate.safeParse(given);
  if (!date.success) throw new Usage(`--${option} takes a calendar date such as 2023-02-23, not "${String(given)}"`);
  return date.data;
}

export function isSet({ values }: Given, option: string): boolean {
  return values[option] === true;
}

/** The UTC calendar date of this machine's clock. */
export function today(): CalendarDate {
  return new Date().toISOString().slice(0, 10);
}
