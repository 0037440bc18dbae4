import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { predicateOf } from '../../../domain/facts/predicate.ts';
import { isAssessment, readAssessment } from '../../../domain/facts/read-assessment.ts';

const EXAMPLES = new URL('../../../examples/', import.meta.url);
const examples = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\d\.json$/.test(file))
  .map((file) => [file, JSON.parse(readFileSync(new URL(file, EXAMPLES), 'utf8'))] as const);

/** Values that stand at the edge of what some schema here takes. */
const ODD = [
  undefined,
  null,
  '',
  ' ',
  'a',
  '😀',
  '\ud800',
  '2023-02-29',
  '2024-02-29',
  'x'.repeat(501),
  '😀'.repeat(300),
  0,
  3,
  7,
  true,
  [],
  {},
  ['storage'],
  { low: 'content', point: 'public', high: 'public' },
  { low: 'public', point: 'public', high: 'content' },
  'https://a.example/x y',
  ' https://a.example/',
  'https://xn--a.example/',
  'https://a.example:8443/ü',
  'http://a.example',
  'https://a_b.example',
  'https://127.0.0.1/',
  'https://a.example/é?q=1#x',
];

type Json = Record<string, unknown>;

/** Every object and list in a value, itself included. */
function placesOf(value: unknown): Json[] {
  return typeof value === 'object' && value !== null ? [value as Json, ...Object.values(value).flatMap(placesOf)] : [];
}

const EXAMPLE_SCHEMAS: readonly [string, z.ZodType, valid: unknown, invalid: unknown][] = [
  ['a number', z.number().min(0).max(1), 0.5, 2],
  ['a finite number', z.number(), 1, Number.POSITIVE_INFINITY],
  ['a whole number', z.int(), 3, 3.5],
  ['a number that is not NaN', z.number(), 0, Number.NaN],
  ['a boolean', z.boolean(), false, 'false'],
  ['null', z.null(), null, undefined],
  ['a nullable text', z.string().nullable(), null, 1],
  ['a list with bounds', z.array(z.string()).min(1).max(2), ['a'], []],
  ['a record', z.record(z.string().regex(/^a/), z.int()), { a: 1 }, { b: 1 }],
  ['a record by names', z.record(z.enum(['a', 'b']), z.int()), { a: 1, b: 2 }, { a: 1 }],
  ['a record by some names', z.partialRecord(z.enum(['a', 'b']), z.int()), { a: 1 }, { c: 1 }],
  ['a record without symbols', z.record(z.string(), z.int()), { a: 1 }, { [Symbol('a')]: 1 }],
  [
    'a union by a name',
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('a') }), z.strictObject({ kind: z.literal('b') })]),
    { kind: 'b' },
    { kind: 'c' },
  ],
  ['a format that is more than its pattern', z.base64(), 'YWJj', 'YWJ'],
  ['a date', z.iso.date(), '2024-02-29', '2023-02-29'],
  ['an instant', z.iso.datetime(), '2023-02-23T00:00:00Z', '2023-02-23'],
  ['the beginning of a text', z.string().startsWith('a'), 'ab', 'ba'],
  ['a refinement', z.int().refine((value) => value % 2 === 0), 2, 3],
];

describe('a predicate of a schema', () => {
  it.each(EXAMPLE_SCHEMAS)('accepts what the schema accepts and refuses what it refuses: %s', (_, schema, valid, invalid) => {
    const accepts = predicateOf(schema);
    expect([accepts(valid), schema.safeParse(valid).success]).toEqual([true, true]);
    expect([accepts(invalid), schema.safeParse(invalid).success]).toEqual([false, false]);
  });

  it('keeps no state between two texts of a global pattern', () => {
    const accepts = predicateOf(z.string().regex(/b/g));
    expect([accepts('ab'), accepts('ab'), accepts('a')]).toEqual([true, true, false]);
  });

  it('accepts nothing that the schema would change', () => {
    const trims = predicateOf(z.strictObject({ name: z.string().trim().max(3), at: z.url().optional() }));
    expect([trims({ name: 'a' }), trims({ name: ' a ' }), trims({ name: 'a', at: ' https://a.example/ ' })]).toEqual([true, false, false]);
    const normalizes = predicateOf(z.url({ normalize: true }));
    expect([normalizes('https://a.example/'), normalizes('https://a.example')]).toEqual([true, false]);
    const strips = predicateOf(z.object({ a: z.number() }));
    expect([strips({ a: 1 }), strips({ a: 1, b: 2 })]).toEqual([true, false]);
    const record = predicateOf(z.record(z.string(), z.int()));
    expect([record(JSON.parse('{"a":1}')), record(JSON.parse('{"a":1,"__proto__":1}'))]).toEqual([true, false]);
  });

  it('accepts nothing on the word of a check that answers later', () => {
    expect(predicateOf(z.string().refine(async () => false))('a')).toBe(false);
    expect(predicateOf(z.string().check(async () => {}))('a')).toBe(false);
  });

  it.each([
    ['a transform', z.string().transform(Number)],
    ['a default', z.string().default('a')],
    ['a loose object', z.looseObject({ a: z.string() })],
    ['an exact optional', z.exactOptional(z.string())],
    ['an exclusive union', z.xor([z.string(), z.int()])],
    ['a tuple', z.tuple([z.string()])],
    ['anything', z.unknown()],
    ['a lazy schema', z.lazy(() => z.string())],
  ])('is not made of a kind that it does not know, at any depth: %s', (_, schema) => {
    expect(() => predicateOf(schema)).toThrow('predicateOf does not know this kind of schema: ');
    expect(() => predicateOf(z.strictObject({ a: z.array(z.union([z.null(), schema])).optional() }))).toThrow('domain/facts/predicate.ts');
  });
});

describe('an assessment', () => {
  it.each(examples)('is accepted as it stands and not copied: %s', (_, example) => {
    expect(isAssessment(example)).toBe(true);
    expect(readAssessment(example)).toBe(example);
    expect(Assessment.parse(example)).toEqual(example);
  });

  it('is accepted only when the schema accepts it and would leave it as it is', () => {
    const change = fc.record({
      example: fc.constantFrom(...examples.keys()),
      place: fc.nat(),
      member: fc.nat(),
      what: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ODD) }, fc.string({ unit: 'binary', maxLength: 20 }), fc.jsonValue()),
      how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'swap'),
    });
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), ([first, second]) => {
        const changed = structuredClone(examples[first?.example ?? 0]?.[1]);
        for (const { place, member, how, ...change } of [first, second].filter((it) => it !== undefined)) {
          // A copy, because the next change may be to its inside.
          const what = structuredClone(change.what);
          const places = placesOf(changed);
          const into = places[place % places.length] as Json;
          const names = Object.keys(into);
          const name = names[member % names.length] ?? (Array.isArray(into) ? '0' : 'note');
          if (how === 'remove') delete into[name];
          else if (how === 'add')
            into[Array.isArray(into) ? into.length : String(typeof what === 'string' ? what : JSON.stringify(what)).slice(0, 90)] = what;
          else if (how === 'swap') into[name] = structuredClone(places[member % places.length]);
          else into[name] = what;
        }
        const { success, data } = Assessment.safeParse(changed);
        seen[success ? 'accepted' : 'refused'] += 1;
        if (isAssessment(changed)) expect(data).toEqual(changed);
        else if (success) expect(readAssessment(changed)).toEqual(data);
        else expect(() => readAssessment(changed)).toThrow(z.ZodError);
      }),
      { numRuns: 20 * Number(process.env.FC_RUNS ?? 100) },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(50);
  });
});
