/** `node bench/cold-start/cold-start.ts [rounds]`: what a function costs before and with its first answer, beside a bare one and the SDK alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { type JobName, jobs } from '../../lambdas/jobs.ts';
import { BUNDLING, bundleFunctions, NEVER_RUN } from '../../lib/bundle.ts';
import { bundleSite } from '../../lib/bundle-site.ts';
import { type FunctionName, functionNames, jobNames, SITE } from '../../lib/functions.ts';
import { slimming } from '../../lib/slimming.ts';
import { describeMachine } from '../machine.ts';
import type { Figure, Measurement } from '../result.ts';
import { quantile } from '../statistics.ts';
import { startSecureTable } from './table.ts';

/** Bytes read, and CPU time in ms of a process of its own: until the handler is there, with the first answer, and for the second. */
type Cost = { readonly bytes: number; readonly init: number; readonly first: number; readonly second: number };

/** Without an event it is only loaded. A job answers nothing. */
type Contender = {
  readonly name: string;
  readonly file: string;
  readonly event?: object;
  readonly environment?: Record<string, string>;
};

const HERE = import.meta.dirname;
const BARE = 'bare handler';
const SLIM_SDK = 'SDK only, slimmed as ours is';
const CACHED = 'scores, code cached';
/** Jobs that reach for a key, a bucket or a bus, which are not here: these are only loaded. */
const NEEDS_MORE: readonly string[] = [
  'announce-missed',
  'ask-witnesses',
  'archive-checkpoint',
  'publish-decisions',
  'renew-policy',
  'sign-checkpoint',
] satisfies JobName[];
/** Of the SDK alone, slimmed the same; and of a bundle, in KB. */
const MOST_OVER_SDK = 1.15;
const MOST_KB = 250;

/** What each function is asked first; one that reaches for keys is only loaded. */
const QUESTIONS: Record<Exclude<FunctionName, 'repair'>, { routeKey: string; path: string; platform?: string }> = {
  scores: { routeKey: 'GET /v1/platforms/{platform}/score', path: '/v1/platforms/signal/score', platform: 'signal' },
  assessments: { routeKey: 'GET /v1/platforms', path: '/v1/platforms' },
  reviews: { routeKey: 'GET /v1/reviews', path: '/v1/reviews' },
  decisions: { routeKey: 'GET /v1/decisions', path: '/v1/decisions' },
  captures: { routeKey: 'GET /v1/platforms/{platform}/captures', path: '/v1/platforms/signal/captures', platform: 'signal' },
  erasures: { routeKey: 'GET /v1/captures', path: '/v1/captures' },
  drafts: { routeKey: 'GET /v1/drafts', path: '/v1/drafts' },
  policy: { routeKey: 'GET /v1/policy/consumers', path: '/v1/policy/consumers' },
  log: { routeKey: 'GET /v1/log/checkpoint', path: '/v1/log/checkpoint' },
  reference: { routeKey: 'GET /v1/health', path: '/v1/health' },
};
const isJob = (name: string) => (jobNames as readonly string[]).includes(name);
const PAGE = { rawPath: '/', headers: { accept: 'text/html' }, requestContext: { requestId: 'measured', http: { method: 'GET', path: '/' } } };
const SIGN_IN = { ISSUER: 'https://login.example.org', CLIENT_ID: 'console', SIGN_IN_SCOPE: 'openid' };
const toEvent = ({ routeKey, path, platform }: (typeof QUESTIONS)['scores']) => ({
  version: '2.0',
  routeKey,
  rawPath: path,
  rawQueryString: '',
  headers: { accept: 'application/json' },
  requestContext: { requestId: 'measured', http: { method: 'GET', path }, authorizer: { jwt: { claims: { sub: 'analyst', scope: 'read' } } } },
  isBase64Encoded: false,
  ...(platform && { pathParameters: { platform } }),
});

/** Runs in the process that is measured; the runtime's own start is in it for all alike. */
const RUNNER = `
const [file, event] = process.argv.slice(2);
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const { handler } = await import(file);
const marks = [cpu()];
for (let i = 0; i < 2; i += 1) {
  const answer = event && (await handler(JSON.parse(event), {}));
  if (answer?.statusCode !== undefined && answer.statusCode !== 200) throw new Error('it answered ' + JSON.stringify(answer));
  marks.push(cpu());
}
process.stderr.write(JSON.stringify({ init: marks[0], first: marks[1], second: marks[2] - marks[1] }));
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
    return toMeasurement(contenders, taken, rounds);
  } finally {
    await table.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeContenders(folder: string): Promise<Contender[]> {
  const bare = join(folder, 'bare.mjs');
  writeFileSync(bare, "export const handler = async () => ({ statusCode: 200, body: 'ok' });\n");
  const [sdk, slimSdk] = [join(folder, 'sdk.mjs'), join(folder, 'slim-sdk.mjs')];
  const entryPoints = [join(HERE, 'sdk.ts')];
  await build({ ...BUNDLING, write: true, entryPoints, outfile: sdk });
  await build({ ...BUNDLING, write: true, external: [...NEVER_RUN], plugins: [...slimming], entryPoints, outfile: slimSdk });
  const dist = join(folder, 'dist');
  await bundleFunctions({ functions: functionNames, jobs: jobNames, from: resolve(HERE, '../../lambdas'), to: dist });
  await bundleSite(dist);
  const toFile = (name: string) => join(dist, name, 'index.mjs');
  const http = join(folder, 'http.mjs');
  writeFileSync(http, "import { Agent } from 'node:http';\nexport const handler = async () => ({ statusCode: 200, body: String(Agent) });\n");
  return [
    { name: BARE, file: bare, event: {} },
    { name: 'bare, importing node:http', file: http, event: {} },
    { name: 'SDK only: one GetItem', file: sdk, event: {} },
    { name: SLIM_SDK, file: slimSdk, event: {} },
    ...functionNames.map((name) => ({ name, file: toFile(name), ...(name !== 'repair' && { event: toEvent(QUESTIONS[name]) }) })),
    { name: CACHED, file: toFile('scores'), event: toEvent(QUESTIONS.scores), environment: { NODE_COMPILE_CACHE: join(folder, 'code') } },
    ...jobs.map(({ name, on }) => ({
      name,
      file: toFile(name),
      ...(!NEEDS_MORE.includes(name) && { event: on === 'stream' ? { Records: [] } : {} }),
    })),
    { name: SITE, file: toFile(SITE), event: PAGE, environment: SIGN_IN },
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
  const child = spawn(process.execPath, [runner, file, ...(event ? [JSON.stringify(event)] : [])], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`${file} did not answer: ${said}`);
  return { bytes: statSync(file).size, ...JSON.parse(said) };
}

function toMeasurement(contenders: readonly Contender[], taken: ReadonlyMap<string, readonly Cost[]>, rounds: number): Measurement {
  const median = (name: string, part: keyof Cost) => quantile(taken.get(name)?.map((cost) => cost[part]) ?? [], 0.5);
  const ratioTo = (other: string, name: string) =>
    quantile(
      (taken.get(name) ?? []).map((cost, round) => cost.first / (taken.get(other)?.[round]?.first ?? Number.NaN)),
      0.5,
    );
  const figures = contenders.map(({ name, event }): Figure => {
    const kilobytes = Math.ceil(median(name, 'bytes') / 1024);
    const isOurs = !(name in MEANS);
    const overSdk = ratioTo(SLIM_SDK, name);
    const reach = event ? `at most ${MOST_OVER_SDK} times the SDK slimmed, and ${MOST_KB} KB` : `at most ${MOST_KB} KB`;
    return {
      name,
      value: Math.round(median(name, 'first') * 10) / 10,
      unit: 'ms',
      ratio: ratioTo(BARE, name),
      note:
        `${kilobytes} KB; ` +
        (event
          ? `${median(name, 'init').toFixed(1)} ms until it is loaded, ${median(name, 'second').toFixed(1)} ms for a second answer` +
            (isOurs ? `, ${overSdk.toFixed(2)} times the SDK slimmed` : '')
          : 'loaded only'),
      ...(isOurs && { reach: { at: reach, isMet: kilobytes <= MOST_KB && (!event || overSdk <= MOST_OVER_SDK) } }),
      means: MEANS[name] ?? (isJob(name) ? 'A job; no user waits for it.' : 'What a user waits for beyond a bare function, once in a while.'),
    };
  });
  return {
    title: 'Cold start: CPU time of a process until its first answer',
    how:
      `Medians of ${rounds} rounds, each of which starts every contender once, in another order. Each is a process of its own, in a bare Node with ` +
      'nothing in its environment but what Lambda gives; the table is the embedded engine behind TLS. Node’s own start is in every figure. ' +
      'Jobs of the stream are woken without a record; those that reach for a key, a bucket or a bus are only loaded.',
    ratioOf: BARE,
    figures,
  };
}

const MEANS: Readonly<Record<string, string>> = {
  [BARE]: 'What any function in Node pays.',
  'bare, importing node:http': 'As an ES module it makes every export at once, undici among them; nothing of ours imports it so, a test holds that.',
  'SDK only: one GetItem': 'What any function pays that reads a table with the SDK as its documentation has it, the TLS handshake included.',
  [SLIM_SDK]: 'The same with what we take out of our bundles taken out.',
  [CACHED]:
    'What Node’s compile cache would save. It cannot be shipped: it counts for one build of Node on one processor alone, and Lambda begins with an empty disk.',
};

if (import.meta.main) {
  const { figures, how } = await measureColdStarts(Number(process.argv[2] ?? 25));
  console.log(`${how}\n${describeMachine()}\n`);
  for (const { name, value, ratio, note } of figures)
    console.log(`${name.padEnd(34)} ${value.toFixed(1).padStart(6)} ms  x${ratio?.toFixed(2)}  ${note}`);
}
