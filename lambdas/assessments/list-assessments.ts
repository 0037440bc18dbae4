import * as z from 'zod';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';
import { RevisionView, toRevisionView } from './revision-view.ts';

export const listAssessments = operation({
  params: PlatformParams,
  query: z.strictObject(PageQuery),
  reply: { 200: pageOf(RevisionView).meta({ id: 'RevisionPage', description: 'A page of a platform’s revisions, newest first.' }) },
  find: findPlatform,
  async run({ params: { platform }, query: { limit, cursor } }, deps) {
    const list = `assessments ${platform}`;
    const place = await openCursor(cursor, list, deps);
    const { statuses, next } = await deps.store.listStatuses(platform, { limit, before: place === undefined ? undefined : Number(place) });
    return ok({ items: statuses.map(toRevisionView), nextCursor: next === undefined ? null : await sealCursor(`${next}`, list, deps) });
  },
});
