import { findPlatform, PlatformParams, platformEtag } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { PlatformView, toPlatformView } from './platform-view.ts';

export const getPlatform = operation({
  params: PlatformParams,
  reply: { 200: PlatformView },
  find: findPlatform,
  etag: platformEtag,
  run: ({ found }) => ok(toPlatformView(found)),
});
