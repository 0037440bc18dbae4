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
  const visit = (name: string, schema: Json | undefined, isInline: boolean, property = ''): void => {
    if (!isObject(schema) || schema.$ref !== undefined) return;
    const makesClass = Array.isArray(schema.enum) || isObject(schema.properties) || isUnion(schema);
    const other = taken.get(name.toLowerCase());
    if (isInline && makesClass && other !== undefined) faults.push(`${name} is a component, and the class that is made of an inline schema`);
    const alike = toClassNames(property)
      .map((one) => taken.get(one))
      .find((one) => one !== undefined);
    if (isInline && (Array.isArray(schema.enum) || isObject(schema.properties)) && alike !== undefined)
      faults.push(`${name} is an inline schema, and its property is called as the component ${alike}`);
    if (Array.isArray(schema.allOf)) faults.push(`${name} has an allOf, of which an empty class is made`);
    if (Array.isArray(schema.anyOf) && schema.anyOf.some(isList) && !schema.anyOf.every(isList))
      faults.push(`${name} is a list or something else, of which no type can be made`);
    if (Array.isArray(schema.enum) && schema.enum.some((one) => typeof one === 'number' && !Number.isInteger(one)))
      faults.push(`${name} is an enumeration of fractions, not a span`);
    if (typeof schema.const === 'number') faults.push(`${name} is a constant number, not an enumeration`);
    if (isInline && schema.type === 'null') faults.push(`${name} is always null, of which no type can be made`);
    for (const [property, inner] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
      if (property.length === 1 && !BY_STANDARD.includes(`${name}.${property}`)) faults.push(`${name}.${property} is a name of one letter`);
      visit(name + capitalize(property), inner, true, property);
    }
    visit(`${name}Item`, schema.items, true, property);
    visit(`${name}AdditionalProperty`, schema.additionalProperties, true);
    for (const inner of Array.isArray(schema.anyOf) ? schema.anyOf : []) visit(name, inner, false);
  };
  for (const [name, schema] of components) visit(name, schema, false);
  return faults;
}

/** What generators call the class of a property, in small letters: itself, one of a list, or its item. */
export const toClassNames = (property: string) => {
  const name = property.toLowerCase();
  return property === '' ? [] : [name, name.replace(/s$/, ''), `${name}item`];
};

const isUnion = ({ anyOf }: JsonObject) => Array.isArray(anyOf) && anyOf.filter((one) => isObject(one) && one.type !== 'null').length > 1;

const isList = (schema: Json) => isObject(schema) && schema.type === 'array';

const capitalize = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
