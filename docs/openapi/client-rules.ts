import { isObject, type Json, type JsonObject } from './json.ts';

/** RFC 7517 names the modulus and the exponent of a key so. */
const BY_STANDARD = ['SigningKey.n', 'SigningKey.e'];

/**
 * What makes generators of clients fail, of each component. They make a class of every inline enumeration and object, named by
 * component and property; use variables of one letter; make an empty class of an `allOf` on a text; and know neither a list that may
 * be a scalar, a constant number, nor a type that is null alone.
 * @returns a sentence for each fault
 */
export function findClientFaults(components: ReadonlyMap<string, JsonObject>): string[] {
  const taken = new Map([...components.keys()].map((name) => [name.toLowerCase(), name]));
  const faults: string[] = [];
  const visit = (name: string, schema: Json | undefined, isInline: boolean): void => {
    if (!isObject(schema) || schema.$ref !== undefined) return;
    const makesClass = Array.isArray(schema.enum) || isObject(schema.properties) || Array.isArray(schema.anyOf);
    const other = taken.get(name.toLowerCase());
    if (isInline && makesClass && other !== undefined) faults.push(`${name} is a component, and the class that is made of an inline schema`);
    if (Array.isArray(schema.allOf)) faults.push(`${name} has an allOf, of which an empty class is made`);
    if (Array.isArray(schema.anyOf) && schema.anyOf.some(isList) && !schema.anyOf.every(isList))
      faults.push(`${name} is a list or something else, of which no type can be made`);
    if (typeof schema.const === 'number') faults.push(`${name} is a constant number, not an enumeration`);
    if (isInline && schema.type === 'null') faults.push(`${name} is always null, of which no type can be made`);
    for (const [property, inner] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
      if (property.length === 1 && !BY_STANDARD.includes(`${name}.${property}`)) faults.push(`${name}.${property} is a name of one letter`);
      visit(name + capitalize(property), inner, true);
    }
    visit(`${name}Item`, schema.items, true);
    visit(`${name}AdditionalProperty`, schema.additionalProperties, true);
    for (const inner of Array.isArray(schema.anyOf) ? schema.anyOf : []) visit(name, inner, false);
  };
  for (const [name, schema] of components) visit(name, schema, false);
  return faults;
}

const isList = (schema: Json) => isObject(schema) && schema.type === 'array';

const capitalize = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
