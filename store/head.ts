import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { nextChangeAt } from '../domain/record/advance-decisions.ts';
import { OTHER_CHAINS } from '../domain/record/cloud-event.ts';
import { Head } from '../domain/record/head.ts';
import { bandOfListing, DECISION_CHANGE, DUE, gateOfListing, HEAD_PREFIX, headKey, LISTING, WAITING } from './keys.ts';
import { storedAt, toItem } from './stored.ts';
import { getItem, type Item, type Table } from './table.ts';
import { Unreadable } from './unreadable.ts';

/** A head that says of itself that it is another platform's is not believed. */
export const readHead = storedAt(Head, ({ platform }) => headKey(platform));

export function toHeadItem(head: Head): Item {
  const { platform, nextReviewOn, pending, published, decisions } = head;
  const changeAt = nextChangeAt(decisions ?? []);
  return toItem(Head, head, {
    ...headKey(platform),
    listPk: LISTING,
    listSk: platform,
    ...(nextReviewOn && { duePk: DUE, dueSk: `${nextReviewOn}#${platform}` }),
    ...(pending && { waitingPk: WAITING, waitingSk: `${pending.submittedAt}#${platform}` }),
    ...(published && { bandPk: bandOfListing(published.band), gatePk: gateOfListing(published.gate) }),
    ...(changeAt && { movePk: DECISION_CHANGE, moveSk: `${changeAt}#${platform}` }),
  });
}

/** The platform's head in a record of the table's stream, or undefined for another kind of item. Throws `Unreadable`. */
export function findHeadIn(image: Record<string, unknown> | undefined): Head | undefined {
  const item = image && unmarshall(image as Record<string, AttributeValue>);
  if (item?.sk !== HEAD_PREFIX || isHeadOfOtherChain(item as Item)) return undefined;
  try {
    return readHead(item);
  } catch (error) {
    throw new Unreadable(item as Item, { cause: error });
  }
}

const isHeadOfOtherChain = ({ pk }: Item) => Object.keys(OTHER_CHAINS).some((chain) => headKey(chain).pk === pk);

export function findHead(table: Table, platform: string): Promise<Head | undefined> {
  return getItem(table, headKey(platform), readHead);
}
