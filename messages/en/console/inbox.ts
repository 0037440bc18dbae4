import type { Count, Name } from '../../parameters.ts';
import { plural } from '../format.ts';

/** What waits for somebody. */
export const inbox = {
  title: 'Inbox',
  lead: (n: Count) =>
    plural(n, { 0: 'Nothing waits for you.', one: 'One thing waits for you.', other: `${n} things wait for you, the most pressing first.` }),
  most: (shown: string, all: string) =>
    `Only the first ${shown} of ${all} are listed. The others follow as these are done; the command line lists all.`,
  drafts: 'Drafts in this browser',
  you: 'you',
  columns: { what: 'What', why: 'Why', until: 'When', by: 'By or for' },
  kinds: {
    'exports-withheld': 'Exports withheld',
    broken: 'Record broken',
    'decision-waits': 'Waits for your word',
    overdue: 'Reviews overdue',
    'to-check': 'Submissions to check',
    'consumer-failing': 'Policy tools that fail',
    'consumer-behind': 'Policy tools behind',
    'consumer-missing': 'Policy tools that do not report',
    'set-aside': 'Cannot be read',
    'review-open': 'Reviews open',
    'due-soon': 'Reviews due soon',
    'gate-undecided': 'Restrictions without a decision',
    'undecided-apps': 'Apps that no decision names',
    'decision-ends': 'Decisions that end',
    'exemption-ends': 'Exemptions that end',
    draft: 'Your drafts',
    'never-assessed': 'Never assessed',
    'not-watched': 'Terms not watched',
  },
  asks: { allow: 'Allow', limit: 'Limit', suspend: 'Suspend', end: 'End the decision' },
  forms: { assessment: 'Assessment', profile: 'Profile', proposal: 'Proposal of a decision' } as Record<string, string>,
  revision: (revision: string) => `Revision ${revision}`,
  assigned: (person: Name) => `For ${person}`,
  attend: {
    title: 'Assign or put off',
    take: 'I take it',
    assign: 'Assign',
    to: 'Subject id of a person who has acted before',
    snooze: 'Put off',
    until: 'Until which day, at most 90 days ahead',
    reason: 'Why it can wait',
  },
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
