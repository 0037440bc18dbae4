import { SubmittedProfile } from '../../domain/facts/submitted-profile.ts';
import { changeProfile } from '../../domain/record/change-profile.ts';
import { PlatformParams, platformEtag } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { created, ok } from '../runtime/reply.ts';
import { PlatformView, toPlatformView } from './platform-view.ts';

export const putPlatform = operation({
  params: PlatformParams,
  body: SubmittedProfile,
  reply: { 200: PlatformView, 201: PlatformView },
  find: ({ params }, deps) => deps.store.findHead(params.platform),
  etag: platformEtag,
  async run({ params: { platform }, body: profile, caller, witness, found }, deps) {
    const step = changeProfile(found, { platform, profile }, { by: caller.id, ...witness, at: deps.now().toISOString() }, deps);
    const { head } = await deps.store.commit({ from: found, ...step });
    const etag = { etag: `"${platformEtag(head)}"` };
    return found ? ok(toPlatformView(head), etag) : created(toPlatformView(head), `/v1/platforms/${platform}`, etag);
  },
});
