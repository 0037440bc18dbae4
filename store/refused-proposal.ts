import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { refusalKey } from './keys.ts';
import { storedAt, toItem } from './stored.ts';
import { type Item, query, type Table } from './table.ts';

/** That somebody refused a drafted fact. It changes no fact and no score, so it is none of the record's; a backup has it. */
export const RefusedProposal = z.strictObject({
  platform: z.string(),
  key: z.string(),
  by: z.string(),
  at: Instant,
  /** Who took it back: the fact is drafted again. */
  takenBack: z.strictObject({ by: z.string(), at: Instant }).optional(),
});
export type RefusedProposal = z.infer<typeof RefusedProposal>;

const readRefused = storedAt(RefusedProposal, ({ platform, key }) => refusalKey(platform, key));

/** Puts a refusal, or that it was taken back, in the place of what was said of that fact before. */
export async function putRefusal(table: Table, refused: RefusedProposal): Promise<void> {
  const item = toItem(RefusedProposal, refused, refusalKey(refused.platform, refused.key));
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }));
}

/** What was said of the drafted facts of a platform, by anybody, by their keys; with what was taken back. */
export async function listRefusals(table: Table, platform: string): Promise<ReadonlyMap<string, RefusedProposal>> {
  const refusals = new Map<string, RefusedProposal>();
  let after: Item | undefined;
  do {
    const where = { KeyConditionExpression: 'pk = :pk', values: { ':pk': refusalKey(platform, '').pk }, ConsistentRead: true, after };
    const page = await query(table, where, readRefused);
    for (const refused of page.items) refusals.set(refused.key, refused);
    after = page.next;
  } while (after !== undefined);
  return refusals;
}
