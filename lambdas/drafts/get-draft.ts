import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { DraftView, draftEtag, toDraftView } from './draft-view.ts';
import { DraftParams, demandOwnDraft } from './find-draft.ts';

export const getDraft = operation({
  params: DraftParams,
  reply: { 200: DraftView },
  find: demandOwnDraft,
  etag: draftEtag,
  run: ({ found }) => ok(toDraftView(found)),
});
