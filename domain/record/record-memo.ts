import type { Head } from './head.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

/** What the memo is called among the documents that its event names. */
export const MEMO_DOCUMENT = 'memo.html';

/** Says in the record which memo of a decision was handed out, by the SHA-256 of its bytes: whoever has them can prove that. */
export function recordMemo(
  head: Head,
  { decision, sha256 }: { readonly decision: string; readonly sha256: string },
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Step {
  const data = { decision, documents: { [MEMO_DOCUMENT]: sha256 } };
  return { to: { ...head, changedAt: actor.at }, record: [], events: [draftEvent('memo.recorded', data, actor, means)] };
}
