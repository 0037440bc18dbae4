import type * as z from 'zod';
import { fault } from './fault.ts';
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
        ? fault('missing', { kind: issue.expected })
        : fault('invalid-type', { expected: issue.expected, ...whatIs(issue.input) });
    case 'invalid_value':
      return describeValue(issue.input, issue.values);
    case 'too_big':
      return fault('too-big', { of: unitOf(issue.origin), limit: Number(issue.maximum), ...sizeOf(issue.origin, issue.input) });
    case 'too_small':
      return fault('too-small', { of: unitOf(issue.origin), limit: Number(issue.minimum), ...sizeOf(issue.origin, issue.input) });
    default:
      return undefined;
  }
}

function describeValue(input: unknown, all: readonly unknown[]): string {
  const quoted = all.map((value) => JSON.stringify(value));
  const isShort = quoted.join(', ').length <= SHORT_LIST;
  const values = isShort ? { values: quoted } : { values: quoted.slice(0, 1), count: quoted.length };
  if (input === undefined) return fault('missing', values);
  if (typeof input !== 'string' && typeof input !== 'number') return fault('invalid-value', { ...values, got: whatIs(input).got });
  const given = JSON.stringify(typeof input === 'string' && input.length > SHOWN ? `${input.slice(0, SHOWN)}…` : input);
  if (isShort) return fault('invalid-value', { given, ...values });
  const near = nearest(String(input), all.map(String)).map((value) => JSON.stringify(value));
  return fault('invalid-value', { given, count: quoted.length, nearest: near });
}

function unitOf(origin: string): 'characters' | 'entries' | 'value' {
  return origin === 'string' ? 'characters' : origin === 'array' ? 'entries' : 'value';
}

function sizeOf(origin: string, input: unknown): { has?: number } {
  if (origin === 'string' && typeof input === 'string') return { has: [...input].length };
  if (origin === 'array' && Array.isArray(input)) return { has: input.length };
  return typeof input === 'number' ? { has: input } : {};
}

function whatIs(input: unknown): { got: string; value?: number } {
  if (input === null) return { got: 'null' };
  if (Array.isArray(input)) return { got: 'array' };
  return typeof input === 'number' && !Number.isInteger(input) ? { got: 'number', value: input } : { got: typeof input };
}
