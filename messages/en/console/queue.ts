import type { Count } from '../../parameters.ts';
import { plural } from '../format.ts';

/** What waits for somebody. */
export const queue = {
  title: 'Queue',
  lead: 'What waits for somebody, oldest first.',
  overdue: 'Overdue',
  due: 'Due',
  waiting: 'Waiting for a second person',
  mine: 'Mine',
  drafts: 'Drafts in this browser',
  columns: { platform: 'Platform', reason: 'Why', band: 'Band', days: 'Due', submitted: 'Submitted', by: 'By', saved: 'Kept' },
  nothing: {
    overdue: 'Nothing is overdue.',
    due: 'Nothing is due today.',
    waiting: 'No submission waits.',
    mine: 'You have no draft in this browser and no submission that waits.',
  },
  open: 'Open',
  assess: 'Assess anew',
  check: 'Check',
  goOn: 'Go on',
  yours: 'yours',
  health: {
    title: 'How review keeps up',
    words: (overdue: Count, oldest: string, next: Count) =>
      [
        plural(overdue, {
          0: 'No review is overdue.',
          one: `One review is overdue; it fell due ${oldest}.`,
          other: `${overdue} reviews are overdue; the oldest fell due ${oldest}.`,
        }),
        plural(next, {
          0: 'None falls due in the next twelve weeks.',
          one: 'One falls due in the next twelve weeks.',
          other: `${next} fall due in the next twelve weeks.`,
        }),
      ].join(' '),
    columns: { week: 'Week of', due: 'Reviews due' },
    before: 'overdue',
  },
};
