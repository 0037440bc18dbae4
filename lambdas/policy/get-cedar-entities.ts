import * as z from 'zod';
import { hashOf } from '../../domain/facts/hash.ts';
import { operation } from '../runtime/operation.ts';
import { JSON_TYPE, serveExport, TEXT_TYPE } from './serve-export.ts';

/** Resources that one call of BatchIsAuthorized takes. */
const MOST_IDS = 100;

const Query = z
  .strictObject({
    as: z
      .enum(['entities', 'schema', 'fail-open', 'fail-closed'])
      .default('entities')
      .meta({ description: 'The entities, their schema, or one of two example policies, by what it does on stale data.', example: 'entities' }),
    format: z
      .enum(['cedar-json', 'avp'])
      .default('cedar-json')
      .meta({ description: 'As Cedar reads it, or as Amazon Verified Permissions takes it; a policy is the same in both.', example: 'avp' }),
    ids: z
      .string()
      .regex(/^(android|ios|web):[\w.-]+(,(android|ios|web):[\w.-]+)*$/, 'must be ids of apps as the entities have them, with commas between them')
      .refine((ids) => ids.split(',').length <= MOST_IDS, `must be no more than ${MOST_IDS} ids`)
      .optional()
      .meta({ description: 'These apps alone, with their bands and the revision.', example: 'android:com.zhiliaoapp.musically' }),
  })
  .superRefine(({ as, ids }, context) => {
    if (ids !== undefined && as !== 'entities') context.addIssue({ code: 'custom', path: ['ids'], message: 'belong to the entities only' });
  });

export const getCedarEntities = operation(
  serveExport({
    query: Query,
    nameOf: ({ as, format }) => (format === 'avp' && (as === 'entities' || as === 'schema') ? `cedar-${as}-avp` : `cedar-${as}`),
    typeOf: ({ as, format }) => (as === 'entities' || (as === 'schema' && format === 'avp') ? JSON_TYPE : TEXT_TYPE),
    partOf: ({ ids }) => {
      if (ids === undefined) return undefined;
      const wanted = new Set(ids.split(',').map((id) => id.trim()));
      return { tag: hashOf([...wanted].sort()).slice(0, 16), cut: (text) => cut(text, wanted) };
    },
    description: 'Entities as Cedar reads them: an app each below the band of its platform, and the revision as `Whereabouts::Revision::"current"`.',
  }),
);

type CedarEntity = { readonly uid: { readonly type: string; readonly id: string } };
type AvpEntity = { readonly identifier: { readonly entityType: string; readonly entityId: string } };

/** Everything but the apps that nobody asked for. */
function cut(text: string, wanted: ReadonlySet<string>): string {
  const isWanted = (type: string, id: string) => type !== 'Whereabouts::App' || wanted.has(id);
  const entities: readonly CedarEntity[] | { readonly entityList: readonly AvpEntity[] } = JSON.parse(text);
  return JSON.stringify(
    'entityList' in entities
      ? { entityList: entities.entityList.filter(({ identifier: { entityType, entityId } }) => isWanted(entityType, entityId)) }
      : entities.filter(({ uid: { type, id } }) => isWanted(type, id)),
  );
}
