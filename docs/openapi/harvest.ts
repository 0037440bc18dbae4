import { isObject, type Json, type JsonObject } from './json.ts';
import { resolve } from './schemas.ts';

type Components = ReadonlyMap<string, JsonObject>;

/** Finds in a value, along its schema, what stands for each component, and keeps for each the value with the most members. */
export function harvest(schema: JsonObject, value: Json | undefined, components: Components, found: Map<string, Json>): void {
  if (value === undefined || value === null) return;
  const named = resolve(schema, components);
  if (named) {
    const known = found.get(named.name);
    if (known === undefined || membersOf(value) > membersOf(known)) found.set(named.name, value);
    harvest(named.schema, value, components, found);
    return;
  }
  const branches = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const branch = branches.find((candidate) => isObject(candidate) && fits(candidate, value, components));
  if (isObject(branch)) harvest(branch, value, components, found);
  if (Array.isArray(value)) {
    const places = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
    value.forEach((item: Json, i) => {
      const at = places[i] ?? schema.items;
      if (isObject(at)) harvest(at, item, components, found);
    });
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      const at = (isObject(schema.properties) ? schema.properties[name] : undefined) ?? schema.additionalProperties;
      if (isObject(at)) harvest(at, member, components, found);
    }
  }
}

function membersOf(value: Json): number {
  return isObject(value) ? Object.keys(value).length : 0;
}

/** Whether a branch of a union is meant: by its type, its words or its members. */
function fits(schema: JsonObject, value: Json, components: Components): boolean {
  const { type, enum: words, required = [] } = resolve(schema, components)?.schema ?? schema;
  if (Array.isArray(words)) return words.includes(value as never);
  if (type === 'object') return isObject(value) && Array.isArray(required) && required.every((name) => String(name) in value);
  return type === (Array.isArray(value) ? 'array' : typeof value);
}
