import { toClassNames } from './client-rules.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/**
 * Components in which every inline enumeration or object that stands for a property called as a component is one of its own, named by
 * its place: a generator that names classes by properties would give two of them one name.
 * @param components with an example each; those that are added have the one at their place
 */
export function withOwnNames(components: ReadonlyMap<string, JsonObject>): Map<string, JsonObject> {
  const taken = new Set([...components.keys()].map((name) => name.toLowerCase()));
  const named = new Map<string, JsonObject>();

  const inside = (schema: JsonObject, place: string, example: Json | undefined, property?: string): JsonObject => ({
    ...schema,
    ...(isObject(schema.properties) && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, inner]) => [
          name,
          visit(inner, place + capitalize(name), name, isObject(example) ? example[name] : undefined),
        ]),
      ),
    }),
    ...(isObject(schema.items) && { items: visit(schema.items, `${place}Item`, property, Array.isArray(example) ? example[0] : undefined) }),
    ...(Array.isArray(schema.anyOf) && { anyOf: schema.anyOf.map((inner) => visit(inner, place, undefined, example) ?? null) }),
  });
  const visit = (schema: Json | undefined, place: string, property: string | undefined, example: Json | undefined): Json | undefined => {
    if (!isObject(schema) || schema.$ref !== undefined) return schema;
    const nullable = Array.isArray(schema.anyOf) ? schema.anyOf.find((inner) => isObject(inner) && isObject(inner.properties)) : undefined;
    if (property === undefined || !toClassNames(property).some((name) => taken.has(name))) return inside(schema, place, example, property);
    if (nullable !== undefined && Array.isArray(schema.anyOf))
      return { ...schema, anyOf: schema.anyOf.map((inner) => (inner === nullable ? (visit(inner, place, property, example) ?? null) : inner)) };
    if (!isObject(schema.properties) && !Array.isArray(schema.enum)) return inside(schema, place, example, property);
    const shown = example ?? exampleOf(schema, components);
    if (shown === undefined || shown === null) throw new Error(`${place} has no example: let docs/openapi/story.ts show one`);
    named.set(place, { ...inside(schema, place, example), examples: [shown] });
    return { $ref: `#/components/schemas/${place}` };
  };

  const changed = [...components].map(([name, schema]): [string, JsonObject] => {
    const [example] = Array.isArray(schema.examples) ? schema.examples : [];
    return [name, inside(schema, name, example)];
  });
  return new Map([...changed, ...named]);
}

const BY_FORMAT: Readonly<Record<string, string>> = { date: '2023-02-23', 'date-time': '2023-02-23T12:00:00Z' };

/** The example of a schema, its first value, or that of its required members. */
function exampleOf(schema: Json | undefined, components: ReadonlyMap<string, JsonObject>): Json | undefined {
  if (!isObject(schema)) return undefined;
  if (typeof schema.$ref === 'string') return exampleOf(components.get(schema.$ref.split('/').at(-1) ?? ''), components);
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (Array.isArray(schema.anyOf)) return exampleOf(schema.anyOf[0], components);
  if (schema.type === 'array') return [exampleOf(schema.items, components) ?? null];
  if (typeof schema.format === 'string') return BY_FORMAT[schema.format];
  if (!isObject(schema.properties) || !Array.isArray(schema.required)) return undefined;
  const { properties } = schema;
  const shown = schema.required.map((name): [string, Json | undefined] => [String(name), exampleOf(properties[String(name)], components)]);
  return shown.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(shown);
}

const capitalize = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
