import type { Count } from '../../parameters.ts';
import { plural } from '../format.ts';

/** What the command line lists: platforms, reviews, the exposure of a platform day by day. */
export const lists = {
  platforms: {
    none: 'No platform fits.',
    columns: {
      platform: 'platform',
      point: 'point',
      rank: 'rank',
      named: 'named',
      open: 'open',
      band: 'band',
      gate: 'gate',
      keptIn: 'kept in',
      reachedFrom: 'reached from',
      review: 'next review',
      decision: 'decision',
    },
    waits: 'waits for its first verdict',
    notAssessed: 'not assessed',
    decision: (code: string) => code,
  },
  reviews: {
    none: { due: 'Nothing is due.', overdue: 'Nothing is overdue.', done: 'No review has ended yet.' },
    columns: ['platform', 'due on', 'state', 'band', 'why'] as readonly string[],
    states: {
      due: 'due',
      overdue: 'overdue',
      open: 'open',
      done: 'done',
      'new-assessment': 'new-assessment',
      'confirmed-unchanged': 'confirmed-unchanged',
    },
    late: (days: number, state: string) => `${days} d ${state}`,
    further: (count: Count) => plural(count, { one: 'And 1 more.', other: `And ${count} more.` }),
  },
  exposure: {
    title: (from: string, to: string, knownBy: string) => `exposure by the facts of each day from ${from} to ${to}, known by ${knownBy}`,
    columns: ['from', 'point', 'range', 'band', 'gate', 'facts of', 'because'] as readonly string[],
    facts: (asOf: string, revision: number, isEarliest: boolean) => `${asOf} (revision ${revision}${isEarliest ? ', none is that early' : ''})`,
    otherFile: 'another file',
  },
};
