import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { Assessment } from '../../domain/facts/assessment.ts';
import { type ProblemSlug, problems } from '../../lambdas/problems.ts';
import { type Route, routes } from '../../lambdas/routes.ts';
import type { Operation } from '../../lambdas/runtime/operation.ts';
import { besideTheStory } from './beside-the-story.ts';
import { findClientFaults } from './client-rules.ts';
import { arrange, harvest } from './harvest.ts';
import { requestHeaders, responseHeaders } from './headers.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { type AllOperations, loadOperations } from './operations.ts';
import { withOwnNames } from './own-names.ts';
import { parametersOf } from './parameters.ts';
import { GatewayRefusal, ProblemDetails, SLUGS } from './problems.ts';
import { responsesOf } from './responses.ts';
import { createSchemas, type Schemas } from './schemas.ts';
import { type Exchange, withStage } from './stage.ts';
import { playStory } from './story.ts';
import { DESCRIPTION, SIGN_IN, TAGS } from './texts.ts';
import { traitsOf } from './traits.ts';

export type Described = {
  readonly document: JsonObject;
  /** The schema behind each component. */
  readonly sources: ReadonlyMap<string, z.ZodType>;
  /** The requests whose answers are the examples. */
  readonly exchanges: readonly Exchange[];
};

/** The OpenAPI document of the routes: the same bytes for the same code. */
export async function describeApi(): Promise<Described> {
  const operations = await loadOperations();
  const schemas = createSchemas();
  // An answer that holds an assessment only refers to it.
  schemas.describe(Assessment, 'output');
  const exchanges = (await withStage(operations, playStory)).map((exchange) => inOrder(exchange, operations, schemas));
  const refusals = new Map<string, JsonObject>();

  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes) {
    const operation = operations[route.function]?.[route.name];
    if (!operation) throw new Error(`lambdas/${route.function} has no operation ${route.name}`);
    const own = exchanges.filter((exchange) => exchange.route === route.name);
    // OpenAPI has no word for a parameter that takes the rest of the path.
    const path = route.path.replace('+}', '}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: toOperation(route, operation, own, schemas, refusals) };
  }
  const answered = SLUGS.filter((slug) => [...refusals.keys()].some((name) => name.split('.').includes(slug)));
  for (const schema of [ProblemDetails, GatewayRefusal]) schemas.describe(schema, 'output');

  const { name, version, license } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const described = withExamples(schemas, operations, exchanges);
  const document: JsonObject = {
    openapi: '3.1.1',
    info: {
      title: name[0].toUpperCase() + name.slice(1),
      version,
      summary: 'Where the users of social media platforms have their data, and who can reach it.',
      description: DESCRIPTION,
      contact: { name: 'The institution that runs this instance' },
      license: { name: license, identifier: license },
    },
    servers: [{ url: '/', description: 'The host that this document comes from.' }],
    tags: [...new Set(routes.map((route) => route.function))].sort().map((tag) => ({ name: tag, description: TAGS[tag] })),
    paths,
    components: {
      schemas: sorted(described),
      responses: sorted(refusals),
      parameters: requestHeaders,
      headers: responseHeaders,
      examples: Object.fromEntries(answered.map((slug) => [slug, toProblemExample(slug, exchanges)])),
      securitySchemes: { signIn: SIGN_IN },
    },
  };
  const faults = findClientFaults(described);
  if (faults.length > 0) throw new Error(`no client can be generated of these schemas:\n${faults.join('\n')}`);
  return { document, sources: schemas.sources, exchanges };
}

function toOperation(
  route: Route,
  operation: Operation,
  exchanges: readonly Exchange[],
  schemas: Schemas,
  refusals: Map<string, JsonObject>,
): JsonObject {
  const traits = traitsOf(route, operation);
  const parameters = parametersOf(traits, operation, exchanges, schemas);
  const body = operation.raw
    ? toRawBody(operation.raw.types, exchanges)
    : operation.body && {
        required: true,
        content: {
          'application/json': {
            schema: schemas.describe(operation.body, 'input'),
            example: exchanges.find(({ status, ask }) => status < 300 && ask.body !== undefined)?.ask.body,
          },
        },
      };
  return {
    operationId: route.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [route.function],
    summary: route.summary,
    description: describe(traits),
    security: route.scopes.map((scope) => ({ signIn: [scope] })),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: responsesOf(traits, operation, exchanges, schemas, refusals),
  };
}

/** A body that is taken as it is: its media types, each with what the story sent. */
function toRawBody(types: readonly string[], exchanges: readonly Exchange[]): JsonObject {
  const example = exchanges.find(({ status, ask }) => status < 300 && ask.body !== undefined)?.ask.body;
  const schema = { type: 'string', description: 'The text as it was read; its bytes are kept as they are.' };
  return { required: true, content: Object.fromEntries(types.map((type) => [type, { schema, ...(example !== undefined && { example }) }])) };
}

function describe({ scopes, isChange, isKeyed, isConditional, hasTag, isPersonal }: ReturnType<typeof traitsOf>): string {
  const sentences = [
    scopes.length === 0 ? 'Needs no sign-in.' : `Needs the scope ${scopes.map((scope) => `\`${scope}\``).join(' or ')}.`,
    isPersonal && 'Reviews and decisions need a person’s token.',
    isChange ? 'The change is recorded with its event.' : 'Stores nothing.',
    isKeyed && 'Sent again with the same `Idempotency-Key`, it gives the first answer again.',
    isConditional && '`If-Match` names the version to change; `If-None-Match: *` creates.',
    hasTag && 'With `If-None-Match` it answers 304 while nothing has changed.',
  ];
  return sentences.filter(Boolean).join(' ');
}

function inOrder(exchange: Exchange, operations: AllOperations, { describe: toSchema, components }: Schemas): Exchange {
  const reply = replyOf(exchange, operations);
  return reply && exchange.body !== undefined ? { ...exchange, body: arrange(toSchema(reply, 'output'), exchange.body, components) } : exchange;
}

function operationOf({ route: name }: Exchange, operations: AllOperations): Operation | undefined {
  const route = routes.find((candidate) => candidate.name === name);
  return route && operations[route.function]?.[name];
}

function replyOf(exchange: Exchange, operations: AllOperations): z.ZodType | undefined {
  return operationOf(exchange, operations)?.reply[exchange.status] ?? (exchange.status >= 400 ? ProblemDetails : undefined);
}

/** Every component with an example: that of its meta, the fullest value that stands for it in the story, one beside the story, or its members'. */
function withExamples(
  { components, describe: toSchema }: Schemas,
  operations: AllOperations,
  exchanges: readonly Exchange[],
): Map<string, JsonObject> {
  const found = new Map<string, Json>();
  for (const exchange of exchanges) {
    const reply = replyOf(exchange, operations);
    if (reply) harvest(toSchema(reply, 'output'), exchange.body, components, found);
    const body = exchange.status < 300 ? operationOf(exchange, operations)?.body : undefined;
    if (body) harvest(toSchema(body, 'input'), exchange.ask.body, components, found);
  }
  const beside = new Map<string, Json>();
  for (const [id, value] of besideTheStory()) harvest({ $ref: `#/components/schemas/${id}` }, value, components, beside);
  const complete = [...components].map(([id, schema]): [string, JsonObject] => {
    const example = found.get(id) ?? beside.get(id) ?? compose(schema);
    return [id, schema.examples || example === undefined ? schema : { ...schema, examples: [example] }];
  });
  const without = complete.filter(([, schema]) => !schema.examples).map(([id]) => id);
  if (without.length > 0)
    throw new Error(`schemas without example: ${without.join(', ')}: give them one in their meta, or let docs/openapi/story.ts show it`);
  return withOwnNames(new Map(complete));
}

/** A value made of the examples of its members, where all that are required have one. */
function compose({ properties, required = [] }: JsonObject): Json | undefined {
  if (!isObject(properties) || !Array.isArray(required)) return undefined;
  const shown = Object.entries(properties).flatMap(([name, member]): [string, Json][] =>
    isObject(member) && Array.isArray(member.examples) ? [[name, member.examples[0]]] : [],
  );
  return required.every((name) => shown.some(([known]) => known === name)) ? Object.fromEntries(shown) : undefined;
}

function toProblemExample(slug: ProblemSlug, exchanges: readonly Exchange[]): JsonObject {
  const { status, title, means } = problems[slug];
  const type = `/v1/problems/${slug}`;
  const shown = exchanges.map(({ body }) => body).find((body) => isObject(body) && body.type === type && body.requestId !== undefined);
  return { summary: title, value: shown ?? { type, title, status, detail: means, code: 'as-found', params: { found: means }, requestId: 'request' } };
}

function sorted(entries: ReadonlyMap<string, JsonObject>): JsonObject {
  return Object.fromEntries([...entries].sort(([x], [y]) => (x < y ? -1 : 1)));
}
