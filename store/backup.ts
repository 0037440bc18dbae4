import { createHash } from 'node:crypto';
import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { verifyWhole } from './backup-chain.ts';
import { subjectOf, toFirstLine, toItemLine } from './backup-line.ts';
import { listChains } from './chain.ts';
import {
  consumerKey,
  exportKey,
  feedEndKey,
  feedKey,
  feedMarkKey,
  HEAD_PREFIX,
  headKey,
  lastLookKey,
  policyMarkKey,
  refusalKey,
  versionsKey,
  workKey,
} from './keys.ts';
import { toRawItem } from './raw-item.ts';
import { getItem, getItems, type Item, type Key, type Table } from './table.ts';

/** How often what is changed while it is read is read again. */
const ATTEMPTS = 5;

/**
 * The whole record as lines of JSON, without their ends (store/backup-line.ts). It may be taken while the service works: the feed
 * is read under its end's version and before the chains, each chain until it is whole, so what comes back is a state that stood.
 * Left out is what is made again (who is reached from where, older exports, the tree over the feed and who has acted) and the answers remembered for a day.
 */
export async function* backUp(table: Table, takenAt: string): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const note = (text: string) => {
    digest.update(`${text}\n`);
    return text;
  };
  yield note(toFirstLine(takenAt));

  let items = 0;
  const chains = new Set<string>();
  const broken: string[] = [];
  for await (const item of besideTheChains(table, chains)) {
    items += 1;
    yield note(toItemLine(item));
  }
  for (const chain of [...chains].sort()) {
    const { whole, isBroken } = await readWhole(table, chain);
    if (isBroken) broken.push(chain);
    items += whole.length;
    for (const item of whole) yield note(toItemLine(item));
  }
  yield JSON.stringify({ kind: 'end', items, chains: chains.size, broken, sha256: digest.digest('hex') });
}

/** What lies outside the chains' partitions; the names of all chains are gathered on the way. */
async function* besideTheChains(table: Table, chains: Set<string>): AsyncGenerator<Item> {
  yield* readFeed(table, chains);
  yield* await findRaws(table, [versionsKey, lastLookKey, policyMarkKey]);
  const written = await getItem(table, policyMarkKey, ({ current, candidate }) => [current, candidate]);
  const places = written?.map((one) => (one as Partial<Item> | undefined)?.place) ?? [];
  for (const place of places) if (typeof place === 'string') yield* pages(table, exportKey(place, '', 0).pk);
  yield* pages(table, consumerKey('').pk);
  for (const chain of [...chains].sort()) yield* pages(table, refusalKey(chain, '').pk);
}

/** Places are only added, together with the end and the chain's mark: what was read while the end stood still fits together. */
async function* readFeed(table: Table, chains: Set<string>): AsyncGenerator<Item> {
  let known = 0;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const [end] = await findRaws(table, [feedEndKey]);
    const last = Number(end?.version ?? 0);
    while (known < last) {
      const first = feedKey(known + 1);
      for await (const place of pages(table, first.pk, first.sk)) {
        if (Number(place.number) > last) break;
        known = Number(place.number);
        chains.add(subjectOf(place));
        yield place;
      }
      if (known < last && feedKey(known + 1).pk === first.pk) throw new Error(`the feed has no place ${known + 1}, and its end is ${last}`);
    }
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await listChains(table, { limit: 100, after });
      for (const chain of page.chains) chains.add(chain);
      after = page.next;
    }
    const marks = await findRaws(table, [...chains].sort().map(feedMarkKey));
    const [again] = await findRaws(table, [feedEndKey]);
    if (again?.version !== end?.version) continue;
    if (end) yield end;
    yield* marks;
    return;
  }
  throw new Error('the feed goes on while it is read: take the backup from a copy of the table, restored to a point in time');
}

/** A chain as it stood at one moment, its head last; one that stays broken is taken as it lies. */
async function readWhole(table: Table, chain: string): Promise<{ whole: Item[]; isBroken: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const items: Item[] = [];
    for await (const item of pages(table, headKey(chain).pk)) items.push(item);
    const isBroken = verifyWhole(chain, items).length > 0;
    if (isBroken && attempt < ATTEMPTS) continue;
    const isHead = ({ sk }: Item) => sk === HEAD_PREFIX;
    const work = await findRaws(table, [workKey(chain)]);
    return { whole: [...items.filter((item) => !isHead(item)), ...items.filter(isHead), ...work], isBroken };
  }
}

const findRaws = async (table: Table, keys: readonly Key[]): Promise<Item[]> => (await getItems(table, keys, (item) => item as Item)).items;

async function* pages(table: Table, pk: string, from?: string): AsyncGenerator<Item> {
  for await (const { Items = [] } of paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      KeyConditionExpression: from === undefined ? 'pk = :pk' : 'pk = :pk AND sk >= :from',
      ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from }, { removeUndefinedValues: true }),
      ConsistentRead: true,
    },
  ))
    yield* Items.map(toRawItem);
}
