import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { takeAtOnce } from '../../../domain/facts/take-at-once.ts';

/** A clone is made from the definition anew, so it takes nothing at once. */
const plain = Assessment.clone();
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

function verdictOf(schema: z.ZodType, value: unknown) {
  const { success, data, error } = schema.safeParse(value, { reportInput: true });
  return { success, data, issues: error?.issues.map((issue) => ({ ...issue, inst: undefined })) };
}

describe('what is taken at once', () => {
  it.each(examples)('is every example as it stands: %s', (_, example) => {
    expect(Assessment.parse(example)).toBe(example);
    expect(plain.parse(example)).toEqual(example);
    expect(plain.parse(example)).not.toBe(example);
  });

  it('is only what the schema takes, and what it refuses has the same faults', () => {
    const change = fc.record({
      example: fc.constantFrom(...examples.keys()),
      place: fc.nat(),
      member: fc.nat(),
      what: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ODD) }, fc.string({ unit: 'binary', maxLength: 20 }), fc.jsonValue()),
      how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'swap'),
    });
    const seen = { taken: 0, refused: 0 };
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
        const verdict = verdictOf(Assessment, changed);
        seen[verdict.success ? 'taken' : 'refused'] += 1;
        expect(verdict).toEqual(verdictOf(plain, changed));
      }),
      { numRuns: 20 * Number(process.env.FC_RUNS ?? 100) },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(50);
  });

  it('is nothing that the schema would change', () => {
    const trimmed = takeAtOnce(z.strictObject({ name: z.string().trim().max(3), at: z.url().optional() }));
    expect(trimmed.parse({ name: ' a ' })).toEqual({ name: 'a' });
    expect(trimmed.parse({ name: 'a', at: ' https://a.example/ ' })).toEqual({ name: 'a', at: 'https://a.example/' });
    const asDate = takeAtOnce(z.strictObject({ on: z.string().transform((on) => new Date(on)) }));
    expect(asDate.parse({ on: '2023-02-23' })).toEqual({ on: new Date('2023-02-23') });
    const loose = takeAtOnce(z.object({ a: z.number() }));
    expect(loose.parse({ a: 1, b: 2 })).toEqual({ a: 1 });
  });
});
