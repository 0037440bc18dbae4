import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { serveExport, TEXT_TYPE } from './serve-export.ts';

const Query = z.strictObject({
  as: z.enum(['plain', 'rpz']).default('plain').meta({ description: 'A domain a line, or a DNS response policy zone.', example: 'rpz' }),
});

export const getDomains = operation(
  serveExport({
    query: Query,
    nameOf: ({ as }) => `domains-${as}`,
    typeOf: () => TEXT_TYPE,
    description: 'The blocked domains; remarks say revision, limits and gaps.',
  }),
);
