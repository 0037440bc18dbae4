import { branchOf, schemaOf, settle } from './along.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { resolve } from './schemas.ts';

type Components = ReadonlyMap<string, JsonObject>;

/** Finds in a value, along its schema, what stands for each component, and keeps for each the value with the most members. */
export function harvest(schema: JsonObject, value: Json | undefined, components: Components, found: Map<string, Json>): void {
  if (value === undefined || value === null) return;
  const meant = branchOf(schema, value, components) ?? schema;
  const name = resolve(meant, components)?.name;
  const known = name === undefined ? undefined : found.get(name);
  if (name !== undefined && (known === undefined || membersOf(value) > membersOf(known))) found.set(name, value);
  const settled = settle(meant, value, components);
  const inside = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  for (const [step, inner] of inside) {
    const at = schemaOf(settled, step);
    if (at) harvest(at, inner, components, found);
  }
}

function membersOf(value: Json): number {
  return isObject(value) ? Object.keys(value).length : 0;
}

/** A value with the members of free form, which the table keeps in no order, sorted by name. */
export function arrange(schema: JsonObject, value: Json, components: Components): Json {
  const settled = settle(schema, value, components);
  const inner = (step: string | number, part: Json) => arrange(schemaOf(settled, step) ?? {}, part, components);
  if (Array.isArray(value)) return value.map((item: Json, i) => inner(i, item));
  if (!isObject(value)) return value;
  const isFree = settled.properties === undefined && !isDescribed(settled.additionalProperties);
  const entries = Object.entries(value).map(([name, part]): [string, Json | undefined] => [name, part === undefined ? part : inner(name, part)]);
  return Object.fromEntries(isFree ? entries.sort(([x], [y]) => (x < y ? -1 : 1)) : entries);
}

function isDescribed(schema: Json | undefined): boolean {
  return isObject(schema) && Object.keys(schema).length > 0;
}
