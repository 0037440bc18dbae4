/**
 * What DynamoDB charges, by its documented rules (Amazon DynamoDB Developer Guide, "Read and write operations" and "DynamoDB item
 * sizes and formats"). A read unit is 4 KB read consistently, half as much eventually; a write unit is 1 KB; in a transaction both
 * count twice, for the table's own items.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type Attributes = Readonly<Record<string, AttributeValue>>;
type Index = { readonly partition: string; readonly sort: string; readonly projection: string };

const READ_BYTES = 4096;
const WRITE_BYTES = 1024;
const TRANSACTION = 2;

const bytesOf = (text: string) => Buffer.byteLength(text);

/** Bytes of an item: names and values. */
export function sizeOf(item: Attributes): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + bytesOf(name) + sizeOfValue(value), 0);
}

function sizeOfValue({ S, N, L, M }: AttributeValue): number {
  if (S !== undefined) return bytesOf(S);
  // Two digits a byte, and one more.
  if (N !== undefined) return Math.ceil(N.replace(/\D/g, '').length / 2) + 1;
  if (L) return L.reduce((sum, value) => sum + sizeOfValue(value) + 1, 3);
  if (M) return Object.entries(M).reduce((sum, [name, value]) => sum + bytesOf(name) + sizeOfValue(value) + 1, 3);
  return 1;
}

export function readUnits(bytes: number, { consistent }: { consistent: boolean }): number {
  return Math.max(1, Math.ceil(bytes / READ_BYTES)) * (consistent ? 1 : 0.5);
}

/** One item written in a transaction in place of an older one, and what the indexes have to change for it. */
export function transactionUnits(before: Attributes | undefined, after: Attributes, indexes: readonly Index[]): number {
  const own = TRANSACTION * writeUnits(Math.max(sizeOf(after), before ? sizeOf(before) : 0));
  return indexes.reduce((sum, index) => sum + indexUnits(index, before, after), own);
}

/** What writing an item of so many bytes costs outside of a transaction. */
export const writeUnits = (bytes: number) => Math.max(1, Math.ceil(bytes / WRITE_BYTES));

function indexUnits(index: Index, before: Attributes | undefined, after: Attributes): number {
  const [old, fresh] = [before, after].map((item) => item && project(index, item));
  if (!old || !fresh) return old || fresh ? writeUnits(sizeOf(old ?? fresh ?? {})) : 0;
  if (JSON.stringify(old) === JSON.stringify(fresh)) return 0;
  const isMoved = [index.partition, index.sort].some((name) => old[name]?.S !== fresh[name]?.S);
  return isMoved ? writeUnits(sizeOf(old)) + writeUnits(sizeOf(fresh)) : writeUnits(Math.max(sizeOf(old), sizeOf(fresh)));
}

/** What an index holds of an item; nothing of one that lacks its keys. */
function project({ partition, sort, projection }: Index, item: Attributes): Attributes | undefined {
  if (!item[partition] || !item[sort]) return undefined;
  const names = projection === 'ALL' ? Object.keys(item) : ['pk', 'sk', partition, sort];
  return Object.fromEntries(names.sort().map((name) => [name, item[name] ?? { NULL: true }]));
}
