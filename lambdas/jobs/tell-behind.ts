import { isBehind } from '../../domain/policy/consumer.ts';
import type { EventDraft } from '../../domain/record/event.ts';
import { Conflict } from '../../store/conflict.ts';
import type { Deps } from '../runtime/deps.ts';

/** The subject that acts when nobody does. */
const MACHINE = 'whereabouts';
/** Events in one transaction; the others are told a minute later. */
const AT_ONCE = 50;

/** Tells of consumers that fell behind the current revision, once each until they have caught up. */
export async function tellBehind({ store, now, newId }: Deps): Promise<number> {
  const [mark, head, { consumers }] = await Promise.all([store.findPolicyMark(), store.findConsumersHead(), store.listConsumers(now())]);
  const current = mark?.current;
  if (!current) return 0;
  const at = now().toISOString();
  const known = new Set(head?.behind);
  const draft = (type: EventDraft['type'], consumer: string, data: EventDraft['data']): EventDraft => ({
    id: newId('evt'),
    type,
    at,
    by: MACHINE,
    data: { consumer, current: current.revision, ...data },
  });
  const events = consumers.flatMap(({ id, revision, reportedAt, error }) => {
    const isLate = isBehind(revision, current, at);
    if (isLate === known.has(id)) return [];
    return [draft(isLate ? 'consumer.behind' : 'consumer.caught-up', id, { revision, reportedAt, error })];
  });
  const told = events.slice(0, AT_ONCE);
  for (const { type, data } of told) {
    if (type === 'consumer.behind') known.add(String(data.consumer));
    else known.delete(String(data.consumer));
  }
  if (told.length === 0) return 0;
  try {
    await store.recordBehind(head, { behind: [...known].sort(), events: told });
  } catch (error) {
    // Another run was first, and the next one looks again.
    if (!(error instanceof Conflict)) throw error;
  }
  return told.filter(({ type }) => type === 'consumer.behind').length;
}
