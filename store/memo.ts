import * as z from 'zod';
import { Sha256 } from '../domain/facts/hash.ts';
import { MEMO_DOCUMENT } from '../domain/record/record-memo.ts';
import { eventKey, recordedKey } from './keys.ts';
import { readRecordedBy } from './leaf.ts';
import { findRaw } from './raw-item.ts';
import { type SealingEvent, toEventText } from './sealed.ts';
import { getItem, type Table } from './table.ts';

export const MemoData = z.looseObject({ decision: z.string(), documents: z.looseObject({ [MEMO_DOCUMENT]: Sha256 }) });
export const memoName = (sha256: string): string => `MEMO#${sha256}`;

/** The event that names a memo of a decision by its hash; undefined until it is a leaf, since the record keeps no item of a memo. */
export async function findMemoEvent(table: Table, chain: string, decision: string, sha256: string): Promise<SealingEvent | undefined> {
  const hint = await getItem(table, recordedKey(chain, memoName(sha256)), readRecordedBy);
  const raw = hint && (await findRaw(table, eventKey(chain, hint.sequence)));
  const data = raw && MemoData.safeParse(raw.data).data;
  if (!hint || data?.decision !== decision || data.documents[MEMO_DOCUMENT] !== sha256) return undefined;
  return toEventText(chain, hint.sequence, raw);
}
