import * as z from 'zod';
import { RecordedEvent } from '../../domain/record/event.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor, toSetAside } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';

const Link = RecordedEvent.meta({
  id: 'RecordedEvent',
  description:
    'One link of a platform’s chain. `hash` is the SHA-256 over the canonical JSON (RFC 8785) of all its other members; `previous` is that of the link before.',
});

export const listPlatformEvents = operation({
  params: PlatformParams,
  query: z.strictObject(PageQuery),
  reply: { 200: pageOf(Link).meta({ id: 'RecordedEventPage', description: 'A platform’s own events, newest first, without a gap.' }) },
  find: findPlatform,
  async run({ params: { platform }, query: { limit, cursor } }, deps) {
    const list = `events of ${platform}`;
    const place = await openCursor(cursor, list, deps);
    const { events, setAside, next } = await deps.store.listChainEvents(platform, { limit, before: place === undefined ? undefined : Number(place) });
    return ok({
      items: events,
      ...toSetAside(setAside),
      nextCursor: next === undefined || next <= 1 ? null : await sealCursor(`${next}`, list, deps),
    });
  },
});
