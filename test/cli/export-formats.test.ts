import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { exportCommand, FORMATS } from '../../cli/export.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { operations } from '../../lambdas/policy/operations.ts';
import { routes } from '../../lambdas/routes.ts';
import { policyTool, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
  await renewPolicy(service.deps);
  await releasePolicy(service.deps);
});
afterAll(() => service.stop());

const Properties = z.record(z.string(), z.looseObject({ enum: z.array(z.string()).optional() }));

/** Every way of asking an export by the parameters that take one of a few words. */
function listQueries(schema: z.ZodType): Record<string, string>[] {
  const properties = Properties.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {});
  return Object.entries(properties).reduce<Record<string, string>[]>(
    (queries, [name, { enum: words = [] }]) =>
      words.length === 0 ? queries : words.flatMap((word) => queries.map((query) => ({ ...query, [name]: word }))),
    [{}],
  );
}

/** What an export is called, of whatever revision: two ways of asking with one ETag get the same bytes. */
async function tagOf(path: string, query: Record<string, string>): Promise<string | undefined> {
  const { status, headers } = await service.call('GET', path, { as: policyTool, query });
  expect([path, query, status]).toEqual([path, query, 200]);
  return headers.etag;
}

it('whatever the policy operations serve, one format of the command asks for, and no two ask for the same', async () => {
  const served = new Set<string | undefined>();
  let ways = 0;
  for (const { name, path } of routes.filter((route) => exportCommand.operations?.includes(route.name))) {
    for (const query of listQueries(operations[name]?.query ?? z.strictObject({}))) {
      served.add(await tagOf(path, query));
      ways += 1;
    }
  }
  const asked: (string | undefined)[] = [];
  for (const { path } of FORMATS.values()) {
    const [address = '', query = ''] = path.split('?');
    asked.push(await tagOf(address, Object.fromEntries(new URLSearchParams(query))));
  }
  expect(ways).toBeGreaterThan(served.size);
  expect(served).not.toContain(undefined);
  expect(new Set(asked)).toEqual(served);
  expect(asked).toHaveLength(served.size);
});

it('the command names every operation that a policy tool reads by its scope', () => {
  const read = routes.filter(
    (route) => route.function === 'policy' && route.method === 'GET' && (route.scopes as readonly string[]).includes('policy'),
  );
  expect([...(exportCommand.operations ?? [])].sort()).toEqual(read.map(({ name }) => name).sort());
});
