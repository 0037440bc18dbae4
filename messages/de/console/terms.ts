import type { terms as English } from '../../en/console/terms.ts';
import { plural } from '../format.ts';

/** Was von den Bedingungen einer Plattform beobachtet wird, und was dabei gefunden wurde. */
export const terms: typeof English = {
  notWatched: 'nicht beobachtet',
  silence: 'Kein Dokument dieser Plattform wird beobachtet: Dass keine Änderung gemeldet wird, heißt nicht, dass es keine gab.',
  none: (name) => `${name}: Kein Dokument ihrer Bedingungen wird beobachtet.`,
  unwatched: (documents) => `Von Quellen der Bewertung genannt und nicht beobachtet: ${documents}.`,
  today: 'Das ist die Beobachtung von heute, welchen Tag die Seite auch zeigt.',
  read: 'Zuletzt gelesen',
  never: 'noch nie',
  newest: 'Neueste Fassung',
  noVersion: 'noch keine',
  covers: 'Betrifft',
  fault: (times, detail) =>
    `Es kann nicht gelesen werden, ${plural(times, { one: 'bisher einmal', other: `${times}-mal hintereinander` })}: ${detail}.`,
  silent: 'Seit 90 Tagen wurde keine Fassung aufgezeichnet: Was es jetzt sagt, ist nicht bekannt.',
  waiting: 'Eine neuere Fassung weicht ab. Gemeldet wird sie, sobald sie 36 Stunden gestanden hat.',
  suspect: {
    'other-language':
      'Ein neuerer Text ist in einer anderen Sprache. Er gilt nicht als das Dokument; nach 14 Tagen wird er als Wechsel der Quelle gemeldet.',
    shrunk:
      'Ein neuerer Text hat mehr als die Hälfte seiner Wörter verloren. Er gilt nicht als das Dokument; nach 14 Tagen wird er als Wechsel der Quelle gemeldet.',
    'one-sided':
      'In einem neueren Text fehlen viele Sätze oder sind viele neu. Er gilt nicht als das Dokument; nach 14 Tagen wird er als Wechsel der Quelle gemeldet.',
  },
  quotes: 'Zitate der geltenden Bewertung',
  noQuotes: 'Kein Zitat der geltenden Bewertung stammt aus diesem Dokument.',
  quoteStates: { held: 'steht noch da', reworded: 'umformuliert', lost: 'verschwunden', 'never-found': 'nie darin gefunden' },
  now: 'Jetzt',
  changes: 'Änderungen',
  noChanges: 'Seit Beginn der Beobachtung hat sich nichts geändert, worauf es ankommt.',
  version: 'Fassung vom',
  opened: 'eine Überprüfung wurde verlangt',
  kinds: { came: 'neu', went: 'verschwunden', reworded: 'umformuliert' },
  before: 'Vorher',
  after: 'Nachher',
  further: (count) =>
    plural(count, { one: 'Eine weitere Änderung steht in den beiden Texten.', other: `${count} weitere Änderungen stehen in den beiden Texten.` }),
  topics: {
    storage: 'Speicherung',
    transfer: 'Übermittlung',
    access: 'Zugriff',
    control: 'Kontrolle',
    encryption: 'Verschlüsselung',
    'compelled-disclosure': 'erzwungene Herausgabe',
  },
};
