import { z } from 'zod';
import { operation } from '../runtime/operation.ts';
import { JSON_TYPE, serveExport, TEXT_TYPE } from './serve-export.ts';

const Query = z.strictObject({
  as: z
    .enum(['entities', 'schema', 'fail-open', 'fail-closed'])
    .default('entities')
    .meta({ description: 'The entities, their schema, or one of two example policies, by what it does on stale data.', example: 'entities' }),
});

export const getCedarEntities = operation(
  serveExport({
    query: Query,
    nameOf: ({ as }) => `cedar-${as}`,
    typeOf: ({ as }) => (as === 'entities' ? JSON_TYPE : TEXT_TYPE),
    description: 'Entities as Cedar reads them: an app each below the band of its platform, and the revision as `Whereabouts::Revision::"current"`.',
  }),
);
