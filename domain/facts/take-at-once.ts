import type * as z from 'zod';

/** Whether a value is right as it stands. What is not taken may be right all the same: zod has the last word. */
type Takes = (value: unknown) => boolean;

/**
 * Lets a schema take a value that is right at once and uncopied; zod looks only at the others, to tell every fault. Nearly
 * all that is parsed is right, for it comes out of our own table or from a client that has tried it; so it costs a third (docs/adr/0013).
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

/** What a schema takes. Of kinds that are not named here it takes nothing. */
function takesOf(schema: z.core.$ZodType): Takes {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  // A format, such as a date, is its own first check.
  const own = schema._zod.traits.has('$ZodCheck') ? [schema as unknown as z.core.$ZodCheck] : [];
  const checks = [...own, ...(def.checks ?? [])];
  switch (def.type) {
    case 'string':
      return takeText(checks);
    case 'enum':
    case 'literal': {
      const values = schema._zod.values ?? new Set();
      return allOf([(value) => values.has(value as string), ...checks.map(decide)]);
    }
    case 'optional': {
      const inner = takesOf(def.innerType);
      return allOf([(value) => value === undefined || inner(value), ...checks.map(decide)]);
    }
    case 'union': {
      const options = def.options.map(takesOf);
      return allOf([(value) => options.some((takes) => takes(value)), ...checks.map(decide)]);
    }
    case 'array':
      return allOf([takeList(takesOf(def.element)), ...checks.map(decide)]);
    case 'record':
      return allOf([takeRecord(takesOf(def.keyType), takesOf(def.valueType)), ...checks.map(decide)]);
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? allOf([takeObject(def.shape), ...checks.map(decide)]) : () => false;
    default:
      return () => false;
  }
}

function allOf(all: readonly Takes[]): Takes {
  return all.reduce((before, next) => (value) => before(value) && next(value));
}

function takeList(element: Takes): Takes {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const member of value) if (!element(member)) return false;
    return true;
  };
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

/** What zod's own check says of a value. */
function decide(check: z.core.$ZodCheck): Takes {
  const { def } = check._zod as z.core.$ZodCustom['_zod'];
  if (def.check === 'custom' && def.fn) return (value) => def.fn(value) === true;
  return (value) => {
    const payload: z.core.ParsePayload = { value, issues: [] };
    void check._zod.check(payload as z.core.ParsePayload<never>);
    return payload.issues.length === 0 && payload.value === value;
  };
}

/** All that is asked of a text, in one: most of what there is are texts. */
function takeText(checks: readonly z.core.$ZodCheck[]): Takes {
  let [shortest, longest] = [0, Number.POSITIVE_INFINITY];
  let pattern: RegExp | undefined;
  const others: Takes[] = [];
  for (const check of checks) {
    const { def } = check._zod as z.core.$ZodChecks['_zod'];
    // Bounds are of code points, each of one or two units: in between zod counts.
    if (def.check === 'min_length') shortest = Math.max(shortest, 2 * def.minimum - 1);
    else if (def.check === 'max_length') longest = Math.min(longest, def.maximum);
    else if (def.check === 'string_format' && def.format === 'url') others.push(takeAddress(def as z.core.$ZodURLDef, decide(check)));
    else if (def.check === 'string_format' && def.pattern && !pattern) pattern = def.pattern;
    else others.push(decide(check));
  }
  const other = others.length > 0 ? allOf(others) : undefined;
  return (value) =>
    typeof value === 'string' &&
    value.length >= shortest &&
    value.length <= longest &&
    (pattern === undefined || pattern.test(value)) &&
    (other === undefined || other(value));
}

const SCHEME = 'https://';
const PLAIN_ADDRESS = /^https:\/\/(?!.*xn--)(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w.~%!$&'()*+,;=:@/?#-]*)?$/i;

/** An address that nothing has to be escaped or decoded in need not be taken apart to be known as one. */
function takeAddress({ protocol, hostname }: z.core.$ZodURLDef, decides: Takes): Takes {
  const allowsScheme = protocol === undefined || protocol.test('https');
  return (value) => {
    const address = value as string;
    if (!allowsScheme || !PLAIN_ADDRESS.test(address)) return decides(value);
    if (hostname === undefined) return true;
    const path = address.indexOf('/', SCHEME.length);
    return hostname.test(path < 0 ? address.slice(SCHEME.length) : address.slice(SCHEME.length, path)) || decides(value);
  };
}
