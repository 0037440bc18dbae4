import * as z from 'zod';
import { chainEvents, type EventDraft } from '../domain/record/event.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { findLeft } from './continuity.ts';
import { eventKey, HEAD_PREFIX, headKey, releaseKey } from './keys.ts';
import { type PolicyMark, toMarkWrite } from './policy.ts';
import { sealOf } from './seal.ts';
import { readEventText, type SealingEvent } from './sealed.ts';
import { stored, storedAt, toItem } from './stored.ts';
import { getItem, type Table, transact } from './table.ts';

/** The chain of the policy: its id is refused to platforms. */
const POLICY = 'policy';

const PolicyHead = z.strictObject({ chain: z.literal(POLICY), version: z.int(), sequence: z.int(), lastHash: z.string().nullable() });

/** By which event a revision was let out. */
export const Release = z.strictObject({ revision: z.string(), event: z.int().min(1) });
const readRelease = storedAt(Release, ({ revision }) => releaseKey(revision));

/** Makes a revision the current one and says so in the record, in one transaction; a `Conflict` when somebody else was first. */
export async function recordRelease(
  table: Table,
  { from, to, revision }: { readonly from: PolicyMark; readonly to: Omit<PolicyMark, 'version'>; readonly revision: string },
  draft: EventDraft,
): Promise<void> {
  const head = await getItem(table, headKey(POLICY), stored(PolicyHead));
  const end = { chain: POLICY, version: head?.version ?? 0, sequence: head?.sequence ?? 0, lastHash: head?.lastHash ?? null };
  const next = { chain: POLICY, version: end.version + 1, sequence: end.sequence + 1 } as const;
  const headItem = (lastHash: string | null) => toItem(PolicyHead, carryOn(head, { ...next, lastHash }), headKey(POLICY));
  const release = toItem(Release, { revision, event: next.sequence }, releaseKey(revision));
  const left = await findLeft(table, end, []);
  const [event] = chainEvents(POLICY, end, [draft], {
    items: { [release.sk]: sealOf(release) },
    state: { [HEAD_PREFIX]: sealOf(headItem(null)) },
    ...left,
  });
  if (!event) throw new Error('a release has one event');
  await transact(table, [
    toMarkWrite(from, to),
    { guard: headItem(event.hash), version: end.version },
    { record: { ...event, ...eventKey(POLICY, event.sequence) } },
    { record: release },
  ]);
}

/** The event that let a revision out; undefined for one that never was, or of before such events were written. */
export async function findReleaseEvent(table: Table, revision: string): Promise<SealingEvent | undefined> {
  const release = await getItem(table, releaseKey(revision), readRelease);
  return release && readEventText(table, POLICY, release.event);
}
