import type * as z from 'zod';
import { nearest } from './nearest.ts';

type RawIssue = z.core.$ZodRawIssue;

/** Characters up to which a list of values is named in full; of a longer one the nearest three. And those of a value that are repeated. */
const SHORT_LIST = 90;
const SHOWN = 60;

/** What was expected and what came, where a schema has no words of its own: given to `safeParse` as its `error`. */
export function describeIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing: expected ${kindOf(issue.expected)}`
        : `expected ${kindOf(issue.expected)}, not ${whatIs(issue.input)}`;
    case 'invalid_value':
      return describeValue(issue.input, issue.values);
    case 'too_big':
      return `must ${boundOf(issue.origin, 'at most', Number(issue.maximum), issue.input)}`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'must not be empty'
        : `must ${boundOf(issue.origin, 'at least', Number(issue.minimum), issue.input)}`;
    default:
      return undefined;
  }
}

function describeValue(input: unknown, values: readonly unknown[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  const list = quoted.join(', ');
  const expected = values.length === 1 ? list : `one of ${list}`;
  if (input === undefined)
    return `is missing: expected ${list.length <= SHORT_LIST ? expected : `one of ${values.length} values, such as ${quoted[0]}`}`;
  if (typeof input !== 'string' && typeof input !== 'number')
    return `expected ${list.length <= SHORT_LIST ? expected : `a text such as ${quoted[0]}`}, not ${whatIs(input)}`;
  const shown = JSON.stringify(typeof input === 'string' && input.length > SHOWN ? `${input.slice(0, SHOWN)}…` : input);
  if (list.length <= SHORT_LIST) return `${shown} is not known here: expected ${expected}`;
  const near = nearest(String(input), values.map(String)).map((value) => JSON.stringify(value));
  return `${shown} is none of the ${values.length} values that are known here; the nearest are ${near.slice(0, -1).join(', ')} and ${near.at(-1)}`;
}

function boundOf(origin: string, bound: string, limit: number, input: unknown): string {
  if (origin === 'string' && typeof input === 'string') return counted(bound, limit, [...input].length, 'characters');
  if (origin === 'array' && Array.isArray(input)) return counted(bound, limit, input.length, 'entries');
  return `be ${bound} ${limit}${typeof input === 'number' ? `, not ${input}` : ''}`;
}

function counted(bound: string, limit: number, has: number, what: string): string {
  const by = Math.abs(has - limit);
  return `have ${bound} ${limit} ${what}: it has ${has}, ${by} too ${has > limit ? 'many' : 'few'}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const kindOf = (expected: string) => KINDS[expected] ?? expected;

function whatIs(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'number' && !Number.isInteger(input)) return `the number ${input}`;
  return KINDS[typeof input] ?? typeof input;
}
