import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { routes } from '../../lambdas/routes.ts';
import { bundleFunctions } from '../../lib/bundle.ts';
import { functionNames, jobNames } from '../../lib/functions.ts';

const to = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => rmSync(to, { recursive: true, force: true }));
const sizes = await bundleFunctions({ functions: functionNames, jobs: jobNames, from: resolve(import.meta.dirname, '../../lambdas'), to });

/** KB: all that is deployed, and what is read at every cold start. A tenth above the state of the day they were set. */
const BUDGETS: Readonly<Record<string, { all: number; start: number }>> = {
  reference: { all: 1970, start: 540 },
  // The memo quotes the law, whose provisions it reads only then.
  decisions: { all: 1470, start: 540 },
};
const BUDGET = { all: 1130, start: 540 };
const bundles = [...functionNames, ...jobNames];

test.each(bundles)('the bundle of %s keeps to its budget', (name) => {
  expect(sizes[name]).toBeGreaterThan(0);
  const { all, start } = BUDGETS[name] ?? BUDGET;
  expect(sizes[name]).toBeLessThan(all * 1024);
  expect(readFileSync(join(to, name, 'index.mjs')).length).toBeLessThan(start * 1024);
});

test.each(bundles)('the bundle of %s holds modules only, and no source map', (name) => {
  for (const file of readdirSync(join(to, name))) {
    expect(file).toMatch(/\.mjs$/);
    expect(readFileSync(join(to, name, file), 'utf8')).not.toContain('sourceMappingURL');
  }
});

/** Runs a bundle in a bare Node, away from the project and with nothing in its environment but what the function is given. */
function call(name: string, routeKey: string, path: string): { statusCode: number; body: string } {
  const event = {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: {},
    isBase64Encoded: false,
    requestContext: { requestId: 'request-1', http: { method: 'GET', path } },
  };
  const script = `const { handler } = await import('./index.mjs'); console.log = () => {}; process.stdout.write(JSON.stringify(await handler(${JSON.stringify(event)}, {})));`;
  const env = { AWS_REGION: 'eu-central-1', TABLE_NAME: 'table', CURSOR_KEY_ID: 'key', PERSON_CLAIM: 'email' };
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: join(to, name), env, encoding: 'utf8' }));
}

test('the bundle of reference answers away from the project', () => {
  const health = routes.find(({ name }) => name === 'get-health');
  expect(call('reference', `GET ${health?.path}`, '/v1/health')).toMatchObject({ statusCode: 200, body: expect.stringContaining('"ok"') });
  expect(call('reference', '$default', '/v1/nothing')).toMatchObject({ statusCode: 404, body: expect.stringContaining('/problems/not-found') });
});

test.each(['assessments', 'scores'])('the bundle of %s loads and answers away from the project', (name) => {
  expect(call(name, 'GET /v1/nothing', '/v1/nothing')).toMatchObject({ statusCode: 404 });
});

test.each(jobNames)('the bundle of %s loads away from the project', (name) => {
  const script = "process.stdout.write(typeof (await import('./index.mjs')).handler);";
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: join(to, name), env: {}, encoding: 'utf8' })).toBe('function');
});
