import * as z from 'zod';
import { EntryKind, InboxEntry } from '../../domain/inbox/entry.ts';
import { findBroken, findDrafts, findOnConsumers, findSetAside, findWithheld } from '../../domain/inbox/find-in-service.ts';
import { findOnPlatform } from '../../domain/inbox/find-on-platform.ts';
import { countByKind, orderEntries } from '../../domain/inbox/order-entries.ts';
import { findHeldBack } from '../../store/policy.ts';
import { type Unreadable, unlessUnreadable } from '../../store/unreadable.ts';
import type { Caller } from '../runtime/caller.ts';
import type { Deps } from '../runtime/deps.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor, toSetAside } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';

const LIST = 'inbox';
/** Heads that one Query asks for: of their usual size, what fits its megabyte. */
const HEADS = 400;

const Inbox = pageOf(InboxEntry)
  .extend({
    total: z.int().min(0).meta({ description: 'How many there are, on whatever page.', example: 7 }),
    counts: z.partialRecord(EntryKind, z.int().min(1)).meta({
      description: 'How many there are of each kind, on whatever page; a kind of which there are none is left out.',
      example: { overdue: 2, 'to-check': 1 },
    }),
  })
  .meta({ id: 'Inbox', description: 'What waits for the caller, by the scopes of the token and by who it is, most pressing first.' });

export const getInbox = operation({
  query: z.strictObject({
    ...PageQuery,
    kind: EntryKind.optional().meta({ description: 'Only entries of this kind; counts are of all.', example: 'decision-waits' }),
  }),
  reply: { 200: Inbox },
  async run({ query: { limit, cursor, kind }, caller }, deps) {
    const list = `${LIST} ${kind ?? ''}`;
    const place = await openCursor(cursor, list, deps);
    const { heads, setAside, entries } = await findAll(caller, deps);
    const at = deps.now().toISOString();
    const all = orderEntries([...heads.flatMap((head) => findOnPlatform(head, caller.id, at)), ...entries], caller);
    const rest = all.filter((one) => (kind === undefined || one.entry.kind === kind) && (place === undefined || one.place > place));
    const page = rest.slice(0, limit);
    const last = rest.length > limit ? page.at(-1) : undefined;
    return ok({
      total: all.length,
      counts: countByKind(all),
      items: page.map(({ entry }) => entry),
      ...toSetAside(setAside),
      nextCursor: last ? await sealCursor(last.place, list, deps) : null,
    });
  },
});

/** Every head out of the list of platforms, and what waits beside the platforms, as far as the caller can act on it. */
async function findAll({ id, scopes }: Caller, deps: Deps) {
  const { store, now, expectedConsumers } = deps;
  const at = now().toISOString();
  const setAside: Unreadable[] = [];
  const may = (...some: string[]) => some.some((scope) => (scopes as readonly string[]).includes(scope));
  const [heads, drafts, mark, consumers, known, audit] = await Promise.all([
    may('assess', 'review', 'decide', 'operate') ? listAllHeads(deps, setAside) : [],
    may('assess', 'decide') ? store.listDrafts(id, now()) : { items: [], setAside: [] },
    may('decide', 'operate') ? unlessUnreadable(store.findPolicyMark(), setAside) : undefined,
    may('decide', 'operate') ? store.listConsumers(now()).then((found) => found.consumers) : [],
    may('operate') ? store.listSetAside() : [],
    may('operate') ? unlessUnreadable(store.findAudit(), setAside) : undefined,
  ]);
  setAside.push(...drafts.setAside);
  const entries = [
    ...findWithheld(mark ? findHeldBack(mark, at) : null),
    ...findOnConsumers(consumers, may('decide', 'operate') ? expectedConsumers : [], mark?.current, at),
    ...findSetAside(known),
    ...findBroken(audit?.broken ?? []),
    ...findDrafts(drafts.items),
  ];
  return { heads, setAside, entries };
}

async function listAllHeads({ store }: Deps, setAside: Unreadable[]) {
  const heads = [];
  let after: string | undefined;
  do {
    const page = await store.listHeads({}, { limit: HEADS, after });
    heads.push(...page.heads);
    setAside.push(...page.setAside);
    after = page.next;
  } while (after !== undefined);
  return heads;
}
