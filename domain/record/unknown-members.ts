import * as z from 'zod';
import { isOfToday } from '../facts/plain-text.ts';

/** Members that this version does not know, kept on the object they belong to: spread carries them on; JSON, hashes and schemas pass over them. */
const UNKNOWN = Symbol('members of another version');
type Carrier = { readonly [UNKNOWN]?: Readonly<Record<string, unknown>> };

/**
 * A schema that checks the shape alone. Members that it does not know are kept aside, or refused where it is strict. What a
 * whole object or list must fulfil is a rule for what is submitted today: it does not bind what is stored.
 */
export function toShape<T extends z.ZodType>(schema: T, { isStrict }: { isStrict: boolean }): z.ZodType<z.output<T>> {
  const known = isStrict ? strictShapes : tolerantShapes;
  const made = known.get(schema) ?? makeShape(schema, isStrict);
  known.set(schema, made);
  return made as z.ZodType<z.output<T>>;
}

const strictShapes = new WeakMap<z.ZodType, z.ZodType>();
const tolerantShapes = new WeakMap<z.ZodType, z.ZodType>();

function withoutRulesOfToday(schema: z.ZodType): z.ZodType {
  const { checks = [], ...def } = schema.def as z.core.$ZodStringDef;
  const standing = checks.filter((check) => !isOfToday(check));
  return standing.length === checks.length ? schema : schema.clone({ ...def, checks: standing } as typeof schema.def);
}

function makeShape(schema: z.ZodType, isStrict: boolean): z.ZodType {
  const inner = (one: unknown) => makeShape(one as z.ZodType, isStrict);
  if (schema instanceof z.ZodOptional) return inner(schema.unwrap()).optional();
  if (schema instanceof z.ZodNullable) return inner(schema.unwrap()).nullable();
  if (schema instanceof z.ZodArray) return z.array(inner(schema.element));
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map(inner));
  if (schema instanceof z.ZodTuple) return z.tuple(schema.def.items.map(inner) as [z.ZodType, ...z.ZodType[]]);
  if (schema instanceof z.ZodRecord) return z.record(z.string(), inner(schema.valueType));
  if (schema.def.type === 'string') return withoutRulesOfToday(schema);
  if (!(schema instanceof z.ZodObject)) return schema;
  const shape = Object.fromEntries(Object.entries(schema.shape).map(([name, member]) => [name, inner(member)]));
  return isStrict ? z.strictObject(shape) : z.looseObject(shape).transform((value) => keepAside(value, shape));
}

function keepAside(value: Record<string, unknown>, shape: object): object {
  const members = Object.entries(value);
  const unknown = members.filter(([name]) => !Object.hasOwn(shape, name));
  if (unknown.length === 0) return value;
  return { ...Object.fromEntries(members.filter(([name]) => Object.hasOwn(shape, name))), [UNKNOWN]: Object.fromEntries(unknown) };
}

/** The value with the unknown members in their places again, as it is written. */
export function withUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknown);
  if (value === null || typeof value !== 'object') return value;
  const known = Object.entries(value).map(([name, member]) => [name, withUnknown(member)] as const);
  return { ...(value as Carrier)[UNKNOWN], ...Object.fromEntries(known) };
}

/** A new value of the same thing, such as a platform's profile, with what is not known of the old one. */
export function carryOn<T extends object>(before: object | undefined, after: T): T {
  const unknown = (before as Carrier | undefined)?.[UNKNOWN];
  return unknown ? { ...after, [UNKNOWN]: unknown } : after;
}
