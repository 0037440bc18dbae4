import { hashOfText } from '../../domain/facts/hash.ts';
import { recordMemo as record } from '../../domain/record/record-memo.ts';
import { demand } from '../runtime/caller.ts';
import { DecisionParams } from '../runtime/find-decision.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { created } from '../runtime/reply.ts';
import { findParts, Memo, MemoQuery, makeMemo } from './memo-page.ts';
import { PAGE_POLICY } from './page-policy.ts';

/** Answers with the memo that the event names: its bytes are the caller's to keep, since the next one is of another moment. */
export const recordMemo = operation({
  params: DecisionParams,
  query: MemoQuery,
  reply: { 201: Memo },
  find: async (target, deps) => ({ head: await findPlatform(target, deps), parts: await findParts(target, deps) }),
  async run({ params: { platform, decision }, query: { lang }, caller, witness, found: { head, parts } }, deps) {
    demand(caller, 'decide');
    const page = await makeMemo(platform, lang, parts, deps);
    const sha256 = hashOfText(page);
    const at = deps.now().toISOString();
    await deps.store.commit({ from: head, ...record(head, { decision, sha256 }, { by: caller.id, ...witness, at }, deps) });
    return created(page, `/v1/platforms/${platform}/decisions/${decision}/memo/${sha256}/proof`, PAGE_POLICY);
  },
});
