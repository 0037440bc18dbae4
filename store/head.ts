import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { nextChangeAt } from '../domain/record/advance-decisions.ts';
import { Head } from '../domain/record/head.ts';
import { bandOfListing, DECISION_CHANGE, DUE, gateOfListing, HEAD_PREFIX, headKey, LISTING, WAITING } from './keys.ts';
import { getItem, type Item, type Table } from './table.ts';

const KEYS = new Set(['pk', 'sk', 'listPk', 'listSk', 'duePk', 'dueSk', 'waitingPk', 'waitingSk', 'bandPk', 'gatePk', 'movePk', 'moveSk']);

/** A head as the table holds it: its content and the keys of its indexes. */
export const StoredHead = z
  .looseObject({})
  .transform((item) => Head.parse(Object.fromEntries(Object.entries(item).filter(([name]) => !KEYS.has(name)))));

export function toHeadItem(head: Head): Item {
  const { platform, nextReviewOn, pending, published, decisions } = head;
  const changeAt = nextChangeAt(decisions ?? []);
  return {
    ...headKey(platform),
    ...head,
    listPk: LISTING,
    listSk: platform,
    ...(nextReviewOn && { duePk: DUE, dueSk: `${nextReviewOn}#${platform}` }),
    ...(pending && { waitingPk: WAITING, waitingSk: `${pending.submittedAt}#${platform}` }),
    ...(published && { bandPk: bandOfListing(published.band), gatePk: gateOfListing(published.gate) }),
    ...(changeAt && { movePk: DECISION_CHANGE, moveSk: `${changeAt}#${platform}` }),
  };
}

/** The platform's head in a record of the table's stream, or undefined for another kind of item. */
export function findHeadIn(image: Record<string, unknown> | undefined): Head | undefined {
  const item = image && unmarshall(image as Record<string, AttributeValue>);
  return item?.sk === HEAD_PREFIX && item.chain === undefined ? StoredHead.parse(item) : undefined;
}

export function findHead(table: Table, platform: string): Promise<Head | undefined> {
  return getItem(table, headKey(platform), StoredHead);
}
