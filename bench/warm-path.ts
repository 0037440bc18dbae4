import { readFileSync } from 'node:fs';
import { Router } from '@aws-lambda-powertools/event-handler/http';
import middy from '@middy/core';
import jsonBodyParser from '@middy/http-json-body-parser';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import * as z from 'zod';
import { Assessment } from '../domain/facts/assessment.ts';
import { routes } from '../lambdas/routes.ts';
import { STANDARD_CLAIMS } from '../lambdas/runtime/claims.ts';
import type { Deps } from '../lambdas/runtime/deps.ts';
import { createEndpoint, type Endpoint } from '../lambdas/runtime/endpoint.ts';
import { operation } from '../lambdas/runtime/operation.ts';
import type { Figure, Measurement } from './result.ts';
import { type Contenders, measureRounds, type Timed } from './rounds.ts';

const MOST_OVER_BARE = 15;
const ROUTE = 'POST /v1/scores:simulate';
/** The others match the path themselves, and take a colon for the name of something. */
const PATH = '/v1/scores';
const BODY = readFileSync(new URL('../examples/linkedin/2026-08-31.json', import.meta.url), 'utf8');
const CONTEXT = { awsRequestId: 'measured', getRemainingTimeInMillis: () => 1000 } as Context;

type Facts = { readonly asOf: string; readonly paths: readonly unknown[] };
/** What every handler answers, so that only the way to it differs. */
const answerTo = ({ asOf, paths }: Facts) => ({ asOf, paths: paths.length });

/** What stands between an event and an operation: ours and others', over a handler without any of it. */
export async function measureWarmPath({ rounds }: { rounds: number }): Promise<Measurement> {
  const timed = await measureRounds(import.meta.url, '', Object.keys(OPENERS), rounds);
  return {
    title: 'Warm path',
    how:
      `CPU time of one POST of ${(BODY.length / 1000).toFixed(1)} KB through the handler of a warm function, the median of ${rounds} interleaved ` +
      'rounds, each handler in a process of its own. Every one reads the body as JSON and answers the same; ours also checks who calls, sets the ' +
      'headers and makes its line for the log.',
    ratioOf: 'the bare handler',
    figures: toFigures(timed),
  };
}

const OPENERS: Readonly<Record<string, () => Endpoint>> = {
  bare: openBare,
  ours: () => openOurs(z.unknown()),
  hono: openHono,
  powertools: openPowertools,
  middy: openMiddy,
  validating: () => openOurs(Assessment),
};

/** What is run, the bare handler first. One that answers anything else is not measured. */
export function contenders(): Contenders {
  const expected = JSON.stringify(answerTo(JSON.parse(BODY)));
  const opened = Object.entries(OPENERS).map(([name, open]): [string, Contenders[string]] => [
    name,
    async () => {
      const handler = open();
      const { statusCode, body } = await handler(toEvent(), CONTEXT);
      if (statusCode !== 200 || body !== expected) throw new Error(`${name} answers ${statusCode} ${body}`);
      return () => handler(toEvent(), CONTEXT);
    },
  ]);
  return Object.fromEntries(opened);
}

function openBare(): Endpoint {
  return async ({ body }) => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(answerTo(JSON.parse(body ?? ''))),
  });
}

function toFigures(timed: ReadonlyMap<string, Timed>): Figure[] {
  const of = (name: string) => timed.get(name) as Timed;
  const bare = of('bare').cpu;
  const figure = (name: string, title: string, means: string): Figure => {
    const { cpu, ratio } = of(name);
    return { name: title, value: cpu, unit: 'µs', ratio, ...(name !== 'bare' && { note: `${(cpu - bare).toFixed(1)} µs over bare` }), means };
  };
  return [
    figure('bare', 'Bare handler', 'What reading and answering costs without any way in between.'),
    {
      ...figure('ours', 'Ours, before validation', 'Who calls, what the address names, the limits, headers and log cost a user nothing to notice.'),
      reach: { at: `at most ${MOST_OVER_BARE} µs over bare`, isMet: of('ours').cpu - bare <= MOST_OVER_BARE },
    },
    figure('hono', 'hono', 'A router in place of the gateway’s own routing.'),
    figure('powertools', 'Powertools router', 'The same, of AWS.'),
    figure('middy', 'middy and its body parser', 'middy as its manual has it, without a router.'),
    figure('validating', 'Ours, with validation of an assessment', 'All that comes before scoring; every fault is reported.'),
  ];
}

/** Our endpoint with an operation that does nothing but answer. */
function openOurs(body: z.ZodType): Endpoint {
  const measured = operation({ body, reply: { 200: z.strictObject({ asOf: z.string(), paths: z.int() }) }, run: ({ body }) => reply(body as Facts) });
  const operations = Object.fromEntries(routes.filter((route) => route.function === 'scores').map(({ name }) => [name, measured]));
  return createEndpoint('scores', operations, () => ({ claims: STANDARD_CLAIMS }) as Deps, { log: () => {}, error: console.error });
}

const reply = (facts: Facts) => ({ status: 200, body: answerTo(facts) });

function openHono(): Endpoint {
  const app = new Hono();
  app.post(PATH, async (context) => context.json(answerTo(await context.req.json<Facts>())));
  return handle(app) as unknown as Endpoint;
}

function openPowertools(): Endpoint {
  const app = new Router();
  app.post(PATH, async ({ req }) => answerTo((await req.json()) as Facts));
  return (event, context) => app.resolve(event, context);
}

function openMiddy(): Endpoint {
  const respond = async ({ body }: { body: unknown }): Promise<APIGatewayProxyStructuredResultV2> => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(answerTo(body as Facts)),
  });
  return middy(respond as never).use(jsonBodyParser()) as unknown as Endpoint;
}

/** As the gateway sends it; anew for each request, as it is in a function. */
function toEvent(): APIGatewayProxyEventV2 {
  const claims = { sub: 'analyst', scope: 'read assess', email: 'analyst@example.org' };
  return {
    version: '2.0',
    routeKey: ROUTE,
    rawPath: PATH,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', host: 'api.example.org', 'user-agent': 'measured', authorization: 'Bearer measured' },
    requestContext: {
      accountId: '111122223333',
      apiId: 'api',
      domainName: 'api.example.org',
      domainPrefix: 'api',
      requestId: 'measured',
      routeKey: ROUTE,
      stage: '$default',
      time: '23/Feb/2023:12:00:00 +0000',
      timeEpoch: 1_677_153_600_000,
      http: { method: 'POST', path: PATH, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'measured' },
      authorizer: { jwt: { claims, scopes: ['read'] }, principalId: '', integrationLatency: 0 },
    },
    isBase64Encoded: false,
    body: BODY,
  } as APIGatewayProxyEventV2;
}
