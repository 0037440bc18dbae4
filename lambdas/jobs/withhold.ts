import { toWithheldKey } from '../../domain/policy/check-revision.ts';
import type { PolicyContent } from '../../domain/policy/document.ts';
import type { PolicyMark } from '../../store/policy.ts';
import type { Deps } from '../runtime/deps.ts';

/** What is held back is looked at again so often. */
const RETRY_MS = 3_600_000;

/** The last good revision stays; since when it should have been another is said with the reason. `content` is undefined where it cannot be read. */
export async function withhold(
  mark: PolicyMark | undefined,
  reason: string,
  content: PolicyContent | undefined,
  at: string,
  { store, report }: Deps,
): Promise<void> {
  const key = content ? toWithheldKey(content) : '';
  const isKnown = mark?.withheld?.key === key && mark.withheld.reason === reason;
  const since = isKnown ? (mark.withheld?.since ?? at) : at;
  const remakeAt = new Date(Date.parse(at) + RETRY_MS).toISOString();
  await store.setPolicyMark(mark, { ...(mark?.current && { current: mark.current }), remakeAt, withheld: { since, reason, key } });
  if (!isKnown) report({ job: 'renew-policy', platform: '*', attempts: 1, error: new WithheldExport(reason) });
}

/** The revision that should stand did not pass its own checks. */
class WithheldExport extends Error {
  override name = 'WithheldExport';
}
