import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Operation } from '../../lambdas/runtime/operation.ts';
import type { requestHeaders } from './headers.ts';
import type { Json, JsonObject } from './json.ts';
import { resolve, type Schemas } from './schemas.ts';
import type { Exchange } from './stage.ts';
import type { Traits } from './traits.ts';

/** Path, query and header parameters of a route, each with an example: that of the story, or that of its schema. */
export function parametersOf(traits: Traits, { params, query }: Operation, exchanges: readonly Exchange[], schemas: Schemas): JsonObject[] {
  const named = traits.path.match(/\{\w+\+?\}/g)?.map((part) => part.replaceAll(/[{}+]/g, '')) ?? [];
  const declared = Object.keys(shapeOf(params));
  if (named.toSorted().join() !== declared.toSorted().join()) throw new Error(`${traits.name}: the path names ${named}, its schema ${declared}`);
  const of = (place: 'path' | 'query', schema: z.ZodType | undefined) =>
    Object.entries(shapeOf(schema)).map(([name, field]) => {
      const { description, ...described } = toFlag(schemas.describe(field, 'output'));
      const component = resolve(described, schemas.components)?.schema;
      const isRequired = place === 'path' || field._zod.optin === undefined;
      const shown = exchanges.map(({ ask }) => (place === 'path' ? ask.params : ask.query)?.[name]).find((value) => value !== undefined);
      const example = toTyped(shown ?? exampleOf(described) ?? exampleOf(component), component ?? described);
      if (example === undefined) throw new Error(`${traits.name}: the parameter "${name}" has no example`);
      const means = description ?? component?.description;
      if (means === undefined) throw new Error(`${traits.name}: the parameter "${name}" has no description`);
      const { examples: _, ...bare } = described;
      const isList = described.type === 'array';
      return {
        name,
        in: place,
        ...(isRequired && { required: true }),
        description: means,
        ...(isList && { style: 'form', explode: false }),
        schema: bare,
        example,
      };
    });
  return [...of('path', params), ...of('query', query), ...headersOf(traits)];
}

function headersOf({ isKeyed, isConditional, hasTag, method }: Traits): JsonObject[] {
  const names: (keyof typeof requestHeaders | false)[] = [
    isKeyed && 'IdempotencyKey',
    isConditional && 'IfMatch',
    isConditional && method === 'PUT' && 'IfNoneMatchToCreate',
    hasTag && 'IfNoneMatch',
  ];
  return names.filter((name) => name !== false).map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function shapeOf(schema: z.ZodType | undefined): Record<string, z.ZodType> {
  if (schema === undefined) return {};
  if (!(schema instanceof z.ZodObject)) throw new Error('parameters are described by an object schema');
  return schema.shape as Record<string, z.ZodType>;
}

function exampleOf(schema: JsonObject | undefined): Json | undefined {
  return Array.isArray(schema?.examples) ? schema.examples[0] : undefined;
}

/** `true` and `false` in an address stand for themselves. */
function toFlag({ enum: values, ...rest }: JsonObject): JsonObject {
  return values && isDeepStrictEqual(values, ['true', 'false']) ? { ...rest, type: 'boolean' } : { ...rest, ...(values && { enum: values }) };
}

/** What the text of an address stands for. */
function toTyped(text: Json | undefined, { type }: JsonObject): Json | undefined {
  if (typeof text !== 'string') return text;
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean') return text === 'true';
  return type === 'array' ? text.split(',') : text;
}
