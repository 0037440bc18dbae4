import { toDate } from '../../domain/facts/date.ts';
import { Platform } from '../../domain/facts/platform.ts';
import type { HeadContent } from '../../store/head.ts';
import { carryOn } from '../../store/unknown-members.ts';
import { PlatformParams, platformEtag } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { created, ok } from '../runtime/reply.ts';
import { adaptInterval } from '../runtime/review-acts.ts';
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
      ? adaptReviewDay({ ...found, profile: replaceProfile(found.profile, profile), changedAt: at }, found.profile)
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

/** What another release keeps of a profile is not the client's to take away. */
function replaceProfile(before: Platform, after: Platform): Platform {
  return carryOn(before, { ...after, ...(after.apps && { apps: carryOn(before.apps, after.apps) }) });
}

/** Another interval counts from the same approval or confirmation. */
function adaptReviewDay(head: HeadContent, before: Platform): HeadContent {
  const isSame = before.reviewEveryDays?.days === head.profile.reviewEveryDays?.days;
  return isSame ? head : adaptInterval(head, { notBefore: toDate(head.changedAt) });
}
