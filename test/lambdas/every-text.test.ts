import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { loadOperations } from '../../docs/openapi/operations.ts';
import { toShape } from '../../domain/record/unknown-members.ts';
import { type Route, routes } from '../../lambdas/routes.ts';

/** Kinds of what no text may hold; the ends of each, and what looks like a letter to a machine. */
const UNSEEN = {
  'a control': ['\u0000', '\u0008', '\u000b', '\r', '\u001b', '\u007f', '\u009f'],
  'a separator of lines': ['\u2028', '\u2029'],
  'a noncharacter': ['\ufdd0', '\ufdef', '\ufffe', '\uffff', '\u{1fffe}', '\u{10ffff}'],
  'a change of direction': ['\u202a', '\u202d', '\u202e', '\u2066', '\u2069'],
  'what a decoder left': ['\ufffd'],
  'half a character': ['\ud800', '\udfff'],
};
const INVISIBLE = [
  '',
  ' ',
  '\n\t',
  '\u200b',
  '\u2060',
  '\u00ad',
  '\ufe0f',
  '\u3164',
  '\uffa0',
  '\u115f',
  '\u2800',
  '\u034f',
  '\u0301',
  '\u{e0041}',
  '\u3000\u200d',
];

type Leaf = { readonly place: string; readonly schema: z.ZodType };
const operations = await loadOperations();
const leaves = (routes as readonly Route[]).flatMap(({ name, function: fn }) => {
  const { params, query, body } = operations[fn]?.[name] ?? {};
  return Object.entries({ params, query, body }).flatMap(([where, schema]) => (schema ? listTexts(schema, `${name} ${where}`) : []));
});

/** Every text of a schema, names of a record's members among them. */
function listTexts(schema: z.ZodType, place: string): Leaf[] {
  const into = (inner: unknown, step = '') => listTexts(inner as z.ZodType, place + step);
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([name, member]) => into(member, `/${name}`));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return into(schema.unwrap());
  if (schema instanceof z.ZodArray) return into(schema.element, '/0');
  if (schema instanceof z.ZodRecord) return [...into(schema.keyType, '/name of a member'), ...into(schema.valueType, '/*')];
  if (schema instanceof z.ZodUnion) return [{ place, schema }];
  if (schema instanceof z.ZodPipe) return [{ place, schema }];
  return ['string', 'enum', 'literal', 'template_literal'].includes(schema.def.type) ? [{ place, schema }] : [];
}

const exampleOf = ({ schema }: Leaf) => {
  const given = z.globalRegistry.get(schema) as { example?: unknown } | undefined;
  return typeof given?.example === 'string' ? given.example : 'Example';
};

test('there are texts to look at, of every function', () => {
  expect(leaves.length).toBeGreaterThan(120);
  for (const place of [
    'put-platform body/name',
    'submit-assessment body/sources/*/publisher',
    'propose-decision body/note',
    'report-opa-status body/labels/id',
  ])
    expect(leaves.map((leaf) => leaf.place)).toContain(place);
});

describe.each(Object.entries(UNSEEN))('%s', (_, characters) => {
  test('is kept by no text of no body, query or path', () => {
    const kept = leaves.flatMap((leaf) =>
      characters.flatMap((character) => {
        const example = exampleOf(leaf);
        return [character, `${example}${character}`, `${character}${example}`, `${example.slice(0, 3)}${character}${example.slice(3)}`]
          .map((text) => leaf.schema.safeParse(text))
          .filter((parsed) => parsed.success && String(parsed.data).includes(character))
          .map(() => `${leaf.place} U+${character.codePointAt(0)?.toString(16)}`);
      }),
    );
    expect(kept).toEqual([]);
  });
});

/** Reports of machines, and what stands for nothing: `?explain` alone is a flag. */
const MAY_BE_EMPTY = [/^report-.*(active_revision|last_successful_activation|code|message)$/, /query\/explain$/, /query\/cursor$/];

test('no text is invisible', () => {
  const taken = leaves
    .filter(({ place }) => !MAY_BE_EMPTY.some((pattern) => pattern.test(place)))
    .flatMap(({ place, schema }) => INVISIBLE.filter((text) => schema.safeParse(text).success).map((text) => `${place} ${JSON.stringify(text)}`));
  expect(taken).toEqual([]);
});

test('names are composed, and quotations keep the characters of their source', () => {
  // What a machine calls itself is repeated as it says it.
  const names = leaves.filter(({ place }) => /\/(name|operator|parent|publisher|title|party)$/.test(place) && !place.startsWith('report-'));
  expect(names.length).toBeGreaterThan(5);
  for (const { schema } of names) {
    expect(schema.safeParse('Commission europe\u0301enne').error?.issues[0]?.message).toContain('"Commission europ\u00e9enne"');
    expect(schema.safeParse('Commission europ\u00e9enne').success).toBe(true);
  }
  const quotes = leaves.filter(({ place }) => place.endsWith('/quote'));
  expect(quotes.length).toBeGreaterThan(0);
  for (const { schema } of quotes) expect(schema.safeParse('europe\u0301enne').success).toBe(true);
});

test('every day and instant is of the years 1990 to 2199', () => {
  const days = leaves.filter(({ schema }) => schema.safeParse('2023-02-23').success && !schema.safeParse('2023-02-30').success);
  const instants = leaves.filter(
    ({ schema }) => schema.safeParse('2023-02-23T00:00:00Z').success && !schema.safeParse('2023-02-30T00:00:00Z').success,
  );
  expect(days.length).toBeGreaterThan(10);
  expect(instants.length).toBeGreaterThan(3);
  const wrong = [...days, ...instants].flatMap(({ place, schema }) => {
    const end = schema.safeParse('2023-02-23').success ? '' : 'T00:00:00Z';
    const taken = (day: string) => schema.safeParse(`${day}${end}`).success;
    return [
      ...['0000-01-01', '0001-01-01', '1582-10-15', '1989-12-31', '2200-01-01', '9999-12-31'].filter(taken),
      ...['1990-01-01', '2199-12-31'].filter((day) => !taken(day)),
    ].map((day) => `${place} ${day}`);
  });
  expect(wrong).toEqual([]);
});

test('what was stored before these rules is read as it stands', () => {
  const old = leaves.filter(({ place }) => /body\/(name|note|operator|reason|consequence|party|publisher|title)$/.test(place));
  expect(old.length).toBeGreaterThan(5);
  for (const { schema } of old)
    for (const text of ['Douyin\u202e', '\u200b', 'stock\ufffdes', 'e\u0301']) expect(toShape(schema, { isStrict: true }).parse(text)).toBe(text);
});
