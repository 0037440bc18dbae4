import { toDate } from '../../domain/date.ts';
import { Platform } from '../../domain/platform.ts';
import type { Band } from '../../domain/rating.ts';
import { nextReviewOn } from '../../domain/review-interval.ts';
import type { Head, HeadContent } from '../../store/head.ts';
import { PlatformParams, platformEtag } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { created, ok } from '../runtime/reply.ts';
import { PlatformView, toPlatformView } from './platform-view.ts';

export const putPlatform = operation({
  params: PlatformParams,
  body: Platform,
  reply: { 200: PlatformView, 201: PlatformView },
  find: ({ params }, deps) => deps.store.findHead(params.platform),
  etag: platformEtag,
  async run({ params: { platform }, body: profile, caller, found }, { store, now, newId }) {
    const at = now().toISOString();
    const to: HeadContent = found
      ? { ...found, profile, changedAt: at, ...reviewDay(found, profile) }
      : { platform, profile, createdAt: at, changedAt: at, latestRevision: 0 };
    const { head } = await store.commit({
      from: found,
      to,
      events: [{ id: newId('evt'), type: 'platform.changed', at, by: caller.id, data: { created: found === undefined, profile } }],
    });
    const etag = { etag: `"${platformEtag(head)}"` };
    return found ? ok(toPlatformView(head), etag) : created(toPlatformView(head), `/v1/platforms/${platform}`, etag);
  },
});

/** Another interval counts from the same approval. */
function reviewDay({ approved, published }: Head, profile: Platform): { nextReviewOn?: string } {
  return approved && published ? { nextReviewOn: nextReviewOn(toDate(approved.approvedAt), published.band as Band, profile) } : {};
}
