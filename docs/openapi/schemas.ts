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
    ...mapInside(rest, toOpenApi),
    ...(example !== undefined && { examples: [example] }),
  };
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
