import type { Count, Name } from '../../parameters.ts';
import { plural } from '../format.ts';

/** The list of platforms. */
export const platforms = {
  title: 'Platforms',
  lead: 'How far a state outside the EU/EEA can get EU users’ data, platform by platform.',
  words: (count: Count, severe: Count, top: Name) =>
    `${plural(count, { one: 'One platform', other: `${count} platforms` })}, ${plural(severe, { 0: 'none', one: 'one', other: `${severe}` })} of them high or severe.${top && ` The highest proven value is that of ${top}.`}`,
  columns: {
    name: 'Platform',
    parent: 'Parent in',
    stored: 'Stored in',
    reached: 'Reached from',
    range: 'Named',
    score: 'Score',
    open: 'Open',
    band: 'Band',
    gate: 'Gate',
    review: 'Next review',
    data: 'Facts of',
  },
  sortBy: (column: string) => `Sort by ${column}`,
  filters: {
    label: 'Filter',
    text: 'Name, operator, parent or app id',
    band: 'Band',
    gate: 'Gate',
    jurisdiction: 'Jurisdiction',
    mode: 'In which way',
    stale: 'Review',
    any: 'Any',
    overdue: 'overdue',
    fresh: 'not overdue',
    clear: 'Clear filters',
  },
  csv: 'Download as CSV',
  add: 'Add a platform',
  empty: 'No platform fits these filters.',
  none: 'No platform is recorded yet. An analyst adds the first one.',
  unassessed: 'not assessed',
  waiting: 'waits for a second person',
  overdue: 'overdue',
  more: (count: Count) => plural(count, { one: 'and one more', other: `and ${count} more` }),
  legend: {
    proven: 'named: from the platform’s case, if all it claims is true, to what is proven',
    possible: 'named: up to what cannot be excluded',
    open: 'open: as far as it could go through what nobody has named',
  },
};
