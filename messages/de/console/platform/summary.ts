import type { summary as English } from '../../../en/console/platform/summary.ts';
import { format, plural } from '../../format.ts';
import { places } from '../../places.ts';

export const summary: typeof English = {
  waterfall: {
    title: 'Woraus er sich zusammensetzt',
    words: (top, points, total, rest) =>
      `${top}: ${points} der ${total} Punkte; den Rest tragen bei: ${rest}. Jede weitere Rechtsordnung trägt weniger bei, da das meiste schon erreichbar ist.`,
    others: (count) => plural(count, { one: 'eine weitere', other: `${count} weitere` }),
    wordsOne: (top, points) => `${top}: alle ${points} Punkte.`,
    nothing: 'Nichts außerhalb der EU/des EWR trägt zum Score bei.',
    columns: { of: 'Beitrag', points: 'Punkte', sum: 'Summe', why: 'Stärkster Weg', plot: 'Von 0 bis 100' },
    total: 'Score',
  },
  factorNames: {
    belief: 'Glaubhaftigkeit',
    hazard: 'Zugriffsmacht',
    law: 'Recht',
    mode: 'Modus',
    data: 'Daten',
    technical: 'Technik',
    organisational: 'Organisation',
    ...{ q: 'Glaubhaftigkeit', H: 'Zugriffsmacht', L: 'Recht', M: 'Modus', D: 'Daten', Ktech: 'Technik', Korg: 'Organisation' },
  },
  next: {
    title: 'Wo als Nächstes zu suchen ist',
    columns: {
      act: 'Wenn sich herausstellte, dass',
      width: 'Breite',
      point: 'Wert',
      high: 'Obere Grenze',
      open: 'Offen',
      becomes: 'Der Score wäre',
    },
    acts: {
      'name-country': (ref) => `das Land von ${ref} bekannt ist`,
      'prove-end': (ref) => `${ref} zutrifft`,
      'prove-list': (ref) => `die Liste vollständig ist für: ${ref}`,
      'prove-safeguard': (ref) => `die Garantie ${ref} wirkt`,
      'prove-transfer': (ref) => `${ref} den Empfänger erfasst`,
      refresh: (ref) => `${ref} noch gilt`,
      'remove-incident': (ref) => `es den Vorfall ${ref} nicht gab`,
      'remove-path': (ref) => `es den Weg ${ref} nicht gibt`,
      'remove-safeguard': (ref) => `die Garantie ${ref} nicht in Betrieb ist`,
    },
    unchanged: (count) =>
      plural(count, { one: 'Eine weitere Tatsache ändert daran allein nichts.', other: `${count} weitere ändern daran allein nichts.` }),
  },
  lowers: {
    title: 'Was ihn senken würde',
    columns: { act: 'Wenn getan und nachgewiesen', becomes: 'Score', band: 'Stufe', change: 'Änderung' },
    acts: {
      'end-jurisdiction': (code) => `Ende jedes Zugangs ${places.in(code)}`,
      'end-mode': (code, mode) => `${places.name(code)}: Ende – ${mode}`,
      'encrypt-end-to-end': () => 'Ende-zu-Ende-Verschlüsselung von allem',
      'prove-lists': () => 'Jede Liste ist als vollständig nachgewiesen',
      'prove-safeguards': () => 'Jede Garantie ist nachgewiesen',
    },
    sets: 'Die kleinsten Schritte zu einer niedrigeren Stufe',
    set: (codes, band) => `Auf ${band}: jeden Zugang ${format.and(codes.map(places.in))} beenden.`,
    noSet: (band) => `Auf ${band}: Das Ende in bis zu drei Rechtsordnungen reicht nicht aus.`,
  },
  promises: {
    title: 'Zusagen',
    lead: 'Eine Zusage ist keine Tatsache: Sie wiegt nichts, bis sie erfüllt und nachgewiesen ist.',
    columns: { id: 'Zusage', due: 'Fällig', would: 'Es bliebe', change: 'Änderung' },
    undated: 'ohne Datum',
  },
  matters: 'In Worten',
  map: {
    title: 'Wo die Daten liegen, und von wo aus man an sie gelangt',
    words: (stored, reached) =>
      [
        stored.length > 0 ? `Gespeichert ${format.and(stored.map(places.in))}.` : 'Gespeichert in keinem benannten Land.',
        reached.length > 0 ? `Erreichbar ${format.and(reached.map(places.from))}.` : 'Erreichbar aus keinem benannten Land.',
      ].join(' '),
    stored: 'Dort gespeichert',
    reached: 'Von dort erreichbar',
    both: 'Gespeichert und erreichbar',
    small: 'Zu klein für die Karte oder kein Land',
    hint: 'Die Pfeiltasten gehen die Länder in der Reihenfolge der Tabelle durch.',
    columns: { country: 'Land', stored: 'Wie', reached: 'Zugang durch', exposure: 'Exposition', points: 'Beitrag' },
    euEea: 'EU/EWR: zählt 0',
  },
};
