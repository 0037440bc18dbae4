import type { z } from 'zod';

/** Whether a value is right as it stands. What is not taken may be right all the same: zod has the last word. */
type Takes = (value: unknown) => boolean;

/**
 * Lets a schema take a value that is right at once and uncopied; zod looks only at the others, to tell every fault. Nearly
 * all that is parsed is right, for it comes out of our own table or from a client that has tried it; so it costs a third.
 */
export function takeAtOnce<T extends z.ZodType>(schema: T): T {
  const { run } = schema._zod;
  let takes: Takes | undefined;
  schema._zod.run = (payload, context) => {
    // Made when first needed: a function that parses none starts the sooner.
    takes ??= takesOf(schema);
    return context.direction !== 'backward' && takes(payload.value) ? payload : run(payload, context);
  };
  return schema;
}

function takesOf(schema: z.core.$ZodType): Takes {
  const takes = kindOf(schema);
  // A format, such as a date, is its own first check.
  const own = schema._zod.traits.has('$ZodCheck') ? [schema as unknown as z.core.$ZodCheck] : [];
  const checks = [...own, ...(schema._zod.def.checks ?? [])].map(checkOf);
  return checks.reduce((before, check) => (value) => before(value) && check(value), takes);
}

/** What a schema asks before its checks. Of other kinds nothing is taken. */
function kindOf(schema: z.core.$ZodType): Takes {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'enum':
    case 'literal': {
      const values = schema._zod.values ?? new Set();
      return (value) => values.has(value as string);
    }
    case 'optional': {
      const inner = takesOf(def.innerType);
      return (value) => value === undefined || inner(value);
    }
    case 'union': {
      const options = def.options.map(takesOf);
      return (value) => options.some((takes) => takes(value));
    }
    case 'array': {
      const element = takesOf(def.element);
      return (value) => {
        if (!Array.isArray(value)) return false;
        for (const member of value) if (!element(member)) return false;
        return true;
      };
    }
    case 'record':
      return takeRecord(takesOf(def.keyType), takesOf(def.valueType));
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? takeObject(def.shape) : () => false;
    default:
      return () => false;
  }
}

function takeRecord(key: Takes, member: Takes): Takes {
  return (value) => {
    if (!isPlainObject(value)) return false;
    for (const name in value) if (!key(name) || !member(value[name])) return false;
    return true;
  };
}

function takeObject(shape: z.core.$ZodShape): Takes {
  const members = Object.entries(shape).map(([name, schema]) => ({ name, takes: takesOf(schema), isRequired: !schema._zod.optin }));
  return (value) => {
    if (!isPlainObject(value)) return false;
    let unknown = 0;
    for (const _ in value) unknown += 1;
    for (const { name, takes, isRequired } of members) {
      const member = value[name];
      if (member === undefined ? isRequired : !takes(member)) return false;
      if (member !== undefined) unknown -= 1;
    }
    return unknown === 0;
  };
}

/** As JSON has them, so that no member stands in the prototype. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The commonest checks without zod's bookkeeping; what they do not take, and all others, zod decides. */
function checkOf(check: z.core.$ZodCheck): Takes {
  const { def } = check._zod as z.core.$ZodChecks['_zod'] | z.core.$ZodCustom['_zod'];
  const decide: Takes = (value) => {
    const payload: z.core.ParsePayload = { value, issues: [] };
    void check._zod.check(payload as z.core.ParsePayload<never>);
    return payload.issues.length === 0 && payload.value === value;
  };
  switch (def.check) {
    // Lengths are of code points: of one or two units each.
    case 'min_length':
      return (value) => (value as string).length >= 2 * def.minimum || decide(value);
    case 'max_length':
      return (value) => (value as string).length <= def.maximum || decide(value);
    case 'string_format':
      if (def.format === 'url') return (value) => isPlainAddress(value as string, def as z.core.$ZodURLDef) || decide(value);
      return def.pattern ? matchBy(def.pattern) : decide;
    case 'custom':
      return def.fn ? (value) => def.fn?.(value) === true || decide(value) : decide;
    default:
      return decide;
  }
}

function matchBy(pattern: RegExp): Takes {
  return (value) => pattern.test(value as string);
}

const SCHEME = 'https://';
const PLAIN_ADDRESS = /^https:\/\/(?!.*xn--)(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w.~%!$&'()*+,;=:@/?#-]*)?$/i;

/** An address that nothing has to be escaped or decoded in, so that it need not be taken apart to be known as one. */
function isPlainAddress(value: string, { protocol, hostname }: z.core.$ZodURLDef): boolean {
  if (!PLAIN_ADDRESS.test(value) || !protocol?.test('https')) return false;
  const path = value.indexOf('/', SCHEME.length);
  return hostname?.test(value.slice(SCHEME.length, path < 0 ? undefined : path)) === true;
}
