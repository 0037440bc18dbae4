import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { Sha256 } from '../domain/facts/hash.ts';
import { epochOf } from '../domain/policy/revision-number.ts';
import { OTHER_CHAINS } from '../domain/record/cloud-event.ts';
import type { Head } from '../domain/record/head.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { listChains } from './chain.ts';
import { hashOfBytes } from './hash-of-bytes.ts';
import { readHead } from './head.ts';
import { exportKey, headKey, policyMarkKey } from './keys.ts';
import { RecordBroken } from './record-broken.ts';
import { stored, toItem } from './stored.ts';
import { demandWhole, getItem, getItems, query, type Table, transact, type Write } from './table.ts';
import { Unreadable } from './unreadable.ts';

/** A revision whose exports lie whole in their place. */
const Written = {
  revision: z.string(),
  number: z.int(),
  dataAsOf: Instant,
  freshUntil: Instant,
  place: z.string(),
  seals: z.record(z.string(), Sha256).optional(),
};

/** Which revision the tools are served, which is to be let out, and when the next is due. Small, because every 304 reads it. */
export const PolicyMark = z.strictObject({
  version: z.int(),
  /** The last good revision; none before the first. */
  current: z.strictObject(Written).optional(),
  /** The revision that is asked back before it stands: after which place it was made, and since when one waits. */
  candidate: z.strictObject({ ...Written, after: z.string().nullable(), since: Instant }).optional(),
  /** When a revision is to be made at the latest. */
  remakeAt: Instant,
  /** Of which epoch the next revision is at least; left out before the first restore. */
  epoch: z.int().optional(),
  /** Since when, and why, the revision that should stand is held back. */
  withheld: z.strictObject({ since: Instant, reason: z.string(), key: z.string() }).optional(),
});
export type PolicyMark = z.infer<typeof PolicyMark>;

/** Whether the candidate was made of what stands, in the epoch that the record is in: a version that asks none lets others out, and a restore begins an epoch. */
export function isTimely({ candidate, current, epoch = 0 }: Pick<PolicyMark, 'candidate' | 'current' | 'epoch'>): boolean {
  return candidate !== undefined && candidate.after === (current?.place ?? null) && epochOf(candidate.number) >= epoch;
}

const HOUR_MS = 3_600_000;

/** What is held back, since when and why: a revision that was refused, or one that nobody has asked for an hour. */
export function findHeldBack(
  { withheld, candidate }: Pick<PolicyMark, 'withheld' | 'candidate'>,
  at: string,
): { since: string; reason: string } | null {
  if (withheld) return { since: withheld.since, reason: withheld.reason };
  if (!candidate || Date.parse(at) < Date.parse(candidate.since) + HOUR_MS) return null;
  return { since: candidate.since, reason: 'the revision that should stand has not been asked back yet' };
}

/** Bytes of base64 in one item, well below DynamoDB's 400 KB. */
const PART = 300_000;

export function findPolicyMark(table: Table): Promise<PolicyMark | undefined> {
  return getItem(table, policyMarkKey, stored(PolicyMark));
}

/**
 * Every platform's head, read consistently: a decision that was just approved is in it. `known` are platforms that were there
 * before: one whose head the listing has lost is set aside like one whose head cannot be read.
 */
export async function listPolicyRecords(table: Table, known: readonly string[] = []): Promise<{ heads: Head[]; setAside: Unreadable[] }> {
  const heads: Head[] = [];
  const setAside: Unreadable[] = [];
  const missing = new Set(known);
  const read = async (platforms: readonly string[]) => {
    const found = await getItems(table, platforms.map(headKey), readHead);
    heads.push(...found.items);
    setAside.push(...found.setAside);
    for (const { platform } of [...found.items, ...found.setAside]) missing.delete(platform ?? '');
  };
  for (let after: string | undefined; ; ) {
    const { chains, next } = await listChains(table, { limit: 100, after });
    await read(chains.filter((chain) => !Object.hasOwn(OTHER_CHAINS, chain)));
    if (next === undefined) break;
    after = next;
  }
  await read([...missing]);
  return { heads, setAside: [...setAside, ...[...missing].map((platform) => new Unreadable(headKey(platform)))] };
}

/** Puts the exports of a revision where they are not yet read, with their signatures: a place of its own, so that two makers never mix. Returns the hash of each. */
export async function recordExports(
  table: Table,
  place: string,
  exports: ReadonlyMap<string, Uint8Array>,
  { expiresAt, signatures }: { readonly expiresAt: number; readonly signatures: ReadonlyMap<string, string> },
): Promise<Record<string, string>> {
  await Promise.all(
    [...exports].map(async ([name, bytes]) => {
      const text = Buffer.from(bytes).toString('base64');
      for (let part = 0; part * PART < Math.max(1, text.length); part += 1) {
        const signature = part === 0 ? signatures.get(name) : undefined;
        const content = { body: text.slice(part * PART, (part + 1) * PART), ...(signature && { signature }) };
        const item = toItem(Part, content, { ...exportKey(place, name, part), expiresAt });
        await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }));
      }
    }),
  );
  return Object.fromEntries([...exports].map(([name, bytes]) => [name, hashOfBytes(bytes)]));
}

/** Bytes in base64; the first part has the signature over all of them, as they are sent. */
const Part = z.strictObject({ body: z.string(), signature: z.string().optional() });

/** The bytes of an export; undefined when its place is no more. */
export async function readExport(
  table: Table,
  from: Pick<NonNullable<PolicyMark['current']>, 'place' | 'seals'>,
  name: string,
): Promise<Uint8Array | undefined> {
  return (await readSigned(table, from, name))?.bytes;
}

/** The same with its detached JWS, which exports of 0.1.0 have not. Throws `RecordBroken` when they are not what the mark seals; marks of 0.1.0 seal none. */
export async function readSigned(
  table: Table,
  { place, seals }: Pick<NonNullable<PolicyMark['current']>, 'place' | 'seals'>,
  name: string,
): Promise<{ readonly bytes: Uint8Array; readonly signature: string | undefined } | undefined> {
  const { pk } = exportKey(place, name, 0);
  const parts: z.infer<typeof Part>[] = [];
  for (let after: Parameters<typeof query>[1]['after']; ; ) {
    const page = await query(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :name)',
        values: { ':pk': pk, ':name': `${name}#` },
        ConsistentRead: true,
        after,
      },
      stored(Part),
    );
    parts.push(...demandWhole(page));
    if (page.next === undefined) break;
    after = page.next;
  }
  const bytes = Buffer.from(parts.map(({ body }) => body).join(''), 'base64');
  if (seals && hashOfBytes(bytes) !== seals[name]) throw new RecordBroken(exportKey(place, name, 0), 'the export is not what was made');
  return parts.length === 0 ? undefined : { bytes, signature: parts[0]?.signature };
}

/** Sets the mark under the version that was read, in an epoch that never falls; throws `Conflict` when somebody else was first. */
export async function setPolicyMark(table: Table, from: PolicyMark | undefined, to: Omit<PolicyMark, 'version'>): Promise<void> {
  await transact(table, [toMarkWrite(from, to)]);
}

export function toMarkWrite(from: PolicyMark | undefined, to: Omit<PolicyMark, 'version'>): Write {
  const version = from?.version ?? 0;
  const epoch = Math.max(from?.epoch ?? 0, to.epoch ?? 0);
  const mark = { ...to, ...(epoch > 0 && { epoch }), version: version + 1 };
  return { guard: toItem(PolicyMark, carryOn(from, mark), policyMarkKey), version };
}
