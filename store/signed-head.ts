import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { signedHeadKey } from './keys.ts';
import { stored, toItem } from './stored.ts';
import { getItem, putGuarded, type Table } from './table.ts';

/** What a witness of the policy knows of the tree, and why it does not know more. */
const AskedWitness = z.strictObject({ name: z.string(), size: z.int().min(0), askedAt: Instant, fault: z.string().optional() });
export type AskedWitness = z.infer<typeof AskedWitness>;

/** The tree's newest signed checkpoint, as a note (C2SP tlog-checkpoint) with every cosignature that it has. */
const SignedHead = z.strictObject({
  version: z.int(),
  origin: z.string(),
  size: z.int().min(0),
  /** Base64. */
  root: z.string(),
  /** The key that signed it, as a vkey. */
  key: z.string(),
  note: z.string(),
  signedAt: Instant,
  /** The newest one that had enough cosignatures: proofs are made of it. */
  cosigned: z.strictObject({ size: z.int().min(1), note: z.string(), at: Instant }).optional(),
  /** Since when none has had enough. */
  noQuorumSince: Instant.optional(),
  witnesses: z.array(AskedWitness),
});
export type SignedHead = z.infer<typeof SignedHead>;

export function findSignedHead(table: Table): Promise<SignedHead | undefined> {
  return getItem(table, signedHeadKey, stored(SignedHead));
}

/** Puts it in the place of the one that was read; a `Conflict` when somebody else was first. */
export async function recordSignedHead(table: Table, from: SignedHead | undefined, to: Omit<SignedHead, 'version'>): Promise<SignedHead> {
  const version = from?.version ?? 0;
  const head = carryOn(from, { ...to, version: version + 1 });
  await putGuarded(table, toItem(SignedHead, head, signedHeadKey), version);
  return head;
}
