import type { lists as English } from '../../en/cli/lists.ts';
import { decisions } from '../console/decisions.ts';
import { format, plural } from '../format.ts';

const { day } = format;
const isDecision = (code: string): code is keyof typeof decisions.kinds => Object.hasOwn(decisions.kinds, code);

export const lists: typeof English = {
  platforms: {
    none: 'Keine Plattform passt.',
    columns: {
      platform: 'Plattform',
      point: 'Wert',
      rank: 'Rang',
      named: 'benannt',
      open: 'offen',
      band: 'Stufe',
      gate: 'Ergebnis',
      keptIn: 'gespeichert in',
      reachedFrom: 'erreichbar aus',
      review: 'Überprüfung',
      decision: 'Entscheidung',
    },
    waits: 'wartet auf ihr erstes Urteil',
    notAssessed: 'nicht bewertet',
    decision: (code) => (isDecision(code) ? decisions.kinds[code] : code),
  },
  reviews: {
    none: { due: 'Nichts ist fällig.', overdue: 'Nichts ist überfällig.', done: 'Noch keine Überprüfung ist abgeschlossen.' },
    columns: ['Plattform', 'fällig am', 'Stand', 'Stufe', 'Grund'],
    states: {
      due: 'fällig',
      overdue: 'überfällig',
      open: 'offen',
      done: 'abgeschlossen',
      'new-assessment': 'neue Bewertung',
      'confirmed-unchanged': 'unverändert bestätigt',
    },
    late: (days, state) => `${days} T. ${state}`,
    further: (count) => plural(count, { one: `Und ${count} weiterer.`, other: `Und ${count} weitere.` }),
  },
  exposure: {
    title: (from, to, knownBy) => `Exposition nach den Tatsachen jedes Tages vom ${day(from)} bis ${day(to)}, bekannt bis ${day(knownBy)}`,
    columns: ['ab', 'Wert', 'Spanne', 'Stufe', 'Ergebnis', 'Tatsachen vom', 'Ursache'],
    facts: (asOf, revision, isEarliest) => `${day(asOf)} (Fassung ${revision}${isEarliest ? ', keine reicht so weit zurück' : ''})`,
    otherFile: 'andere Akte',
  },
};
