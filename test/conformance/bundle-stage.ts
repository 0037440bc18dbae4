import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { APIGatewayProxyStructuredResultV2, DynamoDBBatchResponse } from 'aws-lambda';
import { forgerOf } from '../../docs/openapi/forge.ts';
import type { Ask, Asker, Stage } from '../../docs/openapi/stage.ts';
import { type JobEntry, jobs } from '../../lambdas/jobs.ts';
import { type Route, routes } from '../../lambdas/routes.ts';
import { bundleFunctions } from '../../lib/bundle.ts';
import { functionNames, jobNames } from '../../lib/functions.ts';
import { startEngine } from '../../local/engine/engine.ts';
import { LOCAL_ACCESS, openTable } from '../../local/engine/open-table.ts';
import { openStreamReader } from '../../local/jobs/stream-reader.ts';
import { people } from '../../local/sign-in/people.ts';
import { CAPTURE_KEY } from '../../store/keys.ts';
import { functionsOf, PROD, synthesize } from '../lib/synthesize.ts';
import recorded from './api-gateway-event.json' with { type: 'json' };
import { type Services, startServices } from './pretended-services.ts';

const MINUTE_MS = 60_000;
const TABLE = 'a-table-of-its-own';

export type Cloud = Stage & {
  /** Runs a job as its schedule does; what it logged last is what it says of itself. */
  readonly run: (job: string) => Promise<string>;
  readonly services: Services;
  /** Everything that the functions logged. */
  readonly logged: () => string[];
};

/** The bundles as they are deployed, each unpacked from its zip and alone in a bare Node, with the environment that the template gives it. */
export async function withBundles<T>(play: (cloud: Cloud) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-bundles-'));
  const begun: (() => void | Promise<void>)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const services = await startServices();
    begun.push(services.stop);
    mkdirSync(join(folder, 'engine'));
    const engine = await startEngine(join(folder, 'engine'));
    begun.push(engine.stop);
    const client = await openTable(engine.endpoint, TABLE);
    begun.push(() => client.destroy());
    await client.send(
      new CreateTableCommand({
        TableName: toName('CAPTURE_KEYS_TABLE'),
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: CAPTURE_KEY, AttributeType: 'S' }],
        KeySchema: [{ AttributeName: CAPTURE_KEY, KeyType: 'HASH' }],
      }),
    );
    await unpackBundles(folder);
    const logged: string[] = [];
    const functions = new Map(
      functionsOf(synthesize(PROD)).map(({ name, variables }) => {
        const environment = { ...toEnvironment(variables), AWS_ENDPOINT_URL: services.url, AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint };
        return [name as string, startFunction(join(folder, name), environment, logged)];
      }),
    );
    begun.push(() => {
      for (const { stop } of functions.values()) stop();
    });

    let now = 0;
    const invoke = async <Result>(name: string, event: unknown): Promise<Result> => {
      const found = functions.get(name);
      if (!found) throw new Error(`there is no function ${name}`);
      const { result, error } = await found.call({ event, now: new Date(now).toISOString() });
      if (error !== undefined) throw new Error(`${name} failed: ${error}`);
      return result as Result;
    };
    const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE }));
    const streams = new DynamoDBStreamsClient({ endpoint: engine.endpoint, ...LOCAL_ACCESS });
    begun.push(() => streams.destroy());
    const readers = (jobs as readonly JobEntry[])
      .filter(({ on }) => on === 'stream')
      .map(({ name, items }) =>
        openStreamReader({
          client: streams,
          stream: Table?.LatestStreamArn ?? '',
          file: join(folder, `${name}.json`),
          wants: ({ eventName, dynamodb }) => eventName !== 'REMOVE' && isWanted(items, dynamodb?.Keys?.sk?.S ?? ''),
          handle: (event) => invoke<DynamoDBBatchResponse>(name, event),
          giveUp: ({ dynamodb }) => {
            throw new Error(`${name} gave up ${dynamodb?.SequenceNumber}`);
          },
        }),
      );
    let handedOver = 0;
    /** What was written since goes to the jobs of the stream, and what these announce to those of the bus, until there is nothing more. */
    const settle = async () => {
      for (const { readOnce } of readers) while ((await readOnce()) !== 'idle');
      for (; handedOver < services.announced.length; handedOver += 1) {
        const sent = services.announced[handedOver];
        if (!sent) continue;
        const wanted = (jobs as readonly JobEntry[]).filter(({ events = [] }) =>
          events.some((type) => sent.DetailType === `eu.whereabouts.${type}.v1`),
        );
        for (const { name } of wanted) {
          await invoke(name, toBusEvent(sent));
          const followers = (jobs as readonly JobEntry[]).filter(({ after = [] }) => after.includes(name));
          for (const follower of followers) await invoke(follower.name, {});
        }
      }
    };

    const ask: Asker = async (name, request = {}) => {
      const route: Route | undefined = routes.find((candidate) => candidate.name === name);
      if (!route) throw new Error(`there is no route ${name}`);
      now += MINUTE_MS;
      const answer = await invoke<APIGatewayProxyStructuredResultV2>(route.function, toEvent(route, request));
      const { statusCode = 0, headers = {} } = answer;
      await settle();
      const sent = new Headers(Object.entries(headers).map(([header, value]): [string, string] => [header, String(value)]));
      const isText = answer.isBase64Encoded && sent.get('content-type')?.startsWith('text/plain');
      const body = isText ? Buffer.from(answer.body ?? '', 'base64').toString() : answer.body;
      const isJson = sent.get('content-type')?.includes('json');
      return { route: name, ask: request, status: statusCode, headers: sent, body: body ? (isJson ? JSON.parse(body) : body) : undefined };
    };
    return await play({
      ask,
      travel: (to) => {
        now = Date.parse(to);
      },
      work: async ({ name }) =>
        void (await invoke(
          name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
          {},
        )),
      forge: forgerOf({ client, name: TABLE }),
      run: async (job) => {
        const before = logged.length;
        await invoke(job, {});
        return logged.slice(before).at(-1) ?? '';
      },
      services,
      logged: () => logged,
    });
  } finally {
    for (const end of begun.reverse()) await end();
  }
}

/** Zipped and unzipped by another's tool, as the deployment and Lambda do. */
async function unpackBundles(folder: string): Promise<void> {
  const made = join(folder, 'made');
  await bundleFunctions({ functions: functionNames, jobs: jobNames, from: resolve(import.meta.dirname, '../../lambdas'), to: made });
  for (const name of [...functionNames, ...jobNames]) {
    const zip = join(folder, `${name}.zip`);
    execFileSync('python3', ['-m', 'zipfile', '-c', zip, ...readdirSync(join(made, name))], { cwd: join(made, name) });
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, join(folder, name)]);
  }
  rmSync(made, { recursive: true });
  copyFileSync(new URL('./bundle-runner.mjs', import.meta.url), join(folder, 'runner.mjs'));
}

/** What stands for the name of a resource. */
const toName = (variable: string) => (variable === 'TABLE_NAME' ? TABLE : `a-${variable}`);

/** The variables that the template gives a function, CloudFormation's part filled in, and what Lambda itself adds. */
function toEnvironment(variables: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : toName(name)]);
  return {
    ...Object.fromEntries(given),
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
  };
}

/** A handler in a process of its own; its calls are answered one after the other. */
function startFunction(folder: string, environment: Record<string, string>, logged: string[]) {
  const child: ChildProcess = spawn(process.execPath, ['../runner.mjs'], { cwd: folder, env: environment, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
    logged.push(...String(chunk).split('\n').filter(Boolean));
  });
  createInterface({ input: child.stdout as Readable }).on('line', (line) => logged.push(line));
  const answers = createInterface({ input: child.stdio[3] as Readable })[Symbol.asyncIterator]();
  return {
    async call(message: object): Promise<{ result?: unknown; error?: string }> {
      child.stdin?.write(`${JSON.stringify(message)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`the function ended: ${said}`);
      return JSON.parse(value);
    },
    stop: () => child.kill(),
  };
}

const isWanted = (items: JobEntry['items'], sortKey: string) =>
  items === undefined || ('is' in items ? sortKey === items.is : sortKey.startsWith(items.prefix));

/** As EventBridge hands over what it was sent. */
const toBusEvent = ({ Source, DetailType, Detail }: Services['announced'][number]) => ({
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  'detail-type': DetailType,
  source: Source,
  account: '123456789012',
  time: '2023-02-23T09:00:00Z',
  region: 'eu-central-1',
  resources: [],
  detail: JSON.parse(Detail),
});

/** The event that API Gateway's documentation shows for payload format 2.0, filled in for a request. */
function toEvent({ method, path }: Route, { as, scopes, params, query = {}, headers = {}, body }: Ask): object {
  const address = path.replace(/\{(\w+)\+?\}/g, (_, name: string) => params?.[name] ?? '');
  const routeKey = `${method} ${path}`;
  const { authorizer: _, ...context } = recorded.requestContext;
  const claims = as !== undefined && { sub: as, scope: (scopes ?? people[as] ?? []).join(' '), email: `${as}@example.org` };
  return {
    ...recorded,
    routeKey,
    rawPath: address,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...recorded.headers, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(params && { pathParameters: params }),
    requestContext: {
      ...context,
      routeKey,
      http: { ...context.http, method, path: address },
      ...(claims && { authorizer: { jwt: { claims, scopes: [] } } }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}
