import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { makeApiFiles } from '../../docs/make-openapi.ts';
import { describeApi } from '../../docs/openapi/document.ts';
import { isObject, type Json, type JsonObject } from '../../docs/openapi/json.ts';
import { loadOperations } from '../../docs/openapi/operations.ts';
import { type Route, routes } from '../../lambdas/routes.ts';

const described = await describeApi();
const { sources, exchanges } = described;
const operations = await loadOperations();
const document: JsonObject = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));

const BASE = 'https://whereabouts.example/openapi.json';
const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: [{ ...document, $id: BASE }] });
addFormats.default(ajv);

type Place = readonly string[];
const pointer = (place: Place) => place.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a schema of the document has against a value. */
function faultsOf(place: Place, value: Json | undefined): unknown[] {
  const validate = ajv.getSchema(`${BASE}#${pointer(place).split('/').map(encodeURIComponent).join('/')}`);
  if (!validate) return [`there is no schema at ${pointer(place)}`];
  return validate(value) ? [] : (validate.errors ?? []);
}

function at(...place: Place): JsonObject {
  let here: Json | undefined = document;
  for (const step of place) {
    here = isObject(here) ? here[step] : undefined;
    if (isObject(here) && typeof here.$ref === 'string') here = at(...here.$ref.slice(2).split('/'));
  }
  if (!isObject(here)) throw new Error(`there is nothing at ${pointer(place)}`);
  return here;
}

/** A parameter that takes the rest of the path has no word of its own. */
const describedAs = (path: string) => path.replace('+}', '}');

/** Where an answer of a route is described, its reference followed. */
function placeOfAnswer({ path: template, method }: Route, status: number): Place {
  const path = describedAs(template);
  const place = ['paths', path, method.toLowerCase(), 'responses', `${status}`];
  const raw = (at('paths', path, method.toLowerCase(), 'responses') as Record<string, JsonObject>)[status];
  return typeof raw?.$ref === 'string' ? raw.$ref.slice(2).split('/') : place;
}

/** Every place that has a schema and examples for it: parameters, headers, and the bodies of requests and answers. */
function findShown(here: Json | undefined, place: Place = []): { place: Place; values: Json[] }[] {
  if (!isObject(here)) return Array.isArray(here) ? here.flatMap((inner, i) => findShown(inner, [...place, `${i}`])) : [];
  const inside = Object.entries(here).flatMap(([name, inner]) => (name.startsWith('example') ? [] : findShown(inner, [...place, name])));
  // The members of a schema are no parameters, though one of them may be called `schema`.
  if (!isObject(here.schema) || place.at(-1) === 'properties') return inside;
  const named = isObject(here.examples) ? Object.keys(here.examples).map((name) => at(...place, 'examples', name).value as Json) : [];
  return [...inside, { place, values: here.example === undefined ? named : [here.example] }];
}

const components = at('components', 'schemas');

describe('the OpenAPI document', () => {
  it('is what its generator would write, and so are the clients’ types (run npm run docs)', async () => {
    const made = await makeApiFiles(described.document);
    expect(Object.keys(made)).toHaveLength(2);
    for (const [name, text] of Object.entries(made))
      expect(readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8') === text, name).toBe(true);
  });

  it.each(routes)('has $method $path under its name and with its scopes', ({ name, method, path, scopes }) => {
    const operation = at('paths', describedAs(path), method.toLowerCase());
    expect(operation.operationId).toBe(name.replace(/-./g, ([, letter]) => (letter ?? '').toUpperCase()));
    expect(operation.security).toEqual(scopes.map((scope) => ({ signIn: [scope] })));
  });

  it.each(routes)('asks $method $path for exactly the parameters without which it is refused', ({ name, function: folder, path, method }) => {
    const without = operations[folder]?.[name]?.query?.safeParse({}).error?.issues.map((issue) => String(issue.path[0])) ?? [];
    const { parameters } = at('paths', describedAs(path), method.toLowerCase());
    const queries = (Array.isArray(parameters) ? parameters : []).filter((parameter) => isObject(parameter) && parameter.in === 'query');
    expect(queries.filter(({ required }) => required).map((parameter) => parameter.name)).toEqual(without);
  });

  it('has no other operation', () => {
    const count = Object.values(at('paths')).flatMap((item) => Object.keys(item as JsonObject)).length;
    expect(count).toBe(routes.length);
  });

  it.each(Object.keys(components))('shows a value for the schema %s that the code accepts', (id) => {
    const { examples } = components[id] as { examples: Json[] };
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(sources.get(id)?.safeParse(example).error?.issues ?? []).toEqual([]);
      expect(faultsOf(['components', 'schemas', id], example)).toEqual([]);
    }
  });

  it('shows a valid value for every parameter, header and body', () => {
    const shown = findShown(document);
    expect(shown.length).toBeGreaterThan(3 * routes.length);
    for (const { place, values } of shown) {
      expect(values.length, pointer(place)).toBeGreaterThan(0);
      for (const value of values) expect(faultsOf([...place, 'schema'], value), pointer(place)).toEqual([]);
    }
  });
});

describe('the answers of the functions', () => {
  it.each(exchanges.map((exchange) => ({ ...exchange, name: exchange.route })))(
    'are as described: $name $status',
    ({ route: name, status, headers, body }) => {
      const place = placeOfAnswer(routes.find((route) => route.name === name) as Route, status);
      const answer = at(...place);
      expect(Object.keys(isObject(answer.headers) ? answer.headers : {}).map((header) => header.toLowerCase())).toEqual(
        expect.arrayContaining([...headers.keys()].filter((header) => !ON_EVERY_ANSWER.includes(header))),
      );
      if (body === undefined) expect(answer.content).toBeUndefined();
      else expect(faultsOf([...place, 'content', headers.get('content-type')?.split(';')[0] ?? '', 'schema'], body)).toEqual([]);
    },
  );

  it('come from every route', () => {
    expect(new Set(exchanges.map(({ route }) => route))).toEqual(new Set(routes.map(({ name }) => name)));
  });
});

/** What guards an answer in a browser is said once, not with each answer. */
const ON_EVERY_ANSWER = ['content-type', 'strict-transport-security', 'x-content-type-options', 'content-security-policy', 'referrer-policy'];
