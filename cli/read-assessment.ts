import type * as z from 'zod';
import { Assessment } from '../domain/facts/assessment.ts';
import { describeIssue } from '../domain/facts/describe-issue.ts';
import { listFaults as listValueFaults } from '../domain/facts/list-faults.ts';
import type { Document } from './document.ts';
import { BadInput } from './failure.ts';
import type { Io } from './io.ts';
import { findPlaceholders } from './placeholder.ts';
import { toPointer } from './pointer.ts';
import { readFacts } from './read-facts.ts';

export type ReadAssessment = { readonly assessment: Assessment; readonly document: Document };

/** Reads an assessment from a file, or from standard input for `-`; names every fault with its line and its JSON pointer. */
export async function readAssessment(file: string, io: Io): Promise<ReadAssessment> {
  const document = await readFacts(file, io);
  const parsed = parse(document, Assessment);
  const faults = [...document.misnamed, ...listFaultsOf(document, Assessment, parsed)];
  if (faults.length > 0 || !parsed.success) throw new BadInput(faults);
  return { assessment: parsed.data, document };
}

/** What keeps a file from being what the schema asks for, a line each. */
export function listFaults(document: Document, schema: z.ZodType): string[] {
  return listFaultsOf(document, schema, parse(document, schema));
}

/** Reads a value by a schema so that its faults can be described. Once: to write code for the schema first would take longer than to walk through it. */
export function parse<T>(document: Document, schema: z.ZodType<T>): z.ZodSafeParseResult<T> {
  return schema.safeParse(document.value, { reportInput: true, error: describeIssue, jitless: true });
}

/** The same of a value that was read already. */
export function listFaultsOf(document: Document, schema: z.ZodType, parsed: z.ZodSafeParseResult<unknown>): string[] {
  const unfilled = findPlaceholders(document.value);
  const isUnfilled = (steps: readonly PropertyKey[]) => unfilled.some((one) => toPointer(one) === toPointer(steps));
  const faults = parsed.success ? [] : listValueFaults(parsed.error, schema);
  // A quote that several facts name has its faults once.
  return [
    ...new Set([
      ...document.twice.map((steps) => document.toLine(steps, 'stands twice in one object, and only the last would count')),
      ...unfilled.map((steps) => document.toLine(steps, "is still the template's: put what you know here")),
      ...faults
        .filter(({ place }) => !isUnfilled(place))
        .map(({ place, code, detail }) => document.toLine(place, code === 'missing' ? describeMissing(place, detail) : detail)),
    ]),
  ];
}

/** What the reader of a bare "is missing" would ask next. */
function describeMissing(steps: readonly PropertyKey[], detail: string): string {
  const field = steps.at(-1);
  if (field === 'published') return 'is missing: an undated source counts for nothing, since it is unknown from when it could be known';
  if (field === 'evidence') return 'is missing: a fact without evidence is no fact';
  return detail;
}
