import { toDate } from '../../domain/facts/date.ts';
import { findTouched, sealLaw } from '../../domain/record/law-seal.ts';
import { MACHINE } from '../../domain/record/machine.ts';
import { draftEvent } from '../../domain/record/step.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { ignoreConflict } from '../../store/again.ts';
import type { Work } from '../../store/work.ts';
import type { Deps } from '../runtime/deps.ts';

const PAGE = 100;
/** Platforms queued at the same time: each is one small write. */
const AT_ONCE = 10;

export function versionsOf({ register }: Pick<Deps, 'register'>): string {
  return `${CURRENT.version} ${register.version} ${register.hash}`;
}

/**
 * After a new register or method every platform is due at once. It may break off anywhere and goes on with the next run:
 * what has been queued lies no longer ahead, and what was scored since says so.
 */
export async function requeueAll(deps: Deps, isOver: () => boolean): Promise<number> {
  const { store, now } = deps;
  const versions = versionsOf(deps);
  const before = await store.findRequeued();
  if (before?.versions === versions) return 0;
  await noteRegister(deps);
  const at = now().toISOString();
  let queued = 0;
  let after: Awaited<ReturnType<typeof store.listLaterWork>>['next'];
  do {
    if (isOver()) return queued;
    const { items, next } = await store.listLaterWork(at, { limit: PAGE, after });
    const waiting = items.filter((work) => work.versions !== versions);
    for (let start = 0; start < waiting.length; start += AT_ONCE) {
      const queue = (work: Work) => store.reschedule(work, { notBefore: at, attempts: work.attempts, versions });
      const done = await Promise.all(waiting.slice(start, start + AT_ONCE).map(queue));
      queued += done.filter((work) => work !== undefined).length;
    }
    after = next;
  } while (after !== undefined);
  await store.recordRequeued(before, versions).catch(ignoreConflict);
  return queued;
}

/** A register with other content enters the record, with the jurisdictions whose law it changes. */
async function noteRegister({ store, register, now, newId }: Deps): Promise<void> {
  const head = await store.findRegisterHead();
  const { version, hash } = register;
  if (head?.register.hash === hash && head.register.version === version) return;
  const at = now().toISOString();
  const day = toDate(at);
  const law = sealLaw(register, [...Object.keys(register.jurisdictions), ...register.euEea.map(({ country }) => country)], day);
  const codes = new Set([...Object.keys(law), ...Object.keys(head?.law ?? {})]);
  const jurisdictions = head ? findTouched(Object.fromEntries([...codes].map((code) => [code, head.law[code] ?? ''])), register, day).sort() : [];
  const data = { from: head?.register ?? null, to: { version, hash }, jurisdictions };
  const event = draftEvent('register.changed', data, { by: MACHINE, at }, { newId });
  await store.recordRegister(head, { register: { version, hash }, law, event }).catch(ignoreConflict);
}
