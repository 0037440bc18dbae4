import { headKey } from '../../store/keys.ts';
import { getItem, type Item, putGuarded, type Table } from '../../store/table.ts';

/** What somebody can do who may write to the table: the head of a platform says something else afterwards, and no event says so. */
export function forgerOf(table: Table): (platform: string, members: object) => Promise<void> {
  return async (platform, members) => {
    const head = await getItem(table, headKey(platform), (item) => item as Item);
    if (head) await putGuarded(table, { ...head, ...members }, Number(head.version));
  };
}
