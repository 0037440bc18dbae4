import type { jurisdictions as English } from '../../en/console/jurisdictions.ts';
import { plural } from '../format.ts';
import { places } from '../places.ts';

export const jurisdictions: typeof English = {
  title: 'Rechtsordnungen',
  lead: 'Wie weit ein Staat diejenigen, die seinem Recht unterliegen, zur Herausgabe von Daten zwingen kann, nach dem datierten Register. Staaten der EU und des EWR zählen definitionsgemäß 0.',
  words: (count, top) =>
    `${plural(count, { one: 'Von einer Rechtsordnung sind die Befugnisse kodiert, teilweise', other: `Von ${count} Rechtsordnungen sind die Befugnisse kodiert, bei den meisten teilweise` })}; die höchste Zugriffsmacht darunter ist die ${places.of(top)}.`,
  columns: {
    name: 'Rechtsordnung',
    hazard: 'Zugriffsmacht',
    range: 'Nicht ausgeschlossen',
    plot: 'Von 0 bis 1',
    compulsion: 'Zwang',
    coverage: 'Kodiert',
  },
  coverage: {
    full: 'Punkt für Punkt',
    partial: (unknown, unread) =>
      `teilweise: ${[
        plural(unknown, { 0: '', one: '1 nicht bekannt', other: `${unknown} nicht bekannt` }),
        plural(unread, { 0: '', one: '1 nicht in der Quelle gelesen', other: `${unread} nicht in der Quelle gelesen` }),
      ]
        .filter(Boolean)
        .join(', ')}`,
    basic: 'keine Befugnis bekannt: nur Verträge und Indizes',
    none: 'nicht im Register',
  },
  show: 'Anzeigen',
  only: 'Die mit kodierten Befugnissen',
  all: 'Alle',
  euEea: 'EU/EWR',
};
