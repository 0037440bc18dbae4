import type { Count, Place } from '../../parameters.ts';
import { plural } from '../format.ts';
import { places } from '../places.ts';

/** The list of jurisdictions. */
export const jurisdictions = {
  title: 'Jurisdictions',
  lead: 'How far a state can compel those under its law to hand over data, by the dated register. EU and EEA states count 0 by definition.',
  words: (count: Count, top: Place) =>
    `${plural(count, { one: 'Of one jurisdiction', other: `Of ${count} jurisdictions` })} the powers are coded, of most in part; the highest hazard among them is that ${places.of(top)}.`,
  columns: { name: 'Jurisdiction', hazard: 'Hazard', range: 'Not excluded', plot: 'From 0 to 1', compulsion: 'Compulsion', coverage: 'Coded' },
  coverage: {
    full: 'item by item',
    partial: (unknown: Count, unread: Count) =>
      `in part: ${[
        plural(unknown, { 0: '', one: 'one not known', other: `${unknown} not known` }),
        plural(unread, { 0: '', one: 'one not read in the source', other: `${unread} not read in the source` }),
      ]
        .filter(Boolean)
        .join(', ')}`,
    basic: 'no power known: treaties and indices only',
    none: 'not in the register',
  },
  show: 'Show',
  only: 'Those with coded powers',
  all: 'All',
  euEea: 'EU/EEA',
};
