import { z } from 'zod';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';
import { PlatformView, toPlatformView } from './platform-view.ts';

const LIST = 'platforms';

export const listPlatforms = operation({
  query: z.strictObject(PageQuery),
  reply: { 200: pageOf(PlatformView).meta({ id: 'PlatformPage', description: 'A page of platforms, by id.' }) },
  async run({ query }, deps) {
    const { heads, next } = await deps.store.listHeads({ limit: query.limit, after: await openCursor(query.cursor, LIST, deps) });
    const nextCursor = next === undefined ? null : await sealCursor(next, LIST, deps);
    return ok({ items: heads.map(toPlatformView), nextCursor });
  },
});
