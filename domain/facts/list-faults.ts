import * as z from 'zod';
import { type FaultParams, readFault, sayFault } from './fault.ts';
import { meantBy } from './nearest.ts';
import { visible } from './visible.ts';

type Issue = z.core.$ZodIssue;
type Place = readonly PropertyKey[];
/** One fault of a value: where, what kind by code and parameters, and what to do in English. No sentence repeats what cannot be seen. */
export type ValueFault = { readonly place: Place; readonly code: string; readonly params: FaultParams; readonly detail: string };
type Found = Omit<ValueFault, 'detail'>;

/** Every fault that a schema found in a value that was parsed with `reportInput` and `describeIssue`. */
export function listFaults(error: z.ZodError, schema: z.ZodType): ValueFault[] {
  return error.issues
    .flatMap((issue) => faultsOf(issue, schema, []))
    .map((fault) => ({ ...fault, detail: visible(sayFault(fault)).slice(0, LONGEST) }));
}

/** Characters of a sentence. */
const LONGEST = 600;

function faultsOf(issue: Issue, schema: z.ZodType, above: Place): Found[] {
  const place = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const meant = meantBy(key, fieldsAt(schema, place));
        return { place: [...place, key], code: 'unknown-field', params: meant === undefined ? {} : { meant } };
      });
    case 'invalid_union': {
      const branch = bestBranch(issue.errors);
      return branch ? branch.flatMap((inner) => faultsOf(inner, schema, place)) : [{ place, code: 'invalid-union', params: {} }];
    }
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ place, ...readFault(message) }));
    default:
      return [{ place, ...withExample(readFault(toMessage(issue)), issue, schema, place) }];
  }
}

/** Of the forms a value may have, the one it was meant to have: that whose kind of value it is. */
function bestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isOfAnotherKind = (issue: Issue) => issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  return branches.find((issues) => issues.length > 0 && !issues.some(isOfAnotherKind)) ?? branches[0];
}

/** What a library says of itself begins so. */
const toMessage = ({ message }: Issue) => message.replace(/^Invalid input: /, '').replace(/^Invalid input$/, 'is not valid');

type Read = ReturnType<typeof readFault>;

/** With what would do, where the schema shows it and the sentence does not. */
function withExample({ code, params }: Read, issue: Issue, schema: z.ZodType, place: Place): Read {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_format') return { code, params };
  if (code === 'missing-or-malformed' || sayFault({ code, params }).includes('such as')) return { code, params };
  const at = schemaAt(schema, place);
  const example = at && exampleOf(at);
  return ['string', 'number', 'boolean'].includes(typeof example)
    ? { code, params: { ...params, example: JSON.stringify(example) } }
    : { code, params };
}

function exampleOf(schema: z.ZodType): unknown {
  const { example } = (z.globalRegistry.get(schema) ?? {}) as { example?: unknown };
  if (example !== undefined) return example;
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? exampleOf(schema.unwrap() as z.ZodType) : undefined;
}

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
