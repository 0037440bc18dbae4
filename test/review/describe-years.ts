import type { Scale } from './simulate.ts';
import { type Tally, toRows } from './tally.ts';

const table = (what: string, counts: ReadonlyMap<string, number>) => [`| ${what} | times |`, '| --- | --- |', ...toRows(counts), ''].join('\n');

/** The log of a run as tables. */
export function describeYears({ seed, platforms, days, from }: Scale, { counts, reasons, scores }: Tally): string {
  const head = `${platforms} platforms, ${days} days from ${from}, seed ${seed}.`;
  return [head, table('a review opened, or went on, for', reasons), table('a score was published by', scores), table('what happened', counts)].join(
    '\n\n',
  );
}
