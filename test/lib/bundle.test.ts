import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { routes } from '../../lambdas/routes.ts';
import { bundleFunctions } from '../../lib/bundle.ts';
import { functionNames, jobNames } from '../../lib/functions.ts';
import { slimming } from '../../lib/slimming.ts';
import compact from '../../register/compact.json' with { type: 'json' };

const to = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => rmSync(to, { recursive: true, force: true }));
const sizes = await bundleFunctions({ functions: functionNames, jobs: jobNames, from: resolve(import.meta.dirname, '../../lambdas'), to });

/** KB of JavaScript that are read at every cold start: a twentieth above the state of the day they were set. The SDK is 165 of them, zod 90, what schemas say of themselves 16, the sentences of faults and refusals 24. */
const BUDGETS: Readonly<Record<string, number>> = {
  'announce-events': 492,
  // The tree of the record is in each store.
  log: 516,
  'sign-checkpoint': 501,
  'ask-witnesses': 476,
  'announce-missed': 490,
  'index-platforms': 467,
  'measure-lag': 470,
  'advance-decisions': 469,
  policy: 544,
  'archive-checkpoint': 519,
  'verify-chains': 535,
  'publish-decisions': 560,
  'renew-policy': 562,
  // Most of its runs find nothing to ask, and load none of the readers.
  'release-policy': 470,
  'review-platforms': 546,
  reviews: 557,
  decisions: 660,
  // Quotes are held against captures here, with words joined that the end of a line parts.
  assessments: 868,
  captures: 683,
  erasures: 509,
  drafts: 507,
  scores: 644,
  repair: 639,
  reference: 643,
  'watch-terms': 665,
};
/** What a job needs no line for. */
const USUAL = 380;
/** KB of all that is deployed: what is read on demand alone, too, the sentences of French and German with it: only `release-policy` carries Cedar (4,220 KB), OPA’s compiled policy and the readers. Only `reference` carries the law, its sources, the document and S3's client. */
const ALL = {
  most: 674,
  assessments: 1304,
  captures: 1119,
  scores: 738,
  repair: 1814,
  decisions: 1206,
  reference: 2450,
  'archive-checkpoint': 939,
  'verify-chains': 949,
  'release-policy': 5714,
  'watch-terms': 1090,
} as const;
const bundles = [...functionNames, ...jobNames];

test.each(bundles)('the bundle of %s keeps to its budget', (name) => {
  const all = sizes[name] ?? 0;
  const start = readFileSync(join(to, name, 'index.mjs')).length;
  expect(start).toBeGreaterThan(100 * 1024);
  expect(start).toBeLessThan((BUDGETS[name] ?? USUAL) * 1024);
  expect(all).toBeLessThan((name in ALL ? ALL[name as keyof typeof ALL] : ALL.most) * 1024);
});

test.each(bundles)('the bundle of %s holds modules and data only, and no source map', (name) => {
  for (const file of readdirSync(join(to, name))) {
    expect(file).toMatch(name === 'release-policy' ? /\.(mjs|json|wasm)$/ : /\.(mjs|json)$/);
    if (file.endsWith('.wasm')) continue;
    expect(readFileSync(join(to, name, file), 'utf8')).not.toContain('sourceMappingURL');
  }
});

test.each(bundles)('the bundle of %s does without what a function never uses', (name) => {
  const files = readdirSync(join(to, name));
  expect(files.filter((file) => /sso|credential|sts|signin|imds/.test(file))).toEqual([]);
  const text = readFileSync(join(to, name, 'index.mjs'), 'utf8');
  // Ways to sign in that no function has, other languages, and undici, which an import of `node:http` loads as a whole.
  for (const absent of ['AWS_WEB_IDENTITY_TOKEN_FILE', 'sso_session', 'Ungültige Eingabe', 'from"node:http"', 'from"http"'])
    expect([absent, text.includes(absent)]).toEqual([absent, false]);
});

test('only the jobs that write the exports carry what writes them', () => {
  const writing = bundles.filter((name) => readFileSync(join(to, name, 'index.mjs'), 'utf8').includes('PayloadDisplayName'));
  expect(writing.sort()).toEqual(['publish-decisions', 'renew-policy']);
});

test('only the function that writes profiles carries the Public Suffix List', () => {
  const carrying = bundles.filter((name) => readFileSync(join(to, name, 'index.mjs'), 'utf8').includes('allowPrivateDomains'));
  expect(carrying).toEqual(['assessments']);
});

test('the register of a bundle is the register', async () => {
  const built = await build({
    stdin: { contents: "export { register } from './lambdas/runtime/register.ts';", resolveDir: resolve(import.meta.dirname, '../..') },
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [...slimming],
  });
  const [{ text = '' } = {}] = built.outputFiles;
  const { register: bundled } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  expect(JSON.stringify(bundled)).toBe(JSON.stringify(compact));
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
  const env = { AWS_REGION: 'eu-central-1', TABLE_NAME: 'table', CURSOR_KEY_ID: 'key' };
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
