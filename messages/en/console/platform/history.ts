import type { Count } from '../../../parameters.ts';
import { plural } from '../../format.ts';

/** Exposure over time, and what stood published. */
export const history = {
  exposure: {
    title: 'Exposure by the facts of each day',
    lead: 'Each day is scored from the approved facts that answer for it and the law of that day, by today’s method and by what is known now or on the day chosen.',
    words: (first: string, last: string, from: string, to: string) => `From ${first} to ${last} the proven value went from ${from} to ${to}.`,
    leftOut: (count: Count) =>
      plural(count, {
        one: 'One step of a tenth or more by age alone stands in the plot only.',
        other: `${count} steps of a tenth or more by age alone stand in the plot only.`,
      }),
    first: 'First day shown',
    noneThatEarly: 'the earliest: none is of this day',
    facts: (revision: number, day: string) => `${day}, revision ${revision}`,
    causes: {
      facts: (revision: string) => `revision ${revision} answers`,
      law: (names: string, more: Count) => `law of ${names}${plural(more, { 0: '', one: ' and one more', other: ` and ${more} more` })}`,
      evidence: (names: string, more: Count) => `evidence on ${names}${plural(more, { 0: '', one: ' and one more', other: ` and ${more} more` })}`,
      time: () => 'age',
    },
    columns: { day: 'From', because: 'Because', score: 'Score', range: 'Range', band: 'Band', gate: 'Gate', facts: 'Facts of' },
  },
  history: {
    title: 'History of what stood published',
    lead: 'What was published when. It begins with the first approval here, whatever days the facts are of.',
    words: (count: Count, first: string, last: string, from: string, to: string) =>
      plural(count, {
        one: `One score has been published, on ${first}: ${to}.`,
        other: `${count} scores have been published between ${first} and ${last}; the proven value went from ${from} to ${to}.`,
      }),
    none: 'No score has been published yet.',
    noneThen: 'No score had been published by then.',
    leftOut: (count: Count) =>
      plural(count, {
        one: 'One older score moved by time alone and stands in the plot only.',
        other: `${count} older scores moved by time alone and stand in the plot only.`,
      }),
    decided: (count: Count) => plural(count, { one: 'One decision was proposed.', other: `${count} decisions were proposed.` }),
    turns: { proposed: 'proposed', effective: 'in force', withdrawn: 'withdrawn', revoked: 'revoked', expired: 'expired' },
    columns: { day: 'Day', score: 'Score', range: 'Range', band: 'Band', cause: 'What changed', method: 'Method', register: 'Register' },
    causes: { first: 'First publication', facts: 'Evidence', register: 'Law', method: 'Method', time: 'Time alone', decision: 'Decision' },
    compare: 'Compare two days',
  },
};
