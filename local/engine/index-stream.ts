import { DatabaseSync } from 'node:sqlite';

const PATIENCE_MS = 5000;

/**
 * Gives the engine's database the index that its stream lacks. On every write the engine looks for the last number among all records of the
 * stream, on every read for those behind a place; without an index it reads all of them for that, images and all, and what a write takes
 * grows with every write before it.
 */
export function indexStream(database: string): void {
  const db = new DatabaseSync(database, { timeout: PATIENCE_MS });
  try {
    // An engine that keeps its stream elsewhere, or under other names, is as fast as it is.
    const columns = new Set(
      db
        .prepare("SELECT name FROM pragma_table_info('_stream_records')")
        .all()
        .map(({ name }) => name),
    );
    if (!columns.has('table_name') || !columns.has('sequence_number')) return;
    db.exec('CREATE INDEX IF NOT EXISTS _stream_places ON _stream_records (table_name, CAST(sequence_number AS INTEGER), shard_id, sequence_number)');
  } finally {
    db.close();
  }
}
