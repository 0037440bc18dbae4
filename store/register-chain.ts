import * as z from 'zod';
import { chainEvents, type EventDraft } from '../domain/record/event.ts';
import type { LawSeal } from '../domain/record/law-seal.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { findLeft } from './continuity.ts';
import { eventKey, HEAD_PREFIX, headKey } from './keys.ts';
import { sealOf } from './seal.ts';
import { stored, toItem } from './stored.ts';
import { getItem, type Table, transact } from './table.ts';

/** The chain of the register: its id is refused to platforms. */
const REGISTER = 'register';

/** The register that this instance last worked with, and the end of the chain that says so. */
const RegisterHead = z.strictObject({
  chain: z.literal(REGISTER),
  version: z.int(),
  sequence: z.int(),
  lastHash: z.string().nullable(),
  register: z.strictObject({ version: z.string(), hash: z.string() }),
  /** Fingerprints of every jurisdiction's law, so that what the next register changes can be found. */
  law: z.record(z.string(), z.string()),
});
export type RegisterHead = z.infer<typeof RegisterHead>;

export function findRegisterHead(table: Table): Promise<RegisterHead | undefined> {
  return getItem(table, headKey(REGISTER), stored(RegisterHead));
}

/** Takes another register into the record, with the event that says so; a `Conflict` when somebody else was first. */
export async function recordRegister(
  table: Table,
  from: RegisterHead | undefined,
  { register, law, event }: { register: RegisterHead['register']; law: LawSeal; event: EventDraft },
): Promise<void> {
  const end = { chain: REGISTER, version: from?.version ?? 0, sequence: from?.sequence ?? 0, lastHash: from?.lastHash ?? null };
  const next = { chain: REGISTER, version: end.version + 1, sequence: end.sequence + 1, register, law } as const;
  const item = (lastHash: string | null) => toItem(RegisterHead, carryOn(from, { ...next, lastHash }), headKey(REGISTER));
  const left = await findLeft(table, end, []);
  const events = chainEvents(REGISTER, end, [event], { items: {}, state: { [HEAD_PREFIX]: sealOf(item(null)) }, ...left });
  await transact(table, [
    { guard: item(events.at(-1)?.hash ?? null), version: end.version },
    ...events.map((one) => ({ record: { ...one, ...eventKey(one.chain, one.sequence) } })),
  ]);
}
