import * as z from 'zod';
import { suggest } from './nearest.ts';
import { visible } from './visible.ts';

type Issue = z.core.$ZodIssue;
type Place = readonly PropertyKey[];
/** One fault of a value: where, what kind, and what to do. No sentence repeats what cannot be seen. */
export type ValueFault = { readonly place: Place; readonly code: string; readonly detail: string };

/** Every fault that a schema found in a value that was parsed with `reportInput` and `describeIssue`. */
export function listFaults(error: z.ZodError, schema: z.ZodType): ValueFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, schema, [])).map((fault) => ({ ...fault, detail: sentence(fault.detail) }));
}

function faultsOf(issue: Issue, schema: z.ZodType, above: Place): ValueFault[] {
  const place = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        place: [...place, key],
        code: 'unknown-field',
        detail: `there is no such field here${suggest(key, fieldsAt(schema, place))}`,
      }));
    case 'invalid_union': {
      const branch = bestBranch(issue.errors);
      return branch
        ? branch.flatMap((inner) => faultsOf(inner, schema, place))
        : [{ place, code: 'invalid-union', detail: 'fits none of the forms allowed here' }];
    }
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ place, code: 'invalid-key', detail: message }));
    default:
      return [{ place, code: codeOf(issue), detail: `${issue.message}${exampleFor(issue, schema, place)}` }];
  }
}

/** Of the forms a value may have, the one it was meant to have: that whose kind of value it is. */
function bestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isOfAnotherKind = (issue: Issue) => issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  return branches.find((issues) => issues.length > 0 && !issues.some(isOfAnotherKind)) ?? branches[0];
}

function codeOf(issue: Issue): string {
  return issue.code === 'invalid_type' && issue.input === undefined ? 'missing' : issue.code.replaceAll('_', '-');
}

/** What would do, where the schema shows it and the sentence does not. */
function exampleFor(issue: Issue, schema: z.ZodType, place: Place): string {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_format') return '';
  if (issue.message.includes('such as') || issue.message.includes('header')) return '';
  const at = schemaAt(schema, place);
  const example = at && exampleOf(at);
  return ['string', 'number', 'boolean'].includes(typeof example) ? `, such as ${JSON.stringify(example)}` : '';
}

function exampleOf(schema: z.ZodType): unknown {
  const { example } = (z.globalRegistry.get(schema) ?? {}) as { example?: unknown };
  if (example !== undefined) return example;
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? exampleOf(schema.unwrap() as z.ZodType) : undefined;
}

const sentence = (message: string) => visible(message.replace(/^Invalid input: /, '').replace(/^Invalid input$/, 'is not valid')).slice(0, 600);

/** The fields that a schema knows at a place. */
function fieldsAt(schema: z.ZodType, place: Place): readonly string[] {
  const at = schemaAt(schema, place);
  const last = at && unwrap(at);
  return last instanceof z.ZodObject ? Object.keys(last.shape) : [];
}

function schemaAt(schema: z.ZodType, place: Place): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const step of place) at = at && stepInto(unwrap(at), step);
  return at;
}

function stepInto(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)] as z.ZodType | undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : undefined;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion)
    return unwrap((schema.options as z.ZodType[]).find((option) => option instanceof z.ZodObject) ?? (schema.options[0] as z.ZodType));
  return schema;
}
