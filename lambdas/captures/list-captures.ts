import * as z from 'zod';
import { CaptureView, toCaptureView } from '../runtime/capture-view.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor, toSetAside } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';

export const listCaptures = operation({
  params: PlatformParams,
  query: z.strictObject(PageQuery),
  reply: { 200: pageOf(CaptureView).meta({ id: 'CapturePage', description: 'A page of a platform’s captures, by their hashes.' }) },
  find: findPlatform,
  async run({ params: { platform }, query: { limit, cursor } }, deps) {
    const list = `captures ${platform}`;
    const after = await openCursor(cursor, list, deps);
    const { captures, erasures, setAside, next } = await deps.store.listCaptures(platform, { limit, after });
    const nextCursor = next === undefined ? null : await sealCursor(next, list, deps);
    const gone = captures.length === 0 ? new Set<string>() : await deps.vault.listErased(captures.map(({ capture }) => capture));
    const items = captures.map((capture) => toCaptureView(capture, erasures.get(capture.capture), gone.has(capture.capture)));
    return ok({ items, ...toSetAside(setAside), nextCursor });
  },
});
