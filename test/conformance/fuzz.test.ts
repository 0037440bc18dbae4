import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { SCOPES } from '../../lambdas/routes.ts';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { openSignInKey } from '../../local/keys.ts';
import { seed } from '../../local/seed.ts';
import { AUDIENCE, ISSUER_PATH } from '../../local/sign-in/issuer.ts';

const FUZZER = 'schemathesis==4.32.5';
/** At least. With fewer than ten thousand there is none for each rule of the schemas, only those made up for each operation. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 10_000);
const [PHASES, EXAMPLES] = REQUESTS < 10_000 ? ['examples,fuzzing', Math.ceil(REQUESTS / 20)] : ['examples,coverage,fuzzing', 90];
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-fuzz-'));
const logged: string[] = [];
let local: Local;

beforeAll(async () => {
  run('python3', ['-m', 'venv', join(folder, 'venv')], 'Python 3 with venv is needed for the fuzzer');
  run(join(folder, 'venv/bin/pip'), ['install', '--quiet', '--disable-pip-version-check', FUZZER], 'the fuzzer could not be installed');
  local = await startLocal({ port: 0, data: join(folder, 'data'), log: { log: () => {}, error: (line: string) => logged.push(line) } });
  await seed(local.url);
  // Until the machine has run, the exports are held back with 503.
  const advance = JSON.stringify({ advance: 'PT2M' });
  const answer = await fetch(`${local.url}/local/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: advance });
  expect(answer.status).toBe(200);
});
afterAll(async () => {
  await local?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, args: readonly string[], complaint: string): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${complaint}: ${error?.message ?? stderr.slice(-2000)}`);
}

/** A person who may do everything; only the fuzzer is. */
async function signToken(): Promise<string> {
  const key = await openSignInKey(join(folder, 'data/sign-in-key.json'));
  return new SignJWT({ scope: SCOPES.join(' '), email: 'fuzzer@example.org' })
    .setProtectedHeader({ alg: 'RS256', kid: key.public.kid })
    .setIssuer(`${local.url}${ISSUER_PATH}`)
    .setAudience(AUDIENCE)
    .setSubject('fuzzer')
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(key.private);
}

const Report = z.object({
  operations: z.object({ total: z.int(), tested: z.int() }),
  test_cases: z.object({ generated: z.int() }),
  failures: z.array(z.object({ title: z.string(), operations: z.array(z.string()) })),
  errors: z.array(z.unknown()),
});

test(`${REQUESTS} requests made from the OpenAPI document get no 5xx, and nothing that the document does not say`, async () => {
  const headers = { authorization: `Bearer ${await signToken()}` };
  const first = await fuzz(headers.authorization);
  // Its own way of making requests fails it now and then on a busy machine: what it found stays, what it could not finish is done again.
  const { operations, test_cases, failures, errors } =
    first.errors.length > 0 && first.failures.length === 0 ? await fuzz(headers.authorization) : first;
  expect(failures).toEqual([]);
  expect(errors).toEqual([]);
  expect(operations.tested).toBe(operations.total);
  expect(test_cases.generated).toBeGreaterThanOrEqual(REQUESTS);
  expect(logged).toEqual([]);
  const audit = await fetch(`${local.url}/v1/audit/verify`, { headers });
  expect(await audit.json()).toMatchObject({ intact: true, broken: [] });
});

async function fuzz(authorization: string): Promise<z.infer<typeof Report>> {
  const file = join(folder, 'report.json');
  const output = await runFuzzer([
    ...['run', `${local.url}/v1/openapi.json`, '--url', local.url, '--header', `Authorization: ${authorization}`],
    ...['--checks', CHECKS.join(), '--phases', PHASES, '--max-examples', `${EXAMPLES}`, '--workers', '1'],
    ...['--no-shrink', '--continue-on-failure', '--report', 'json', '--report-json-path', file],
  ]);
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/fuzz.txt', output);
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { generated } = report.test_cases;
  const again = /^Seed: \d+$/m.exec(output)?.[0];
  console.log(`the fuzzer made ${generated} requests to ${report.operations.tested} operations (${again}; all of it in reports/fuzz.txt)`);
  return report;
}

/** Not `spawnSync`: the service that is asked runs in this process. */
function runFuzzer(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fuzzer = spawn(join(folder, 'venv/bin/schemathesis'), args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    for (const stream of [fuzzer.stdout, fuzzer.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    fuzzer.on('error', reject).on('close', () => resolve(said.join('')));
  });
}
