import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { DraftForm } from '../domain/draft/form.ts';
import { Instant } from '../domain/facts/date.ts';
import { hashOfText } from '../domain/facts/hash.ts';
import { draftKey } from './keys.ts';
import { storedAt, toItem } from './stored.ts';
import { type Found, getItem, putGuarded, query, type Table, transact } from './table.ts';

/** What a person has begun. It is no record: no chain, no export and no backup holds it. */
const Draft = z.strictObject({
  by: z.string(),
  form: DraftForm,
  platform: z.string(),
  /** JSON as text. */
  content: z.string(),
  savedAt: Instant,
  /** Milliseconds since 1970 when it was begun, and one more each time: one that was thrown away and begun anew is another. */
  version: z.int(),
  /** Seconds since 1970; checked on reading, because the table's expiry is lazy. */
  expiresAt: z.int(),
});
export type Draft = z.infer<typeof Draft>;
type Name = Pick<Draft, 'by' | 'form' | 'platform'>;

const KEPT_SECONDS = 30 * 86_400;

const keyOf = ({ by, form, platform }: Name) => draftKey(hashOfText(by), form, platform);
const readDraft = storedAt(Draft, keyOf);
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

/** One's own: whose it is, is part of where it lies. */
export async function findDraft(table: Table, name: Name, now: Date): Promise<Draft | undefined> {
  const found = await getItem(table, keyOf(name), readDraft);
  return found && found.expiresAt > seconds(now) ? found : undefined;
}

/** All that a person has begun, by form and platform: few, and one Query where they fit a megabyte. */
export async function listDrafts(table: Table, by: string, now: Date): Promise<Found<Draft>> {
  const { pk } = draftKey(hashOfText(by), '', '');
  const drafts: Found<Draft> = { items: [], setAside: [] };
  for (let after: Parameters<typeof query>[1]['after']; ; ) {
    const page = await query(table, { KeyConditionExpression: 'pk = :pk', values: { ':pk': pk }, after }, readDraft);
    drafts.items.push(...page.items.filter(({ expiresAt }) => expiresAt > seconds(now)));
    drafts.setAside.push(...page.setAside);
    if (page.next === undefined) return drafts;
    after = page.next;
  }
}

/** Puts a draft in the place of the one that was read; a `Conflict` when another window of the same person was first. */
export async function putDraft(table: Table, { by, form, platform }: Name, content: string, from: Draft | undefined, now: Date): Promise<Draft> {
  const draft: Draft = {
    ...{ by, form, platform, content },
    savedAt: now.toISOString(),
    version: Math.max(now.getTime(), (from?.version ?? 0) + 1),
    expiresAt: seconds(now) + KEPT_SECONDS,
  };
  const item = toItem(Draft, draft, keyOf(draft));
  // What has expired may lie there still.
  if (from === undefined) await transact(table, [{ remember: item, now: seconds(now) }]);
  else await putGuarded(table, item, from.version);
  return draft;
}

/** Throws it away. */
export async function deleteDraft(table: Table, name: Name): Promise<void> {
  await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: marshall(keyOf(name)) }));
}
