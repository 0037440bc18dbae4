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
  between: (low, high) => `${points(low)} à ${points(high)}`,
  asOf: (asOf, knownBy, method, register) => `au ${day(asOf)}, connu au ${day(knownBy)}, ${method}, registre ${register}`,
  named: (low, high, bands, confidence, of) =>
    `désigné : ${points(low)} à ${points(high)} (${bands.map(band).join(' à ')})   confiance ${wordIn(words.confidences)(confidence)}   conclusion « ${gate(of)} »`,
  gateAsks: (of) => `« ${gate(of)} » ${GATE_ASKS[of]}`,
  lines: {
    whole: 'ensemble',
    storage: 'conservation',
    access: 'accès',
    programme: 'programme',
    law: 'droit',
    open: 'ouvert',
    place: 'rang',
  },
  open: (storage, access) => `par ce que personne n’a désigné (conservation ${points(storage)}, accès ${points(access)})`,
  contributions: 'De quoi la valeur se compose',
  nothing: 'Rien n’est exposé.',
  next: 'À rechercher ensuite',
  vector: 'vecteur',
  short: 'abrégé',
  answered: (revision, asOf) => `d’après la révision ${revision}${asOf === undefined ? '' : `, faits du ${day(asOf)}`}`,
  noneThatEarly: (of) => `Aucun fait approuvé ne remonte au ${day(of)} : les plus anciens ont répondu.`,
  rated: (place) => `${place} plateformes notées`,
  beside: 'Côte à côte',
  knownBy: (of) => `connu au ${day(of)}`,
  difference: (change) => `écart ${change} :`,
  cause: wordIn({ method: 'méthode', time: 'temps', register: 'registre', facts: 'faits' }),
  stepsLeftOut: (count) =>
    plural(count, {
      one: `${count} étape due au seul âge n’est pas montrée ; --all la montre`,
      other: `${count} étapes dues au seul âge ne sont pas montrées ; --all les montre`,
    }),
};
