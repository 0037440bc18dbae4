import type { Measured } from './capacity/operations.ts';
import { measureCapacity } from './capacity/run.ts';
import type { Figure, Measurement } from './result.ts';

/** What each operation costs the table, beside the least that the service charges for the same answer. */
export async function measureTableCost(): Promise<Measurement> {
  return {
    title: 'Table',
    how:
      'Capacity units of one operation on the files of examples/, by DynamoDB’s documented rules for the requests as they were sent. A read unit is ' +
      '4 KB, a write unit 1 KB; a transaction costs twice what its items do.',
    ratioOf: 'the least that the service charges when nothing is read consistently',
    figures: (await measureCapacity()).map(toFigure),
  };
}

function toFigure({ name, requests, reads, writes, why }: Measured): Figure {
  const charged = reads.charged + writes.charged;
  const least = reads.least + writes.least;
  const isLeast = charged === least;
  return {
    name,
    value: charged,
    unit: 'units',
    ratio: charged / least,
    note: `${toUnits(reads.charged)} read, ${toUnits(writes.charged)} written, in ${requests === 1 ? 'one request' : `${requests} requests`}`,
    reach: { at: isLeast ? 'the least' : 'the least, or the reason', isMet: isLeast || !why.startsWith('none') },
    means: isLeast ? 'It cannot be had for less.' : `Above the least: ${why}.`,
  };
}

function toUnits(units: number): string {
  return units === 0 ? 'none' : `${Math.round(units * 10) / 10}`;
}
