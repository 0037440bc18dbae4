import type { Count, Name, Place } from '../../../parameters.ts';
import { format, plural } from '../../format.ts';
import { places } from '../../places.ts';

/** What makes up a score, what would change it, and where it is. */
export const summary = {
  waterfall: {
    title: 'What makes it up',
    words: (top: Name, points: string, total: string, rest: string) =>
      `${top} makes up ${points} of the ${total} points; ${rest} add the rest. Each further jurisdiction adds less, since most can be reached already.`,
    others: (count: Count) => plural(count, { one: 'one other', other: `${count} others` }),
    wordsOne: (top: Name, points: string) => `${top} makes up all of the ${points} points.`,
    nothing: 'Nothing outside the EU/EEA adds to the score.',
    columns: { of: 'Adds', points: 'Points', sum: 'Up to', why: 'Strongest path', plot: 'From 0 to 100' },
    total: 'Score',
  },
  factorNames: {
    belief: 'belief',
    hazard: 'hazard',
    law: 'law',
    mode: 'mode',
    data: 'data',
    technical: 'technology',
    organisational: 'organisation',
    ...{ q: 'belief', H: 'hazard', L: 'law', M: 'mode', D: 'data', Ktech: 'technology', Korg: 'organisation' },
  },
  next: {
    title: 'Where to look next',
    columns: { act: 'If it turned out that', width: 'Width', point: 'Point', high: 'Upper bound', open: 'Open', becomes: 'It would be' },
    acts: {
      'name-country': (ref: string) => `the country of ${ref} is known`,
      'prove-end': (ref: string) => `${ref} is true`,
      'prove-list': (ref: string) => `the list of ${ref} is complete`,
      'prove-safeguard': (ref: string) => `the safeguard ${ref} works`,
      'prove-transfer': (ref: string) => `${ref} covers the recipient`,
      refresh: (ref: string) => `${ref} still holds`,
      'remove-incident': (ref: string) => `the incident ${ref} is not real`,
      'remove-path': (ref: string) => `the path ${ref} is not real`,
      'remove-safeguard': (ref: string) => `the safeguard ${ref} does not operate`,
    },
    unchanged: (count: Count) =>
      plural(count, { one: 'One other fact changes none of these alone.', other: `${count} others change none of these alone.` }),
  },
  lowers: {
    title: 'What would lower it',
    columns: { act: 'If done and proven', becomes: 'Score', band: 'Band', change: 'Change' },
    acts: {
      'end-jurisdiction': (code: Place) => `Everything ${places.in(code)} ends`,
      'end-mode': (code: Place, mode: string) => `${places.name(code)}: ${mode} ends`,
      'encrypt-end-to-end': () => 'End-to-end encryption of everything',
      'prove-lists': () => 'Every list is proven complete',
      'prove-safeguards': () => 'Every safeguard is proven',
    },
    sets: 'Smallest steps to a lower band',
    set: (codes: readonly Place[], band: string) => `To ${band}: end everything ${format.and(codes.map(places.in))}.`,
    noSet: (band: string) => `To ${band}: no end of up to three jurisdictions is enough.`,
  },
  promises: {
    title: 'Promises',
    lead: 'A promise is not a fact: it weighs nothing until it is delivered and proven.',
    columns: { id: 'Promise', due: 'Due', would: 'Would leave', change: 'Change' },
    undated: 'no date',
  },
  matters: 'In words',
  map: {
    title: 'Where it is kept, and from where it is reached',
    words: (stored: readonly Place[], reached: readonly Place[]) =>
      [
        stored.length > 0 ? `Kept ${format.and(stored.map(places.in))}.` : 'Kept in no named country.',
        reached.length > 0 ? `Reached ${format.and(reached.map(places.from))}.` : 'Reached from no named country.',
      ].join(' '),
    stored: 'Stored there',
    reached: 'Reached from there',
    both: 'Stored and reached',
    small: 'Too small for the map, or no country',
    hint: 'Arrow keys go through the countries in the order of the table.',
    columns: { country: 'Country', stored: 'How', reached: 'Reached by', exposure: 'Exposure', points: 'Adds' },
    euEea: 'EU/EEA: counts 0',
  },
};
