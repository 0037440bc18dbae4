import { checkDraft } from '../../domain/draft/check-draft.ts';
import { detail } from '../../domain/facts/detail.ts';
import { LIMITS } from '../../domain/facts/evidence.ts';
import type { Deps } from '../runtime/deps.ts';
import { toPointer } from '../runtime/faults.ts';
import { operation } from '../runtime/operation.ts';
import { invalid, Problem } from '../runtime/problem.ts';
import { created, ok } from '../runtime/reply.ts';
import { DraftContent, DraftView, draftEtag, toDraftView } from './draft-view.ts';
import { DraftParams, findOwnDraft } from './find-draft.ts';

/** So many drafts one person has at a time. */
const MOST = 50;

export const putDraft = operation({
  params: DraftParams,
  body: DraftContent,
  maxBytes: LIMITS.bytes,
  reply: { 200: DraftView, 201: DraftView },
  find: findOwnDraft,
  etag: draftEtag,
  async run({ params, body, caller, found }, { store, now }) {
    const faults = checkDraft(params.form, body);
    if (faults.length > 0) throw invalid(faults.map(({ member, ...fault }) => ({ pointer: toPointer([member]), ...fault })));
    const content = JSON.stringify(body);
    // Written out, 1e20 has 21 digits.
    const bytes = Buffer.byteLength(content);
    if (bytes > LIMITS.bytes) throw new Problem('too-large', detail('draft-too-large', { bytes, most: LIMITS.bytes }));
    if (!found) await demandRoom(caller.id, { store, now });
    const draft = await store.putDraft({ by: caller.id, ...params }, content, found, now());
    const etag = { etag: `"${draftEtag(draft)}"` };
    const view = toDraftView(draft);
    return found ? ok(view, etag) : created(view, `/v1/drafts/${params.form}/${params.platform}`, etag);
  },
});

async function demandRoom(by: string, { store, now }: Pick<Deps, 'store' | 'now'>): Promise<void> {
  const { items, setAside } = await store.listDrafts(by, now());
  const count = items.length + setAside.length;
  if (count >= MOST) throw new Problem('limit-reached', detail('drafts-kept', { count }));
}
