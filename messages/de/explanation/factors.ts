import type { factors as English } from '../../en/explanation/factors.ts';
import { format, plural } from '../format.ts';
import { age, claimOf, dataOf, modeOf, stakeOf } from './words.ts';

export const factors: typeof English = {
  'belief-path': ({ belief, observed, days }) =>
    `Glaubhaftigkeit des Weges ${belief} %; der neueste Beleg ist vom ${format.day(observed)}, ${age(days)} vor dem Tag des Scores.`,
  'belief-end': ({ belief, observed, days }) =>
    `Glaubhaftigkeit seines Endes ${belief} %; der neueste Beleg dafür ist vom ${format.day(observed)}, ${age(days)} vor dem Tag des Scores.`,
  'hazard-eu-eea': 'Staaten der EU und des EWR zählen nach Definition 0.',
  'hazard-row': 'Wie weit der Staat zwingen kann, nach seiner Zeile im Register.',
  'hazard-partial': ({ count }) =>
    plural(count, {
      one: `Von dieser Zeile ist ${count} Befugnis oder Garantie nicht bekannt oder nicht in der Quelle gelesen.`,
      other: `Von dieser Zeile sind ${count} Befugnisse oder Garantien nicht bekannt oder nicht in der Quelle gelesen.`,
    }),
  'hazard-unregistered': 'An diesem Tag nicht im Register: Die Zugriffsmacht kann jeden Wert haben.',
  'hazard-unnamed': 'Ein Land, das die Quelle nicht nennt: Was es über ein gewöhnliches hinaus erreichen kann, ist offen.',
  'law-eu-eea': 'Staaten der EU und des EWR liegen außerhalb der Frage.',
  'law-bridge': 'Die Übergangsregelung des Austrittsabkommens stand anstelle eines Angemessenheitsbeschlusses.',
  'law-adequacy': 'Ein Angemessenheitsbeschluss gilt: Die Hälfte wird abgezogen.',
  'law-scheme':
    'Ein Angemessenheitsbeschluss erfasst Empfänger, die seinem Rahmen beigetreten sind: Die Hälfte wird abgezogen, soweit das nachgewiesen ist.',
  'law-contract': 'Ein Vertrag bindet die Behörde nicht: So gut wie nichts wird abgezogen.',
  'law-none': 'Kein Angemessenheitsbeschluss erfasst den Empfänger, und kein Vertrag ist nachgewiesen.',
  mode: ({ mode }) => `Der Weg ist ${modeOf(mode)}.`,
  'mode-stake': ({ mode, stake }) => `Der Weg ist ${modeOf(mode)}, durch ${stakeOf(stake)}.`,
  data: ({ classes }) => `Die Daten, an die er gelangt: von ${classes.map(dataOf).join(' bis zu ')}.`,
  'safeguard-operates': ({ kind, proven, claimed }) => `Garantie (${claimOf(kind)}): zu ${proven} % nachgewiesen, zu ${claimed} % behauptet.`,
  'safeguard-none': 'Von keiner solchen Garantie ist bekannt, dass sie wirkt.',
  'safeguard-announced': ({ kinds }) => `Nur angekündigt und daher ohne Gewicht: ${format.and(kinds.map(claimOf))}.`,
  'paper-compelled': ({ share }) => `Papier hält weniger, wo das Recht zwingt (C ${format.decimal(share, 2)}).`,
  'paper-abused': ({ share }) => `Papier hält weniger, wo Vertrauen missbraucht wurde (I ${format.decimal(share, 2)}).`,

  rank: ({ rank, of }) => `${rank}. von ${of}`,
};
