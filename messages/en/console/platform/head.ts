import type { Count, Name } from '../../../parameters.ts';
import { plural } from '../../format.ts';

/** What stands on every tab of a platform. */
export const head = {
  tabs: {
    label: 'About this platform',
    summary: 'Summary',
    facts: 'Facts and evidence',
    map: 'Map',
    history: 'History',
    decisions: 'Decisions',
    terms: 'Terms',
    record: 'Record',
  },
  assess: 'Write an assessment',
  profile: 'Edit profile',
  asOf: (day: string) => `As of ${day}`,
  words: (name: Name, band: string, low: string, point: string, high: string) =>
    `For ${name}, ${point} of 100 is proven: ${band}. If everything the platform claims is true it is ${low}; of what somebody has named, up to ${high} cannot be excluded.`,
  unratedWords: (name: Name) => `${name} is unrated: too little was looked at, so no value is shown.`,
  unassessed: (name: Name) => `${name} has no approved assessment yet, so it has no score.`,
  pending: (revision: number, day: string | undefined) =>
    `Revision ${revision}${day === undefined ? '' : `, facts of ${day},`} waits for a second person.`,
  pendingGo: 'Check it',
  facts: {
    storage: 'Where data is kept',
    access: 'Who can reach it',
    confidence: 'Confidence',
    width: (points: string) => `range of ${points} points`,
    unrated: 'nothing was looked at far enough',
    open: 'Open',
    openMeans: (storage: string, access: string) => `through what nobody has named: storage ${storage}, access ${access}`,
    undecided: (apps: readonly string[]) => `Listed after this decision, which does not cover them: ${apps.join(', ')}`,
    programme: 'States with an offensive programme',
    law: 'All other states',
    gate: 'Gate',
    review: 'Next review',
    data: 'Facts stated for',
    approved: 'Approved',
    revision: (n: number) => `revision ${n}`,
    decision: 'Decision',
    none: 'none in force',
  },
  past: {
    title: (asOf: string, knownBy: string) => `This is the past: as of ${asOf}, by what could be known on ${knownBy}`,
    body: 'Nothing can be changed here; name, operator and parent are those of today.',
    answers: (revision: number, facts: string, day: string) =>
      `Revision ${revision} answers for this day: its facts are of ${facts}, and it was approved on ${day}.`,
    earliest: (revision: number, facts: string, day: string) =>
      `No approved facts are this early. The earliest answer, revision ${revision} of ${facts}, approved on ${day}.`,
    nothing: 'Nothing had been published here by then.',
    same: 'The same figures stood published.',
    published: (figures: string, day: string, method: string, register: string) =>
      `Published then: ${figures}, computed on ${day} by ${method} and register ${register}. Above it is computed afresh for this day, by the method and register of now.`,
    today: 'Back to today',
    before: 'Previous change',
    after: 'Next change',
    go: 'Look at a past day',
    asOf: 'As of',
    knownBy: 'Known by',
    show: 'Show',
  },
  review: {
    title: 'Ask for a review',
    open: (day: string) => `A review is open; it is due ${day}.`,
    reason: 'Why should somebody look again?',
    add: 'Add a reason',
    further: (count: Count) => plural(count, { one: '1 more in the record.', other: `${count} more in the record.` }),
    close: 'Confirm that nothing has changed',
    note: 'Why has nothing changed?',
    lookedAt: 'What did you look at? One address or title a line.',
    confirm: 'Confirm',
    done: 'The review is closed; the interval starts anew.',
    asked: 'The review is open.',
    joined: 'The reason has been added to the review.',
    needs: (scope: string) => `This needs the right “${scope}”.`,
  },
};
