import { isBehind } from '../../domain/policy/consumer.ts';
import type { EventDraft } from '../../domain/record/event.ts';
import { MACHINE } from '../../domain/record/machine.ts';
import { draftEvent } from '../../domain/record/step.ts';
import { ignoreConflict } from '../../store/again.ts';
import type { Deps } from '../runtime/deps.ts';

/** Events in one transaction; the others follow a minute later. */
const AT_ONCE = 50;

/** Announces consumers that fell behind the current revision, once each until they have caught up. */
export async function announceBehind({ store, now, newId }: Deps): Promise<number> {
  const [mark, head, { consumers }] = await Promise.all([store.findPolicyMark(), store.findConsumersHead(), store.listConsumers(now())]);
  const current = mark?.current;
  if (!current) return 0;
  const at = now().toISOString();
  const known = new Set(head?.behind);
  const draft = (type: EventDraft['type'], consumer: string, data: EventDraft['data']) =>
    draftEvent(type, { consumer, current: current.revision, ...data }, { by: MACHINE, at }, { newId });
  // Of two that call themselves the same, the one that is late counts: no token hides another's.
  const latest = new Map<string, (typeof consumers)[number]>();
  for (const one of consumers) if (!latest.has(one.id) || isBehind(one.revision, current, at)) latest.set(one.id, one);
  const events = [...latest.values()].flatMap(({ id, revision, reportedAt, error }) => {
    const isLate = isBehind(revision, current, at);
    if (isLate === known.has(id)) return [];
    return [draft(isLate ? 'consumer.behind' : 'consumer.caught-up', id, { revision, reportedAt, error })];
  });
  const announced = events.slice(0, AT_ONCE);
  for (const { type, data } of announced) {
    if (type === 'consumer.behind') known.add(String(data.consumer));
    else known.delete(String(data.consumer));
  }
  if (announced.length === 0) return 0;
  // Where another run was first, the next one looks again.
  await store.recordBehind(head, { behind: [...known].sort(), events: announced }).catch(ignoreConflict);
  return announced.filter(({ type }) => type === 'consumer.behind').length;
}
