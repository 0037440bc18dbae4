/** `node bench/cold-start.ts [rounds]`: what a function costs before and with its first answer, beside a bare one and the SDK alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { bundleFunctions } from '../lib/bundle.ts';
import { startSecureTable } from './cold-start-table.ts';
import { describeMachine } from './machine.ts';
import type { Figure, Measurement } from './result.ts';
import { quantile } from './statistics.ts';

/** Bytes read, and CPU time in ms of a process of its own: until the handler is there, with the first answer, and for the second. */
type Cost = { readonly bytes: number; readonly init: number; readonly first: number; readonly second: number; readonly wall: number };

type Contender = { readonly name: string; readonly file: string; readonly event: object; readonly environment?: Record<string, string> };

const HERE = import.meta.dirname;
const toEvent = (routeKey: string, path: string, platform?: string) => ({
  version: '2.0',
  routeKey,
  rawPath: path,
  rawQueryString: '',
  headers: { accept: 'application/json' },
  requestContext: { requestId: 'measured', http: { method: 'GET', path }, authorizer: { jwt: { claims: { sub: 'analyst', scope: 'read' } } } },
  isBase64Encoded: false,
  ...(platform && { pathParameters: { platform } }),
});
const SCORE = toEvent('GET /v1/platforms/{platform}/score', '/v1/platforms/signal/score', 'signal');
const HEALTH = toEvent('GET /v1/health', '/v1/health');

/** Runs in the process that is measured; the runtime's own start is in it for all alike. */
const RUNNER = `
const [file, event] = process.argv.slice(2);
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const { handler } = await import(file);
const marks = [cpu()];
for (let i = 0; i < 2; i += 1) {
  const { statusCode } = await handler(JSON.parse(event), {});
  if (statusCode !== 200) throw new Error('it answered ' + statusCode);
  marks.push(cpu());
}
const wall = performance.now();
process.stderr.write(JSON.stringify({ init: marks[0], first: marks[1], second: marks[2] - marks[1], wall }));
process.exit(0);
`;

export async function measureColdStarts(rounds: number): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'cold-start-'));
  mkdirSync(join(folder, 'table'));
  const table = await startSecureTable(join(folder, 'table'));
  try {
    const contenders = await makeContenders(folder);
    const runner = join(folder, 'runner.mjs');
    writeFileSync(runner, RUNNER);
    const taken = new Map<string, Cost[]>(contenders.map(({ name }) => [name, []]));
    for (let round = -1; round < rounds; round += 1)
      // Each in another place every round; the first round only warms the disk, and is not counted.
      for (const contender of [...contenders.slice(round % contenders.length), ...contenders.slice(0, round % contenders.length)]) {
        const cost = await measureOnce(runner, contender, table.environment);
        if (round >= 0) taken.get(contender.name)?.push(cost);
      }
    return toMeasurement(taken, rounds);
  } finally {
    await table.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeContenders(folder: string): Promise<Contender[]> {
  const bare = join(folder, 'bare.mjs');
  writeFileSync(bare, "export const handler = async () => ({ statusCode: 200, body: 'ok' });\n");
  const sdk = join(folder, 'sdk.mjs');
  const plain = { bundle: true, format: 'esm', platform: 'node', target: 'node24', mainFields: ['module', 'main'], minify: true } as const;
  await build({ ...plain, mainFields: ['module', 'main'], entryPoints: [join(HERE, 'cold-start-sdk.ts')], outfile: sdk });
  const dist = join(folder, 'dist');
  await bundleFunctions({ functions: ['scores', 'reference'], jobs: [], from: resolve(HERE, '../lambdas'), to: dist });
  const scores = { file: join(dist, 'scores/index.mjs'), event: SCORE };
  const http = join(folder, 'http.mjs');
  writeFileSync(http, "import { Agent } from 'node:http';\nexport const handler = async () => ({ statusCode: 200, body: String(Agent) });\n");
  return [
    { name: 'bare handler', file: bare, event: {} },
    { name: 'bare, importing node:http', file: http, event: {} },
    { name: 'SDK only: one GetItem', file: sdk, event: {} },
    { name: 'ours: health', file: join(dist, 'reference/index.mjs'), event: HEALTH },
    { name: 'ours: a score', ...scores },
    { name: 'ours: a score, code cached', ...scores, environment: { NODE_COMPILE_CACHE: join(folder, 'code') } },
  ];
}

async function measureOnce(runner: string, { file, event, environment }: Contender, table: Record<string, string>): Promise<Cost> {
  const env = {
    ...table,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    CURSOR_KEY_ID: 'key',
    ...environment,
  };
  const child = spawn(process.execPath, [runner, file, JSON.stringify(event)], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`${file} did not answer: ${said}`);
  return { bytes: statSync(file).size, ...JSON.parse(said) };
}

function toMeasurement(taken: ReadonlyMap<string, readonly Cost[]>, rounds: number): Measurement {
  const median = (name: string, part: keyof Cost) => quantile(taken.get(name)?.map((cost) => cost[part]) ?? [], 0.5);
  const BARE = 'bare handler';
  const figures = [...taken.keys()].map((name): Figure => {
    const [init, first, second] = (['init', 'first', 'second'] as const).map((part) => median(name, part));
    const ratios = (taken.get(name) ?? []).map((cost, round) => cost.first / (taken.get(BARE)?.[round]?.first ?? Number.NaN));
    return {
      name,
      value: Math.round((first ?? 0) * 10) / 10,
      unit: 'ms',
      ratio: quantile(ratios, 0.5),
      note: `${Math.ceil(median(name, 'bytes') / 1024)} KB; ${init?.toFixed(1)} ms until it is loaded, ${second?.toFixed(1)} ms for a second answer`,
      means: MEANS[name] ?? 'What a user waits for beyond a bare function, once in a while.',
    };
  });
  return {
    title: 'Cold start: CPU time of a process until its first answer',
    how:
      `Medians of ${rounds} rounds, each of which starts every contender once, in another order. Each is a process of its own, in a bare Node with ` +
      'nothing in its environment but what Lambda gives; the table is the embedded engine behind TLS. Node’s own start is in every figure.',
    ratioOf: BARE,
    figures,
  };
}

const MEANS: Readonly<Record<string, string>> = {
  'bare handler': 'What any function in Node pays.',
  'bare, importing node:http': 'As an ES module it makes every export at once, undici among them; nothing of ours imports it so, a test holds that.',
  'SDK only: one GetItem': 'What any function pays that reads a table with the SDK, the TLS handshake included.',
  'ours: a score, code cached':
    'What Node’s compile cache would save. It cannot be shipped: it counts for one build of Node on one processor alone, and Lambda begins with an empty disk.',
};

if (import.meta.main) {
  const { figures, how } = await measureColdStarts(Number(process.argv[2] ?? 25));
  console.log(`${how}\n${describeMachine()}\n`);
  for (const { name, value, ratio, note } of figures)
    console.log(`${name.padEnd(34)} ${value.toFixed(1).padStart(6)} ms  x${ratio?.toFixed(2)}  ${note}`);
}
