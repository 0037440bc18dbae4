import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findClientFaults } from '../../docs/openapi/client-rules.ts';
import type { JsonObject } from '../../docs/openapi/json.ts';
import { createSchemas } from '../../docs/openapi/schemas.ts';

const documentText = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
const find = (schemas: Record<string, JsonObject>) => findClientFaults(new Map(Object.entries(schemas)));

describe('schemas of which clients are generated', () => {
  it('are without a fault in the document', () => {
    expect(find(JSON.parse(documentText).components.schemas)).toEqual([]);
  });

  it.each([
    [
      'an inline enumeration called as a component',
      { Problem: { properties: { type: { enum: ['x'] } } }, ProblemType: {} },
      'ProblemType is a component',
    ],
    ['an inline object called as a component', { Score: { properties: { parts: { properties: {} } } }, ScoreParts: {} }, 'ScoreParts is a component'],
    ['an item of a list called as a component', { Page: { items: { properties: {} } }, PageItem: {} }, 'PageItem is a component'],
    ['a property of one letter', { Factors: { properties: { d: { type: 'number' } } } }, 'Factors.d is a name of one letter'],
    ['a deeper one', { Score: { properties: { a1: { anyOf: [{ properties: { q: {} } }] } } } }, 'ScoreA1.q is a name of one letter'],
    ['an allOf on a text', { Id: { type: 'string', allOf: [{ pattern: 'x' }] } }, 'Id has an allOf'],
    ['a list or a text', { Sentence: { additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array' }] } } }, 'is a list or something else'],
    ['a number of a bare constant', { Scale: { properties: { min: { type: 'number', const: 0 } } } }, 'ScaleMin is a constant number'],
    ['a property that is always null', { Index: { properties: { year: { type: 'null' } } } }, 'IndexYear is always null'],
  ] satisfies [string, Record<string, JsonObject>, string][])('names %s', (_, schemas, fault) => {
    expect(find(schemas)).toEqual([expect.stringContaining(fault)]);
  });
});

describe('a schema in the document', () => {
  const describeOne = (schema: z.ZodType) => createSchemas().describe(schema, 'output');

  it('has one pattern that holds where each of its rules holds', () => {
    const { pattern, allOf } = describeOne(
      z
        .string()
        .regex(/^[a-z]+$/)
        .regex(/^(?!no$)/)
        .regex(/^.{2,4}$/),
    );
    const held = (text: string) => new RegExp(String(pattern)).test(text);
    expect(allOf).toBeUndefined();
    expect(['ok', 'none', 'no', 'o', 'longer', 'o1'].map(held)).toEqual([true, true, false, false, false, false]);
  });

  it('has the whole numbers that it may be as an enumeration, and others as a span with its step', () => {
    expect(describeOne(z.literal(100))).toEqual({ type: 'integer', enum: [100] });
    expect(describeOne(z.union([z.literal(1), z.literal(0), z.literal(0.5)]))).toEqual({
      type: 'number',
      format: 'double',
      minimum: 0,
      maximum: 1,
      multipleOf: 0.5,
    });
  });

  it('has a list of types where it may be a list', () => {
    expect(describeOne(z.union([z.string(), z.array(z.string())]))).toEqual({ type: ['string', 'array'], items: { type: 'string' } });
  });
});
