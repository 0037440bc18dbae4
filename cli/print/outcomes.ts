import type { Outcome } from '../submit-file.ts';
import { titled } from './print.ts';

/** What became of each file, in the order of the days that they are about. */
export function printOutcomes(outcomes: readonly Outcome[]): string[] {
  if (outcomes.length < 2) return [];
  return titled(
    ['platform', 'day', 'outcome', 'revision', 'hash', 'on its day', 'file'],
    outcomes.map(({ platform, asOf = '?', outcome, revision, hash, onItsDay = '', file }) => [
      ...[platform, asOf, outcome, revision === undefined ? '' : `${revision}`, hash?.slice(0, 12) ?? '', onItsDay, file],
    ]),
  );
}
