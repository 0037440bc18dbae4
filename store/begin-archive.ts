import type { EventDraft } from '../domain/record/event.ts';
import { again } from './again.ts';
import { findArchived, recordArchived } from './archive-chain.ts';
import type { Table } from './table.ts';

/**
 * Says in the record that its archive begins anew: documents that it names so far lie elsewhere, or nowhere any more. Those that lie
 * here all the same are named again the next night. Nothing is written where the record names none.
 */
export async function beginArchive(table: Table, mark: Pick<EventDraft, 'id' | 'at' | 'by'> & { readonly reason: string }): Promise<boolean> {
  return again(async () => {
    const { documents } = await findArchived(table);
    if (documents.size === 0) return false;
    const { reason, ...draft } = mark;
    await recordArchived(table, { ...draft, type: 'archive.begun', data: { reason } });
    return true;
  });
}
