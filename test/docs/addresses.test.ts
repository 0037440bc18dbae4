import { expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../../lambdas/routes.ts';
import type { Operations } from '../../lambdas/runtime/endpoint.ts';
import { findFiles, readText } from '../repository-files.ts';

/** Every address that a document asks its reader to call, with the place it stands at. */
const documented = findFiles('.md').flatMap((file) =>
  [...readText(file).matchAll(/\b(GET|PUT|POST) (\/v1\/[^\s`"'),;|]*[^\s`"'),;|.:])/g)].map(([, method = '', address = '']) => {
    const [path = '', query = ''] = address.split('?');
    return { at: `${file}: ${method} ${address}`, method, path, asked: new URLSearchParams(query) };
  }),
);

/** A `{part}` of a route stands for anything, a document's own `<part>` or `{part}` included. */
const routeOf = (method: string, path: string) =>
  routes.find((route) => {
    const [parts, given] = [route.path.split('/'), path.split('/')];
    return route.method === method && parts.length === given.length && parts.every((part, i) => part.startsWith('{') || part === given[i]);
  });

/** What is wrong with a query; a name without a value stands for any value. */
function findFaults(schema: z.ZodType, asked: URLSearchParams): string[] {
  const known = Object.keys(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {});
  const given = Object.fromEntries([...asked].filter(([, value]) => value !== ''));
  const issues = schema.safeParse(given).error?.issues ?? [];
  return [
    ...[...asked.keys()].filter((name) => !known.includes(name)).map((name) => `no parameter "${name}"`),
    ...issues.filter(({ path }) => Object.hasOwn(given, String(path[0]))).map(({ path, message }) => `${path.join('.')}: ${message}`),
  ];
}

it('the documents name no address that the API does not have', () => {
  expect(documented.length).toBeGreaterThan(20);
  expect(documented.filter(({ method, path }) => routeOf(method, path) === undefined).map(({ at }) => at)).toEqual([]);
});

it('the documents ask with no parameter and no value that an operation would refuse', async () => {
  const withQuery = documented.filter(({ asked }) => asked.size > 0);
  expect(withQuery.length).toBeGreaterThan(5);
  const faults = [];
  for (const { at, method, path, asked } of withQuery) {
    const route = routeOf(method, path);
    if (!route) continue;
    const { operations }: { operations: Operations } = await import(`../../lambdas/${route.function}/operations.ts`);
    faults.push(...findFaults(operations[route.name]?.query ?? z.strictObject({}), asked).map((fault) => `${at}: ${fault}`));
  }
  expect(faults).toEqual([]);
});
