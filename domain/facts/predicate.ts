import type * as z from 'zod';

type Predicate = (value: unknown) => boolean;

/**
 * A plain predicate made from a schema. What it accepts, the schema accepts and leaves as it is; what it refuses may still be
 * valid: zod decides then, and names every fault. Throws for a kind of schema that it does not know (docs/adr/0013).
 */
export function predicateOf<T extends z.ZodType>(schema: T): (value: unknown) => value is z.output<T> {
  return compile(schema) as (value: unknown) => value is z.output<T>;
}

function compile(schema: z.core.$ZodType): Predicate {
  const { def, traits, values } = schema._zod as z.core.$ZodTypes['_zod'];
  // A format, such as a date, is its own first check.
  const own = traits.has('$ZodCheck') ? [schema as unknown as z.core.$ZodCheck] : [];
  const checks = [...own, ...(def.checks ?? [])];
  if (def.type === 'string') return compileString(checks);
  return allOf([compileKind(def, traits, values), ...checks.map(compileCheck)]);
}

function compileKind(def: z.core.$ZodTypes['_zod']['def'], traits: Set<string>, values: z.core.util.PrimitiveSet | undefined): Predicate {
  switch (def.type) {
    case 'number':
      return Number.isFinite;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'null':
      return (value) => value === null;
    case 'enum':
    case 'literal':
      return (value) => values?.has(value as string) ?? false;
    case 'optional': {
      if (traits.has('$ZodExactOptional')) break;
      const inner = compile(def.innerType);
      return (value) => value === undefined || inner(value);
    }
    case 'nullable': {
      const inner = compile(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'union': {
      if (traits.has('$ZodXor')) break;
      const options = def.options.map(compile);
      return (value) => options.some((accepts) => accepts(value));
    }
    case 'array':
      return compileArray(compile(def.element));
    case 'record':
      return compileRecord(def);
    case 'object':
      if (def.catchall && def.catchall._zod.def.type !== 'never') break;
      return compileObject(def.shape);
  }
  throw new Error(`predicateOf does not know this kind of schema: ${[...traits].at(-1) ?? def.type}; add it to domain/facts/predicate.ts`);
}

function allOf(all: readonly Predicate[]): Predicate {
  return all.reduce((before, next) => (value) => before(value) && next(value));
}

function compileArray(element: Predicate): Predicate {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (let i = 0; i < value.length; i += 1) if (!element(value[i])) return false;
    return true;
  };
}

function compileRecord({ keyType, valueType, partial }: z.core.$ZodRecordDef): Predicate {
  const [key, member] = [compile(keyType), compile(valueType)];
  // A record by an enumeration must have every one of its names.
  const required = partial ? [] : [...(keyType._zod.values ?? [])].map(String);
  return (value) => {
    if (!isPlainObject(value) || Object.getOwnPropertySymbols(value).length > 0) return false;
    for (const name in value) if (name === '__proto__' || !key(name) || !member(value[name])) return false;
    for (const name of required) if (!Object.hasOwn(value, name)) return false;
    return true;
  };
}

/** With no member that the shape does not name: zod would leave it out or refuse it. Goes by the members that are there, which are the fewer. */
function compileObject(shape: z.core.$ZodShape): Predicate {
  const members = new Map(Object.entries(shape).map(([name, schema]) => [name, compileMember(schema)]));
  const required = [...members.values()].filter((member) => member.isRequired).length;
  return (value) => {
    if (!isPlainObject(value)) return false;
    let found = 0;
    for (const name in value) {
      const known = members.get(name);
      if (known === undefined) return false;
      const member = value[name];
      if (member === undefined) continue;
      if (!known.accepts(member)) return false;
      if (known.isRequired) found += 1;
    }
    return found === required;
  };
}

/** A member that is missing or undefined is never asked, so that an optional one is asked as what it is when it is there. */
function compileMember(schema: z.core.$ZodType): { accepts: Predicate; isRequired: boolean } {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  const isPlainOptional = def.type === 'optional' && !schema._zod.traits.has('$ZodExactOptional') && !def.checks?.length;
  return { accepts: compile(isPlainOptional ? def.innerType : schema), isRequired: !schema._zod.optin };
}

/** As JSON has them, so that no member comes from a prototype. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** What zod's own check says of a value. A check that answers later, or changes the value, accepts nothing. */
function compileCheck(check: z.core.$ZodCheck): Predicate {
  const { def } = check._zod as z.core.$ZodCustom['_zod'];
  if (def.check === 'custom' && def.fn) return (value) => def.fn(value) === true;
  return (value) => {
    const payload: z.core.ParsePayload = { value, issues: [] };
    const later = check._zod.check(payload as z.core.ParsePayload<never>);
    return later === undefined && payload.issues.length === 0 && payload.value === value;
  };
}

/** Formats that are their pattern and nothing else; of another one zod's own check decides. */
const PATTERN_ONLY: readonly string[] = ['regex', 'date'];

/** All checks of a text in one function, because most values are texts. */
function compileString(checks: readonly z.core.$ZodCheck[]): Predicate {
  let [shortest, longest] = [0, Number.POSITIVE_INFINITY];
  let pattern: RegExp | undefined;
  const others: Predicate[] = [];
  for (const check of checks) {
    const { def } = check._zod as z.core.$ZodChecks['_zod'];
    // Bounds are of code points, each of one or two units: in between zod counts.
    if (def.check === 'min_length') shortest = Math.max(shortest, 2 * def.minimum - 1);
    else if (def.check === 'max_length') longest = Math.min(longest, def.maximum);
    else if (def.check === 'string_format' && def.format === 'url') others.push(compileAddress(def as z.core.$ZodURLDef, compileCheck(check)));
    else if (def.check === 'string_format' && isStateless(def.pattern) && PATTERN_ONLY.includes(def.format) && !pattern) pattern = def.pattern;
    else others.push(compileCheck(check));
  }
  const other = others.length > 0 ? allOf(others) : undefined;
  return (value) =>
    typeof value === 'string' &&
    value.length >= shortest &&
    value.length <= longest &&
    (pattern === undefined || pattern.test(value)) &&
    (other === undefined || other(value));
}

/** A global or sticky pattern begins where its last match ended. */
const isStateless = (pattern: RegExp | undefined) => pattern !== undefined && !pattern.global && !pattern.sticky;

const SCHEME = 'https://';
const PLAIN_ADDRESS = /^https:\/\/(?!.*xn--)(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w.~%!$&'()*+,;=:@/?#-]*)?$/i;

/** An address in which nothing is escaped or decoded is checked without parsing it. */
function compileAddress({ protocol, hostname, normalize }: z.core.$ZodURLDef, decides: Predicate): Predicate {
  const allowsScheme = !normalize && (protocol === undefined || (isStateless(protocol) && protocol.test('https')));
  return (value) => {
    const address = value as string;
    if (!allowsScheme || !PLAIN_ADDRESS.test(address)) return decides(value);
    if (hostname === undefined) return true;
    if (!isStateless(hostname)) return decides(value);
    const path = address.indexOf('/', SCHEME.length);
    return hostname.test(path < 0 ? address.slice(SCHEME.length) : address.slice(SCHEME.length, path)) || decides(value);
  };
}
