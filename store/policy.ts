import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { OTHER_CHAINS } from '../domain/record/cloud-event.ts';
import type { Head } from '../domain/record/head.ts';
import { listChains } from './chain.ts';
import { StoredHead } from './head.ts';
import { exportKey, headKey, policyMarkKey } from './keys.ts';
import { getItem, getItems, query, type Table, transact } from './table.ts';

/** Which revision the tools are served, and when the next is due. Small, because every 304 reads it. */
export const PolicyMark = z.object({
  version: z.int(),
  /** The last good revision; none before the first. */
  current: z.object({ revision: z.string(), number: z.int(), dataAsOf: Instant, freshUntil: Instant, place: z.string() }).optional(),
  /** When a revision is to be made at the latest. */
  remakeAt: Instant,
  /** Since when, and why, the revision that should stand is held back. */
  withheld: z.object({ since: Instant, reason: z.string(), key: z.string() }).optional(),
});
export type PolicyMark = z.infer<typeof PolicyMark>;

/** Bytes of base64 in one item, well below DynamoDB's 400 KB. */
const PART = 300_000;

export function findPolicyMark(table: Table): Promise<PolicyMark | undefined> {
  return getItem(table, policyMarkKey, PolicyMark);
}

/** Every platform's head, read consistently: a decision that was just approved is in it. */
export async function listPolicyRecords(table: Table): Promise<Head[]> {
  const heads: Head[] = [];
  for (let after: string | undefined; ; ) {
    const { chains, next } = await listChains(table, { limit: 100, after });
    const platforms = chains.filter((chain) => !Object.hasOwn(OTHER_CHAINS, chain));
    heads.push(...(await getItems(table, platforms.map(headKey), StoredHead)));
    if (next === undefined) return heads;
    after = next;
  }
}

/** Puts the exports of a revision where they are not yet read: a place of its own, so that two makers never mix. */
export async function recordExports(table: Table, place: string, exports: ReadonlyMap<string, Uint8Array>, expiresAt: number): Promise<void> {
  for (const [name, bytes] of exports) {
    const text = Buffer.from(bytes).toString('base64');
    for (let part = 0; part * PART < Math.max(1, text.length); part += 1) {
      const item = { ...exportKey(place, name, part), body: text.slice(part * PART, (part + 1) * PART), expiresAt };
      await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }));
    }
  }
}

const Part = z.object({ body: z.string() });

/** The bytes of an export; undefined when its place is no more. */
export async function readExport(table: Table, place: string, name: string): Promise<Uint8Array | undefined> {
  const { pk } = exportKey(place, name, 0);
  const parts: string[] = [];
  for (let after: Parameters<typeof query>[1]['after']; ; ) {
    const { items, next } = await query(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :name)',
        values: { ':pk': pk, ':name': `${name}#` },
        ConsistentRead: true,
        after,
      },
      Part,
    );
    parts.push(...items.map(({ body }) => body));
    if (next === undefined) return parts.length === 0 ? undefined : Buffer.from(parts.join(''), 'base64');
    after = next;
  }
}

/** Sets the mark under the version that was read; throws `Conflict` when somebody else was first. */
export async function setPolicyMark(table: Table, from: PolicyMark | undefined, to: Omit<PolicyMark, 'version'>): Promise<void> {
  const version = from?.version ?? 0;
  await transact(table, [{ guard: { ...policyMarkKey, ...to, version: version + 1 }, version }]);
}
