import type { Archive } from './archive.ts';
import { Conflict } from './conflict.ts';
import { findPolicyMark, setPolicyMark } from './policy.ts';
import type { Table } from './table.ts';

const PREFIX = 'epochs/';
const nameOf = (epoch: number) => `${PREFIX}${String(epoch).padStart(4, '0')}.json`;

/**
 * Begins an epoch of policy revisions above that of the record and above every one that an archive knows, and leaves it there: the record
 * was put back, and tools hold revisions that it has lost. The next revision is made at once.
 */
export async function beginEpoch(table: Table, archives: readonly Archive[]): Promise<number> {
  const mark = await findPolicyMark(table);
  const names = (await Promise.all(archives.map((archive) => archive.list(PREFIX)))).flat();
  const epoch = Math.max(mark?.epoch ?? 0, ...names.map((name) => Number(/(\d+)\.json$/.exec(name)?.[1] ?? 0))) + 1;
  try {
    for (const archive of archives) await archive.record(nameOf(epoch), JSON.stringify({ epoch }));
  } catch (error) {
    // Another restore took it in the meantime.
    if (error instanceof Conflict) return beginEpoch(table, archives);
    throw error;
  }
  const { current, withheld } = mark ?? {};
  await setPolicyMark(table, mark, { ...(current && { current }), ...(withheld && { withheld }), remakeAt: new Date(0).toISOString(), epoch });
  return epoch;
}
