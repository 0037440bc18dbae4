import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { Assessment } from '../domain/assessment.ts';
import { BadInput } from './failure.ts';

/** Reads an assessment from a file, or from standard input for `-`; names every fault with its JSON pointer. */
export function readAssessment(file: string): Assessment {
  const parsed = Assessment.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  throw new BadInput(parsed.error.issues.flatMap((issue) => toLines(issue, [])).map((line) => `${file}: ${line}`));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    const why =
      error instanceof SyntaxError ? `is not JSON: ${error.message}` : `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new BadInput([`${file} ${why}`]);
  }
}

type Issue = z.core.$ZodIssue;

function toLines(issue: Issue, above: readonly PropertyKey[]): string[] {
  const place = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${toPointer([...place, key])}: there is no such field here`);
  if (issue.code === 'invalid_union') {
    // Of the forms a value may have, the one it was meant to have is that whose kind of value it is.
    const meant = issue.errors.find((form) => form.some(({ path }) => path.length > 0)) ?? issue.errors[0] ?? [];
    return meant.flatMap((inner) => toLines(inner, place));
  }
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => `${toPointer(place)}: ${message}`);
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [`${toPointer(place)}: ${missing ? 'is missing' : issue.message.replace(/^Invalid input: /, '')}`];
}

/** RFC 6901. */
function toPointer(place: readonly PropertyKey[]): string {
  return place.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '(the whole)';
}
