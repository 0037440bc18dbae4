import * as z from 'zod';
import { chainEvents, type EventDraft } from '../domain/record/event.ts';
import type { LawSeal } from '../domain/record/law-seal.ts';
import { eventKey, HEAD_PREFIX, headKey } from './keys.ts';
import { sealOf } from './seal.ts';
import { getItem, type Table, transact } from './table.ts';

/** The chain of the register: its id is refused to platforms. */
const REGISTER = 'register';

/** The register that this instance last worked with, and the end of the chain that says so. */
const RegisterHead = z.object({
  chain: z.literal(REGISTER),
  version: z.int(),
  sequence: z.int(),
  lastHash: z.string().nullable(),
  register: z.object({ version: z.string(), hash: z.string() }),
  /** Fingerprints of every jurisdiction's law, so that what the next register changes can be found. */
  law: z.record(z.string(), z.string()),
});
export type RegisterHead = z.infer<typeof RegisterHead>;

export function findRegisterHead(table: Table): Promise<RegisterHead | undefined> {
  return getItem(table, headKey(REGISTER), RegisterHead);
}

/** Takes another register into the record, with the event that says so; a `Conflict` when somebody else was first. */
export async function recordRegister(
  table: Table,
  from: RegisterHead | undefined,
  { register, law, event }: { register: RegisterHead['register']; law: LawSeal; event: EventDraft },
): Promise<void> {
  const end = { sequence: from?.sequence ?? 0, lastHash: from?.lastHash ?? null };
  const head: RegisterHead = { chain: REGISTER, version: (from?.version ?? 0) + 1, sequence: end.sequence + 1, lastHash: null, register, law };
  const item = (lastHash: string | null) => ({ ...head, ...headKey(REGISTER), lastHash });
  const events = chainEvents(REGISTER, end, [event], { items: {}, state: { [HEAD_PREFIX]: sealOf(item(null)) } });
  await transact(table, [
    { guard: item(events.at(-1)?.hash ?? null), version: from?.version ?? 0 },
    ...events.map((one) => ({ record: { ...one, ...eventKey(one.chain, one.sequence) } })),
  ]);
}
