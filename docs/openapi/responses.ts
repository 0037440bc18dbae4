import * as z from 'zod';
import { type ProblemSlug, problems } from '../../lambdas/problems.ts';
import type { Operation } from '../../lambdas/runtime/operation.ts';
import { headersOf } from './headers.ts';
import { isObject, type JsonObject } from './json.ts';
import { GATEWAY, problemsOf } from './problems.ts';
import type { Schemas } from './schemas.ts';
import type { Exchange } from './stage.ts';
import type { Traits } from './traits.ts';

/** Every answer of a route; refusals that several routes share are components. */
export function responsesOf(
  traits: Traits,
  operation: Operation,
  exchanges: readonly Exchange[],
  schemas: Schemas,
  refusals: Map<string, JsonObject>,
): JsonObject {
  const answers: Record<string, JsonObject> = {};
  for (const [status, schema] of Object.entries(operation.reply)) answers[status] = success(traits, Number(status), schema, exchanges, schemas);
  if (traits.hasTag) answers[304] = { description: 'What you have is current.', headers: headersOf('RequestId', 'CacheControl', 'ETag') };

  const slugs = problemsOf(traits);
  const gateway = Object.keys(GATEWAY).filter((status) => GATEWAY[Number(status)]?.applies(traits));
  for (const status of new Set([...gateway.map(Number), ...slugs.map((slug) => problems[slug].status)])) {
    const own = slugs.filter((slug) => problems[slug].status === status);
    const name = [status, ...own].join('.');
    if (!refusals.has(name)) refusals.set(name, refusal(status, own));
    answers[status] = { $ref: `#/components/responses/${name}` };
  }
  return answers;
}

function success(traits: Traits, status: number, schema: z.ZodType, exchanges: readonly Exchange[], schemas: Schemas): JsonObject {
  const headers = headersOf(
    'RequestId',
    'CacheControl',
    (traits.hasTag || traits.isConditional) && 'ETag',
    status === 201 && 'Location',
    traits.isPaged && 'Link',
    traits.isKeyed && 'IdempotencyReplayed',
    (traits.isExport || traits.isReport) && 'Revision',
    traits.isExport && 'DataAsOf',
    traits.isExport && 'FreshUntil',
    traits.isExport && 'Signature',
    traits.isReport && 'Standing',
    traits.name === 'get-dossier' && 'DossierHash',
    traits.name === 'get-dossier' && 'ContentLanguage',
  );
  const description = z.globalRegistry.get(schema)?.description;
  if (description === undefined) throw new Error(`${traits.name}: the schema of its answer ${status} has no description`);
  const shown = exchanges.filter((exchange) => exchange.status === status);
  if (shown.length === 0) throw new Error(`${traits.name}: docs/openapi/story.ts shows no answer ${status}`);
  const content: Record<string, JsonObject> = {};
  for (const { body, headers: sent } of shown) {
    const [mediaType = ''] = sent.get('content-type')?.split(';') ?? [];
    if (body !== undefined) content[mediaType] ??= { schema: typed(schemas.describe(schema, 'output'), mediaType, shown), example: body };
  }
  return { description, headers, ...(Object.keys(content).length > 0 && { content }) };
}

/** A file of another's format has the type of what is sent, so that a generated client reads it as that. */
function typed(schema: JsonObject, mediaType: string, shown: readonly Exchange[]): JsonObject {
  if (Object.keys(schema).some((keyword) => keyword !== 'description')) return schema;
  if (mediaType === 'application/gzip') return { ...schema, type: 'string', format: 'binary' };
  if (mediaType !== 'application/json') return { ...schema, type: 'string' };
  const isEveryObject = shown.every(({ body, headers }) => !headers.get('content-type')?.startsWith(mediaType) || isObject(body));
  return isEveryObject ? { ...schema, type: 'object', additionalProperties: {} } : schema;
}

function refusal(status: number, slugs: readonly ProblemSlug[]): JsonObject {
  const gateway = GATEWAY[status];
  const reasons = [...slugs.map((slug) => `\`${slug}\`: ${problems[slug].means}`), ...(gateway ? [`From the gateway: ${gateway.when}.`] : [])];
  const examples = Object.fromEntries(slugs.map((slug) => [slug, { $ref: `#/components/examples/${slug}` }]));
  return {
    description: reasons.join('\n\n'),
    headers: headersOf(
      'RequestId',
      'CacheControl',
      slugs.length > 0 && 'ContentLanguage',
      slugs.length > 0 && 'Vary',
      (status === 401 || status === 403) && 'Challenge',
      (status === 412 || status === 428) && 'ETag',
    ),
    content: {
      ...(slugs.length > 0 && { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } }),
      ...(gateway && { 'application/json': { schema: { $ref: '#/components/schemas/GatewayRefusal' }, example: { message: gateway.message } } }),
    },
  };
}
