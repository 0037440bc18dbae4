import type { score as English } from '../../en/cli/score.ts';
import { summary } from '../console/platform/summary.ts';
import { words } from '../console/words.ts';
import { format, plural } from '../format.ts';
import { GATE_ASKS } from '../gates.ts';
import { hearingTexts } from '../hearing.ts';
import { places } from '../places.ts';

const wordIn = (table: Readonly<Record<string, string>>) => (code: string) => table[code] ?? code;
const band = wordIn(words.bands);
const gate = wordIn(words.gates);
const { day, points } = format;

export const score: typeof English = {
  hearing: hearingTexts,
  band,
  gate,
  confidence: wordIn(words.confidences),
  mode: wordIn(words.modes),
  factor: wordIn(summary.factorNames),
  contributor: (of) => (Object.hasOwn(words.contributors, of) ? wordIn(words.contributors)(of) : places.name(of)),
  day,
  points,
  figure: points,
  share: (of) => format.decimal(of, 2),
  change: format.change,
  between: (low, high) => `${points(low)} bis ${points(high)}`,
  asOf: (asOf, knownBy, method, register) => `zum ${day(asOf)}, bekannt bis ${day(knownBy)}, ${method}, Register ${register}`,
  named: (low, high, bands, confidence, of) =>
    `benannt: ${points(low)} bis ${points(high)} (${bands.map(band).join(' bis ')})   Verlässlichkeit ${wordIn(words.confidences)(confidence)}   Ergebnis „${gate(of)}“`,
  gateAsks: (of) => `„${gate(of)}“ ${GATE_ASKS[of]}`,
  lines: {
    whole: 'insgesamt',
    storage: 'Speicherung',
    access: 'Zugang',
    programme: 'Programm',
    law: 'Recht',
    open: 'offen',
    place: 'Rang',
  },
  open: (storage, access) => `durch das, was niemand benannt hat (Speicherung ${points(storage)}, Zugang ${points(access)})`,
  contributions: 'Woraus sich der Wert zusammensetzt',
  nothing: 'Nichts ist exponiert.',
  next: 'Als Nächstes herauszufinden',
  vector: 'Vektor',
  short: 'kurz',
  answered: (revision, asOf) => `nach Fassung ${revision}${asOf === undefined ? '' : `, Tatsachen vom ${day(asOf)}`}`,
  noneThatEarly: (of) => `Keine genehmigten Tatsachen reichen bis zum ${day(of)} zurück: Die ältesten haben geantwortet.`,
  rated: (place) => `${place} eingestuften Plattformen`,
  beside: 'Nebeneinander',
  knownBy: (of) => `bekannt bis ${day(of)}`,
  difference: (change) => `Unterschied ${change}:`,
  cause: wordIn({ method: 'Methode', time: 'Zeit', register: 'Register', facts: 'Tatsachen' }),
  stepsLeftOut: (count) =>
    plural(count, {
      one: `${count} Schritt allein durch Alter ist ausgelassen; --all zeigt ihn`,
      other: `${count} Schritte allein durch Alter sind ausgelassen; --all zeigt sie`,
    }),
};
