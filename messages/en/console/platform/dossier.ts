import type { Count } from '../../../parameters.ts';
import { format, plural } from '../../format.ts';

/** Facts and evidence. */
export const dossier = {
  pathTitle: (places: string, mode: string) => `${places}: ${mode}`,
  dossier: {
    lead: 'Every fact with the words of its source. What is weighed is what others can check.',
    stored: 'Where data is kept',
    reached: 'Who can reach it',
    incidents: 'Incidents',
    complete: 'Is the list complete?',
    completeNot: (mode: string) => `There is no evidence that the list of ${mode} is complete.`,
    completeYes: (mode: string) => `The list of ${mode} is said to be complete.`,
    clearText: 'What the operator holds in the clear',
    clearTextNone: 'Nothing is known about what the operator holds in the clear; everything is assumed.',
    promises: 'Promises',
    sources: 'Sources',
    admitted: 'counted',
    lead2: 'too weak to be counted',
    wins: 'the strongest of its jurisdiction',
    belief: 'Belief',
    beliefInEnd: 'Belief in its end',
    newest: (day: string, days: Count) =>
      days < 365
        ? `newest item ${day}${plural(days, { 0: '', one: ' (1 day before)', other: ` (${days} days before)` })}`
        : `newest item ${day} (${format.decimal(days / 365, 1)} years before)`,
    exposure: 'Exposure',
    data: 'Data',
    party: 'Party',
    transfer: 'Transfer tool',
    safeguard: (kind: string, status: string) => `Safeguard: ${kind}, ${status}`,
    effects: {
      lead: 'If it is kept:',
      moves: (path: string, to: string) => `${path} moves to ${to}`,
      ends: (path: string) => `${path} ends`,
      adds: (path: string, safeguard: string) => `${path} gets ${safeguard}`,
    },
    ended: (day: string) => `Ended on ${day}`,
    against: 'Against it',
    grade: (reliability: string, credibility: number) => `${reliability}${credibility}`,
    gradeMeans: (reliability: string, credibility: number) => `source reliability ${reliability}, credibility ${credibility} (Admiralty code)`,
    observed: 'observed',
    published: 'published',
    future: 'not yet known on this day: not counted',
    noQuote: 'No words of the source are recorded.',
    translation: 'In translation',
    quoteTags: { held: 'verified', erased: 'erased', excerpt: 'excerpt', unverified: 'unverified' },
    quoteStates: {
      held: 'These words stand in a capture that is kept: verified.',
      erased: 'These words stood in a capture that has been erased since.',
      excerpt: 'It names its place in a text that is not kept here: not verified.',
      unverified: 'Taken on faith: no capture is named.',
    },
    statement: { 'third-party': 'third party', platform: 'the platform’s own words', 'platform-accountable': 'the platform, accountable' },
    due: (day: string) => `due on ${day}`,
    announced: (day: string) => `announced on ${day}`,
    empty: 'None is recorded.',
    evidence: (count: Count) => plural(count, { one: '1 item of evidence', other: `${count} items of evidence` }),
  },
};
