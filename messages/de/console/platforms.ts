import type { platforms as English } from '../../en/console/platforms.ts';
import { plural } from '../format.ts';

export const platforms: typeof English = {
  title: 'Plattformen',
  lead: 'Wie weit ein Staat außerhalb der EU/des EWR an Daten von EU-Nutzern gelangen kann, Plattform für Plattform.',
  words: (count, severe, top) =>
    `${plural(count, { one: 'Eine Plattform', other: `${count} Plattformen` })}, davon ${plural(severe, { 0: 'keine', one: 'eine', other: `${severe}` })} mit hoher oder schwerwiegender Exposition.${top && ` Den höchsten nachgewiesenen Wert hat ${top}.`}`,
  columns: {
    name: 'Plattform',
    parent: 'Sitz',
    stored: 'Orte',
    reached: 'Zugang aus',
    range: 'Benannt',
    score: 'Score',
    open: 'Offen',
    band: 'Stufe',
    gate: 'Ergebnis',
    review: 'Nächste Überprüfung',
    data: 'Tatsachen vom',
  },
  sortBy: (column) => `Sortieren nach: ${column}`,
  filters: {
    label: 'Filtern',
    text: 'Name, Betreiber, Muttergesellschaft oder App-Kennung',
    band: 'Stufe',
    gate: 'Ergebnis',
    jurisdiction: 'Rechtsordnung',
    mode: 'Auf welche Weise',
    stale: 'Überprüfung',
    any: 'Beliebig',
    overdue: 'überfällig',
    fresh: 'nicht überfällig',
    clear: 'Filter löschen',
  },
  csv: 'Als CSV herunterladen',
  add: 'Plattform hinzufügen',
  empty: 'Keine Plattform entspricht diesen Filtern.',
  none: 'Noch ist keine Plattform erfasst. Die erste fügt jemand mit dem Recht „bewerten“ hinzu.',
  unassessed: 'nicht bewertet',
  waiting: 'wartet auf eine zweite Person',
  overdue: 'überfällig',
  more: (count) => plural(count, { one: 'und eine weitere', other: `und ${count} weitere` }),
  legend: {
    proven: 'benannt: von der Sicht der Plattform, wenn alles stimmt, was sie behauptet, bis zum Nachgewiesenen',
    possible: 'benannt: bis zu dem, was nicht auszuschließen ist',
    open: 'offen: wie weit es durch das reichen könnte, was niemand benannt hat',
  },
};
