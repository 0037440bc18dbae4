import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { isObject, type Json, type JsonObject } from './json.ts';

const PREFIX = '#/components/schemas/';

/** Gathers schemas for the document: whatever has an `id` in its meta becomes a component, and is referred to. */
export function createSchemas() {
  const components = new Map<string, JsonObject>();
  const sources = new Map<string, z.ZodType>();

  /** A schema as JSON Schema: of requests what is sent (`input`), of answers and parameters what it stands for (`output`). */
  const describe = (schema: z.ZodType, io: 'input' | 'output'): JsonObject => {
    const { $schema: _, $defs, ...root } = toPlain(z.toJSONSchema(schema, { io, unrepresentable: 'any', override: remember }));
    for (const [id, definition] of Object.entries(isObject($defs) ? $defs : {})) {
      const named = toOpenApi(definition as JsonObject);
      const known = components.get(id);
      if (known && !isDeepStrictEqual(known, named))
        throw new Error(`two different schemas share the id "${id}", or it reads otherwise than it writes`);
      components.set(id, named);
    }
    return toOpenApi(root);
  };
  const remember = ({ zodSchema }: { zodSchema: z.core.$ZodType }) => {
    const id = z.globalRegistry.get(zodSchema)?.id;
    if (id !== undefined && !sources.has(id)) sources.set(id, zodSchema as z.ZodType);
  };

  return { components, sources, describe };
}
export type Schemas = ReturnType<typeof createSchemas>;

/** The component that a reference names. */
export function resolve(schema: JsonObject, components: ReadonlyMap<string, JsonObject>): { name: string; schema: JsonObject } | undefined {
  const name = typeof schema.$ref === 'string' ? schema.$ref.slice(PREFIX.length) : undefined;
  const component = name === undefined ? undefined : components.get(name);
  return name === undefined || component === undefined ? undefined : { name, schema: component };
}

const MAPS = ['properties', 'patternProperties'];
const LISTS = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
const SINGLES = ['items', 'additionalProperties', 'propertyNames', 'not'];

/** The schemas directly inside a schema, replaced. */
function mapInside(schema: JsonObject, change: (inner: JsonObject) => JsonObject): JsonObject {
  const changed = (inner: Json | undefined) => (isObject(inner) ? change(inner) : inner);
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (MAPS.includes(keyword) && isObject(value)) return [keyword, Object.fromEntries(Object.entries(value).map(([k, v]) => [k, changed(v)]))];
      if (LISTS.includes(keyword) && Array.isArray(value)) return [keyword, value.map(changed)];
      return [keyword, SINGLES.includes(keyword) ? changed(value) : value];
    }),
  );
}

/** References into the document's components, `examples` for OpenAPI 3.0's `example`, and tuples as linters know them. */
function toOpenApi(schema: JsonObject): JsonObject {
  const { $ref, example, id: _, ...rest } = openTuple(schema);
  return {
    ...(typeof $ref === 'string' && { $ref: $ref.replace('#/$defs/', PREFIX) }),
    ...mapInside(joinPatterns(openUnion(nameNumbers(toMap(rest)))), toOpenApi),
    ...(example !== undefined && { examples: [example] }),
  };
}

const isLookahead = (body: string) => /^\(\?[!=].*\)$/.test(body);

/** Several patterns of one text are one: each but the last looks ahead from the beginning, and the last stands for the whole text. */
function joinPatterns({ allOf, ...rest }: JsonObject): JsonObject {
  if (!Array.isArray(allOf)) return rest;
  const patterns = allOf.map((inner) => (isObject(inner) ? inner.pattern : undefined));
  const bodies = patterns.flatMap((pattern) => (typeof pattern === 'string' && pattern.startsWith('^') ? [pattern.slice(1)] : []));
  if (bodies.length < allOf.length) return { ...rest, allOf };
  const inOrder = [...bodies.filter(isLookahead), ...bodies.filter((body) => !isLookahead(body))];
  const ahead = inOrder.slice(0, -1).map((body) => (isLookahead(body) ? body : `(?=${body})`));
  return { ...rest, pattern: `^${ahead.join('')}${inOrder.at(-1)}` };
}

/** Members of one kind of which some have a name of one letter are a map: generators of clients use such names themselves. */
function toMap(schema: JsonObject): JsonObject {
  const { anyOf, properties: _, required: __, ...kept } = schema;
  const members = Array.isArray(anyOf) ? anyOf : [schema];
  const properties = members.map((member) => (isObject(member) && isObject(member.properties) ? member.properties : undefined));
  const names = properties.flatMap((one) => Object.keys(one ?? {}));
  const [first, ...others] = properties.flatMap((one) => Object.values(one ?? {}));
  if (properties.includes(undefined) || !names.some((name) => name.length === 1)) return schema;
  return others.every((other) => isDeepStrictEqual(other, first)) ? { ...kept, type: 'object', additionalProperties: first } : schema;
}

/** Whole numbers one by one are an enumeration, others a span with its step, and each says how it is held: generators of clients know no other. */
function nameNumbers({ anyOf, ...rest }: JsonObject): JsonObject {
  const members = Array.isArray(anyOf) ? anyOf.filter(isObject) : [rest];
  const values = members.flatMap(({ const: one }) => (typeof one === 'number' ? [one] : [])).sort((x, y) => x - y);
  const [least, next] = values;
  if (least === undefined || values.length < members.length)
    return { ...rest, ...(rest.type === 'number' && { format: 'double' }), ...(anyOf && { anyOf }) };
  const { const: _, type: __, ...kept } = rest;
  if (values.every(Number.isInteger)) return { ...kept, type: 'integer', enum: values };
  return {
    ...kept,
    type: 'number',
    format: 'double',
    minimum: least,
    maximum: values.at(-1),
    ...(next !== undefined && { multipleOf: next - least }),
  };
}

/** A value that may be a list or a scalar has a list of types: generators make no type of such an `anyOf`. */
function openUnion({ anyOf, ...rest }: JsonObject): JsonObject {
  const members = Array.isArray(anyOf) ? anyOf.filter(isObject) : [];
  const lists = members.filter(({ type }) => type === 'array');
  if (lists.length !== 1 || lists.length === members.length) return { ...rest, ...(anyOf && { anyOf }) };
  return { ...rest, type: members.flatMap(({ type }) => type ?? []), items: lists[0]?.items };
}

/** A closed tuple of one kind is a list of fixed length; linters take `items: false` for no items at all. */
function openTuple({ prefixItems, items, ...rest }: JsonObject): JsonObject {
  if (!Array.isArray(prefixItems) || items !== false) return { ...rest, ...(prefixItems && { prefixItems }), ...(items !== undefined && { items }) };
  const isOneKind = prefixItems.every((item) => isDeepStrictEqual(item, prefixItems[0]));
  return isOneKind ? { ...rest, items: prefixItems[0] } : { ...rest, prefixItems, items: {} };
}

function toPlain(schema: unknown): JsonObject {
  return JSON.parse(JSON.stringify(schema));
}
