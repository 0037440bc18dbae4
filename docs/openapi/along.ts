import { isObject, type Json, type JsonObject } from './json.ts';
import { resolve } from './schemas.ts';

type Components = ReadonlyMap<string, JsonObject>;

/** Of a union, the branch that a value is meant by. */
export function branchOf({ anyOf, oneOf }: JsonObject, value: Json, components: Components): JsonObject | undefined {
  const branches = [anyOf, oneOf].flatMap((list): Json[] => (Array.isArray(list) ? list : []));
  return branches.filter(isObject).find((branch) => fits(branch, value, components));
}

/** The schema that describes what is inside a value: references and branches followed. */
export function settle(schema: JsonObject, value: Json, components: Components): JsonObject {
  const next = resolve(schema, components)?.schema ?? branchOf(schema, value, components);
  return next ? settle(next, value, components) : schema;
}

/** The schema of a member or item of a value, by the settled schema of the value. */
export function schemaOf(settled: JsonObject, step: string | number): JsonObject | undefined {
  const { properties, additionalProperties, prefixItems, items } = settled;
  const places = Array.isArray(prefixItems) ? prefixItems : [];
  const at =
    typeof step === 'number' ? (places[step] ?? items) : isObject(properties) && step in properties ? properties[step] : additionalProperties;
  return isObject(at) ? at : undefined;
}

/** Whether a branch of a union is meant: by its type, its values or its members. */
function fits(schema: JsonObject, value: Json, components: Components): boolean {
  const { type, enum: values, required = [] } = resolve(schema, components)?.schema ?? schema;
  if (Array.isArray(values)) return values.includes(value as never);
  if (type === 'object') return isObject(value) && Array.isArray(required) && required.every((name) => String(name) in value);
  return type === (Array.isArray(value) ? 'array' : typeof value);
}
