import { isBehind } from '../../domain/policy/consumer.ts';
import { isSilent } from '../../domain/policy/silence.ts';
import type { EventDraft } from '../../domain/record/event.ts';
import { MACHINE } from '../../domain/record/machine.ts';
import { draftEvent } from '../../domain/record/step.ts';
import { ignoreConflict } from '../../store/again.ts';
import type { Consumer } from '../../store/consumer.ts';
import type { Deps } from '../runtime/deps.ts';

/** Events in one transaction; the others follow a minute later. */
const AT_ONCE = 50;

/** What an event calls a consumer: an OPA by its id, and its other bundles or another tool's targets beside. */
const labelOf = ({ id, bundle = USUAL, target }: Consumer) => [id, ...(bundle === USUAL ? [] : [bundle]), ...(target ? [target] : [])].join('/');
const USUAL = 'whereabouts';

/** Announces consumers that fell behind the current revision, once each until they have caught up, or have been silent for three of their intervals. */
export async function announceBehind({ store, now, newId }: Deps): Promise<number> {
  const [mark, head, { consumers }] = await Promise.all([store.findPolicyMark(), store.findConsumersHead(), store.listConsumers(now())]);
  const current = mark?.current;
  if (!current) return 0;
  const at = now().toISOString();
  const known = new Set(head?.behind);
  const draft = (type: EventDraft['type'], consumer: string, data: EventDraft['data']) =>
    draftEvent(type, { consumer, current: current.revision, ...data }, { by: MACHINE, at }, { newId });
  // Of two that call themselves the same, the one that is late counts: no token hides another's. One that is gone is no longer late.
  const isLate = (one: Consumer) => !isSilent(one, at) && isBehind(one.revision, current, at);
  const latest = new Map<string, Consumer>();
  for (const one of consumers) {
    const other = latest.get(labelOf(one));
    if (!other || isLate(one) || (isSilent(other, at) && !isLate(other))) latest.set(labelOf(one), one);
  }
  const events = [...latest].flatMap(([label, one]) => {
    const { revision, reportedAt, error } = one;
    if (isLate(one) === known.has(label)) return [];
    const type = isLate(one) ? 'consumer.behind' : isSilent(one, at) ? 'consumer.silent' : 'consumer.caught-up';
    return [draft(type, label, { revision, reportedAt, error })];
  });
  for (const label of known) if (!latest.has(label)) events.push(draft('consumer.silent', label, { revision: null }));
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
