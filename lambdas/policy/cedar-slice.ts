import * as z from 'zod';
import { fault } from '../../domain/facts/fault.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import type { Part } from './serve-export.ts';

/** Resources that one call of BatchIsAuthorized takes. */
const MOST_IDS = 100;

const Ids = z
  .string()
  .regex(/^(android|ios|web):[\w.-]+(,(android|ios|web):[\w.-]+)*$/, fault('not-app-ids'))
  .refine((ids) => ids.split(',').length <= MOST_IDS, fault('too-many-ids', { limit: MOST_IDS }))
  .optional()
  .meta({ description: 'These apps alone, with their bands and the revision.', example: 'android:com.zhiliaoapp.musically' });

/** The entities of the apps that one request is about: Verified Permissions keeps none itself. */
export const cedarSlice: Part = {
  parameters: { ids: Ids },
  check({ as, ids }, context) {
    if (ids !== undefined && as !== 'entities') context.addIssue({ code: 'custom', path: ['ids'], message: fault('ids-of-entities-only') });
  },
  select({ ids }) {
    if (ids === undefined) return undefined;
    const wanted = new Set(ids.split(',').map((id) => id.trim()));
    return { tag: hashOf([...wanted].sort()).slice(0, 16), cut: (text) => cut(text, wanted) };
  },
};

type CedarEntity = { readonly uid: { readonly type: string; readonly id: string } };
type AvpEntity = { readonly identifier: { readonly entityType: string; readonly entityId: string } };

/** Everything but the apps that were not asked for. */
function cut(text: string, wanted: ReadonlySet<string>): string {
  const isWanted = (type: string, id: string) => type !== 'Whereabouts::App' || wanted.has(id);
  const entities: readonly CedarEntity[] | { readonly entityList: readonly AvpEntity[] } = JSON.parse(text);
  return JSON.stringify(
    'entityList' in entities
      ? { entityList: entities.entityList.filter(({ identifier: { entityType, entityId } }) => isWanted(entityType, entityId)) }
      : entities.filter(({ uid: { type, id } }) => isWanted(type, id)),
  );
}
