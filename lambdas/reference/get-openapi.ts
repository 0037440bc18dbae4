import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';

const OpenApi = z
  .looseObject({ openapi: z.string().meta({ example: '3.1.1' }) })
  .meta({ id: 'OpenApiDocument', description: 'An OpenAPI document.' });

export const getOpenapi = operation({
  reply: { 200: OpenApi },
  async run() {
    // Read only where it is asked for: it is larger than the rest of the function.
    const { default: document } = await import('../../docs/openapi.json', { with: { type: 'json' } });
    return ok(document, { 'cache-control': 'public, max-age=300' });
  },
});
