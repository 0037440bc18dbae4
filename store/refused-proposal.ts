import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { refusalKey } from './keys.ts';
import { storedAt, toItem } from './stored.ts';
import { type Item, query, type Table } from './table.ts';

/** That somebody refused a drafted fact. It changes no fact and no score, so it is none of the record's. */
const RefusedProposal = z.strictObject({ platform: z.string(), key: z.string(), by: z.string(), at: Instant });
type RefusedProposal = z.infer<typeof RefusedProposal>;

const readRefused = storedAt(RefusedProposal, ({ platform, key }) => refusalKey(platform, key));

/** Refuses it, whoever refused it before. */
export async function refuseProposal(table: Table, refused: RefusedProposal): Promise<void> {
  const item = toItem(RefusedProposal, refused, refusalKey(refused.platform, refused.key));
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }));
}

/** The keys of the drafted facts of a platform that were refused, by anybody. */
export async function listRefused(table: Table, platform: string): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  let after: Item | undefined;
  do {
    const where = { KeyConditionExpression: 'pk = :pk', values: { ':pk': refusalKey(platform, '').pk }, ConsistentRead: true, after };
    const page = await query(table, where, readRefused);
    for (const { key } of page.items) keys.add(key);
    after = page.next;
  } while (after !== undefined);
  return keys;
}
