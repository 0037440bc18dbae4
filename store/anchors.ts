import * as z from 'zod';
import { Anchors } from '../domain/record/anchors.ts';
import { Anchor } from '../domain/vault/anchor.ts';
import { anchorsKey } from './keys.ts';
import { parseText, stored, toItem, toText } from './stored.ts';
import { getItem, type Item, type Table } from './table.ts';

/** As it lies in the table, the anchors as JSON. */
const AnchorsItem = z.strictObject({ ...Anchors.shape, anchors: z.string() });
const AnchorList = z.array(Anchor);

export function toAnchorsItem({ platform, revision, anchors }: Anchors): Item {
  return toItem(AnchorsItem, { platform, revision, anchors: toText(anchors) }, anchorsKey(platform, revision));
}

const readAnchors = stored(AnchorsItem);

export function findAnchors(table: Table, platform: string, revision: number): Promise<Anchor[] | undefined> {
  return getItem(table, anchorsKey(platform, revision), (item) => parseText(AnchorList, readAnchors(item).anchors));
}
