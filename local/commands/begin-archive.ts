import { userInfo } from 'node:os';
import { ulid } from 'ulid';
import { MACHINE } from '../../domain/record/machine.ts';
import { beginArchive } from '../../store/begin-archive.ts';
import type { Table } from '../../store/table.ts';
import { onRecord, type RecordPlace } from './record.ts';

/** Who begins an archive anew, as the record will say, and why. */
export type ArchiveMark = { readonly by?: string | undefined; readonly reason: string };

/** Says in the record that its archive begins anew; false where the record names no checkpoint. */
export function markArchive(table: Table, { by = accountName(), reason }: ArchiveMark): Promise<boolean> {
  return beginArchive(table, { id: `evt_${ulid()}`, at: new Date().toISOString(), by, reason });
}

export const beginArchiveOf = (place: RecordPlace, mark: ArchiveMark): Promise<boolean> => onRecord(place, (table) => markArchive(table, mark));

/** The account of this machine; in a container it may have no name. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return MACHINE;
  }
}
