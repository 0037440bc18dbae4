import * as z from 'zod';
import { Anchors } from '../domain/record/anchors.ts';
import type { DatedStatus } from '../domain/record/revision.ts';
import { Anchor } from '../domain/vault/anchor.ts';
import { anchorsKey, statusKey } from './keys.ts';
import { dateAll, readStatus } from './revision.ts';
import { parseText, stored, toItem, toText } from './stored.ts';
import { demandWhole, getItem, getItems, type Item, type Table } from './table.ts';

/** As it lies in the table, the anchors as JSON. */
export const AnchorsItem = z.strictObject({ ...Anchors.shape, anchors: z.string() });
const AnchorList = z.array(Anchor);

export function toAnchorsItem({ platform, revision, anchors }: Anchors): Item {
  return toItem(AnchorsItem, { platform, revision, anchors: toText(anchors) }, anchorsKey(platform, revision));
}

const readItem = stored(AnchorsItem);
const readAnchors = (item: Readonly<Record<string, unknown>>) => parseText(AnchorList, readItem(item).anchors);

export function findAnchors(table: Table, platform: string, revision: number): Promise<Anchor[] | undefined> {
  return getItem(table, anchorsKey(platform, revision), readAnchors);
}

/** What became of a revision, and where its quotes stood, in one read. */
export async function findStatusWithAnchors(
  table: Table,
  platform: string,
  revision: number,
): Promise<{ readonly status: DatedStatus; readonly anchors: readonly Anchor[] } | undefined> {
  const [ofStatus, ofAnchors] = [statusKey(platform, revision), anchorsKey(platform, revision)];
  const read = (item: Readonly<Record<string, unknown>>) => (item.sk === ofStatus.sk ? { status: readStatus(item) } : { anchors: readAnchors(item) });
  const found = demandWhole(await getItems(table, [ofStatus, ofAnchors], read));
  const statuses = found.flatMap((part) => ('status' in part ? [part.status] : []));
  const [status] = demandWhole(await dateAll(table, statuses));
  return status && { status, anchors: found.flatMap((part) => ('anchors' in part ? part.anchors : [])) };
}
