import type { explained as English } from '../../en/cli/explanation.ts';
import { words } from '../console/words.ts';
import { format, plural } from '../format.ts';

const wordIn = (table: Readonly<Record<string, string>>) => (code: string) => table[code] ?? code;
const band = wordIn(words.bands);
const gate = wordIn(words.gates);

export const explained: typeof English = {
  sentences: 'In Worten',
  paths: 'Wege, nach dem, was durch sie erreicht wird',
  belief: 'Ihre Glaubhaftigkeit und ihre Zitate',
  beliefOf: (low, point, high) => `${low}-${point}-${high} %`,
  newest: (day) => `vom ${format.day(day)}`,
  quotesOf: (states) => `Zitate: ${states}`,
  ended: (belief) => `Ende ${belief}`,
  quotes: 'Zitate',
  leads: 'Hinweise: zu schwach, um zu zählen',
  leadKinds: { path: 'Weg', incident: 'Vorfall' },
  leadBelief: (belief) => `Glaubhaftigkeit ${belief}`,
  unnamed: 'Was niemand benannt hat',
  listProven: (percent) => `Liste zu ${percent} % nachgewiesen`,
  openOf: (points) => `offen ${format.points(points)}`,
  facts: 'Was jede Tatsache bewirkt',
  lowers: 'Was ihn senken würde',
  columns: ['Wert', 'oben', 'Breite', 'offen'],
  act: wordIn({
    'name-country': 'Land benannt',
    'prove-end': 'Ende nachgewiesen',
    'prove-list': 'Liste nachgewiesen',
    'prove-lists': 'Listen nachgewiesen',
    'prove-safeguard': 'Garantie nachgewiesen',
    'prove-safeguards': 'Garantien nachgewiesen',
    'prove-transfer': 'Übermittlung nachgewiesen',
    refresh: 'Belege erneuert',
    'remove-incident': 'ohne den Vorfall',
    'remove-path': 'ohne den Weg',
    'remove-safeguard': 'ohne die Garantie',
    'end-jurisdiction': 'Ende jedes Zugangs',
    'end-mode': 'Ende eines Modus',
    'encrypt-end-to-end': 'Ende-zu-Ende-Verschlüsselung',
  }),
  fewest: 'Die wenigsten Rechtsordnungen, die zu beenden wären',
  toBand: (of) => `Stufe ${band(of)}`,
  none: 'keine bis zu drei',
  promises: 'Zusagen, ohne Gewicht, als wären sie erfüllt und nachgewiesen',
  becomes: (point, of) => `auf ${format.points(point)} ${band(of)}`,
  band: (of) => `Stufe ${band(of)}`,
  captures: (held, quotes, excerpts) =>
    `${plural(quotes, { one: `${held} von ${quotes} Zitat nennt eine Aufnahme`, other: `${held} von ${quotes} Zitaten nennen eine Aufnahme` })}${plural(excerpts, { 0: '', one: '; eines nur einen Auszug', other: `; ${excerpts} nur je einen Auszug` })}`,
  quoteState: {
    held: (count) => `${count} geprüft`,
    captured: (count) => `${count} mit Aufnahme`,
    erased: (count) => `${count} gelöscht`,
    excerpt: (count) => `${count} als Auszug`,
    unverified: (count) => `${count} ungeprüft`,
  },
  noQuote: 'keine',
  gate: (of) => `Ergebnis „${gate(of)}“`,
};
