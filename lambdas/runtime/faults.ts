import { closest, distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { visible } from '../../domain/facts/visible.ts';
import type { Fault } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Place = readonly PropertyKey[];

/** A request with thousands of faults is answered with this many. */
const MOST_FAULTS = 100;

/** Every fault that a schema found, each with its JSON pointer. */
export function toFaults(error: z.ZodError, schema: z.ZodType, where?: Fault['in']): Fault[] {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, schema, []));
  return faults.slice(0, MOST_FAULTS).map((fault) => (where ? { ...fault, in: where } : fault));
}

function faultsOf(issue: Issue, schema: z.ZodType, above: Place): Fault[] {
  const place = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: toPointer([...place, key]),
        code: 'unknown-field',
        detail: unknownField(key, keysAt(schema, place)),
      }));
    case 'invalid_union': {
      const branch = bestBranch(issue.errors);
      return branch
        ? branch.flatMap((inner) => faultsOf(inner, schema, place))
        : [{ pointer: toPointer(place), code: 'invalid-union', detail: 'fits none of the forms allowed here' }];
    }
    case 'invalid_key':
      return issue.issues.map((inner) => ({ pointer: toPointer(place), code: 'invalid-key', detail: sentence(inner.message) }));
    default:
      return [{ pointer: toPointer(place), code: codeOf(issue), detail: sentence(issue.message) }];
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

/** RFC 6901; lone surrogates in a key are shown as replacement characters, so that the answer is well-formed. */
export function toPointer(place: Place): string {
  return place.map((step) => `/${String(step).toWellFormed().slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function unknownField(key: string, known: readonly string[]): string {
  const near = known.length > 0 && key.length < 50 ? closest(key, known) : undefined;
  const hint = near !== undefined && distance(key, near) <= Math.max(2, key.length / 3) ? `; did you mean "${near}"?` : '';
  return `there is no such field here${hint}`;
}

function sentence(message: string): string {
  return visible(message.replace(/^Invalid input: /, '').replace(/^Invalid input$/, 'is not valid')).slice(0, 600);
}

/** The fields that a schema knows at a place, for "did you mean". */
function keysAt(schema: z.ZodType, place: Place): readonly string[] {
  let at: z.ZodType | undefined = schema;
  for (const step of place) at = at && stepInto(unwrap(at), step);
  const last = at && unwrap(at);
  return last instanceof z.ZodObject ? Object.keys(last.shape) : [];
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
