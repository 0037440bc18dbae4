import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Head } from '../domain/record/head.ts';
import type { BackupFigures } from './backup-line.ts';
import { BadBackup, checkBackup } from './check-backup.ts';
import { StoredHead } from './head.ts';
import { indexReach } from './reach.ts';
import type { Item, Table } from './table.ts';

/** Items written at the same time. */
const AT_ONCE = 16;

/**
 * Writes a backup into an empty table, once the whole of it has passed its checks: `open` is called twice. What is in the feed
 * comes before its chain, so that an announcer that wakes finds nothing to do; nevertheless no job should run meanwhile. A run
 * that breaks off leaves a table that is refused the next time: delete it and begin again.
 */
export async function restore(table: Table, open: () => AsyncIterable<string>): Promise<BackupFigures> {
  const { Items } = await table.client.send(new ScanCommand({ TableName: table.name, ConsistentRead: true, Limit: 1 }));
  if (Items?.length !== 0) throw new BadBackup(`The table ${table.name} is not empty: a backup is restored into an empty one only.`);
  const figures = await checkBackup(open());

  const heads: Pick<Head, 'platform' | 'version' | 'published'>[] = [];
  let waiting: Item[] = [];
  const write = async () => {
    await Promise.all(waiting.map((item) => put(table, item)));
    waiting = [];
  };
  for await (const text of open()) {
    const { kind, item }: { kind: string; item?: Item } = JSON.parse(text);
    if (kind === 'head') heads.push(StoredHead.parse(item));
    if (item) waiting.push(item);
    if (waiting.length === AT_ONCE) await write();
  }
  await write();
  for (const head of heads) await indexReach(table, head);
  return figures;
}

async function put(table: Table, item: Item): Promise<void> {
  const condition = 'attribute_not_exists(pk)';
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item), ConditionExpression: condition }));
}
