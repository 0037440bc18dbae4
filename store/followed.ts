import { StandingEvent } from '../domain/record/event.ts';
import type { Head } from '../domain/record/head.ts';
import { findFlaw } from '../domain/record/verify-chain.ts';
import { Conflict } from './conflict.ts';
import { eventKey, HEAD_PREFIX, headKey } from './keys.ts';
import { RecordBroken } from './record-broken.ts';
import { sealOf } from './seal.ts';
import { getItems, type Item, type Table } from './table.ts';

/** Of heads that were read, those that are not what the last event of their chain left. Throws `Conflict` where one was changed since. */
export async function findUnfollowed(table: Table, heads: readonly Head[]): Promise<RecordBroken[]> {
  const keys = heads.flatMap(({ platform, sequence }) => [headKey(platform), eventKey(platform, sequence)]);
  const { items } = await getItems(table, keys, (item) => item as Item);
  const found = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  return heads.flatMap(({ platform, sequence, version }) => {
    const { pk, sk } = headKey(platform);
    const head = found.get(`${pk} ${sk}`);
    if (head?.version !== version) throw new Conflict('somebody else changed this meanwhile');
    const { pk: _, sk: __, ...content } = found.get(`${pk} ${eventKey(platform, sequence).sk}`) ?? {};
    const event = StandingEvent.safeParse(content).data;
    const isLast = event?.sequence === sequence && event.hash === head.lastHash && findFlaw(event, platform) === undefined;
    return isLast && event.state[HEAD_PREFIX] === sealOf(head) ? [] : [new RecordBroken({ pk, sk }, 'it is not what the last event left')];
  });
}
