import { hashOf } from '../domain/facts/hash.ts';
import type { Head } from '../domain/record/head.ts';
import type { Recorded } from '../domain/record/step.ts';
import { findErasure, toErasureItem } from './capture.ts';
import { findProgress, toProgressItem } from './decision.ts';
import { findHead, toHeadItem } from './head.ts';
import { RecordBroken } from './record-broken.ts';
import { findStatus, toStatusItem } from './revision.ts';
import { sealOf } from './seal.ts';
import type { Item, Table } from './table.ts';
import { findTerms, toTermsItem } from './terms.ts';

/** What an operation was given of a place that its change replaces: as it would be written, and how the place is read again. */
type Read = { readonly item: Item; readonly value: object; readonly again: () => Promise<object | undefined> };

/**
 * What an operation read must be what the last events left, by the seals that the look before the commit has found: an item that was
 * forged while it was read, and put back before that look, is refused with `RecordBroken` too.
 */
export async function demandAsRead(table: Table, head: Head | undefined, record: readonly Recorded[], found: Readonly<Record<string, string>>) {
  const all = [...(head ? [ofHead(table, head)] : []), ...record.flatMap((one) => ofRecorded(table, one))];
  for (const { item, value, again } of all) {
    if (sealOf(item) === found[item.sk]) continue;
    // Written by another release in another form: then what it says decides.
    if (!isSame(await again(), value)) throw new RecordBroken(item, 'it was another while this change was prepared');
  }
}

function ofHead(table: Table, head: Head): Read {
  return { item: toHeadItem(head), value: head, again: () => findHead(table, head.platform) };
}

function ofRecorded(table: Table, recorded: Recorded): Read[] {
  if (recorded.kind === 'status' && recorded.from) {
    const { from } = recorded;
    return [{ item: toStatusItem(from), value: from, again: () => findStatus(table, from.platform, from.revision) }];
  }
  if (recorded.kind === 'decision-progress' && recorded.from) {
    const { from } = recorded;
    return [{ item: toProgressItem(from), value: from, again: () => findProgress(table, from.platform, from.decision) }];
  }
  if (recorded.kind === 'capture-erasure' && recorded.from) {
    const { from } = recorded;
    return [{ item: toErasureItem(from), value: from, again: () => findErasure(table, from.platform, from.capture) }];
  }
  if (recorded.kind === 'terms' && recorded.from) {
    const { from } = recorded;
    return [{ item: toTermsItem(from), value: from, again: () => findTerms(table, from.platform, from.document) }];
  }
  return [];
}

function isSame(one: object | undefined, other: object): boolean {
  return one !== undefined && hashOf(one) === hashOf(other);
}
