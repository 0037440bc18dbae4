import type { explained as English } from '../../en/cli/explanation.ts';
import { words } from '../console/words.ts';
import { format, plural } from '../format.ts';

const wordIn = (table: Readonly<Record<string, string>>) => (code: string) => table[code] ?? code;
const band = wordIn(words.bands);
const gate = wordIn(words.gates);

export const explained: typeof English = {
  sentences: 'En toutes lettres',
  paths: 'Voies, par ce qu’elles atteignent',
  belief: 'Leur crédibilité et leurs citations',
  beliefOf: (low, point, high) => `${low}-${point}-${high} %`,
  newest: (day) => `du ${format.day(day)}`,
  quotesOf: (states) => `citations : ${states}`,
  ended: (belief) => `fin ${belief}`,
  quotes: 'Citations',
  leads: 'Pistes : trop faibles pour compter',
  leadKinds: { path: 'voie', incident: 'incident' },
  leadBelief: (belief) => `crédibilité ${belief}`,
  unnamed: 'Ce que personne n’a désigné',
  listProven: (percent) => `liste établie à ${percent} %`,
  openOf: (points) => `ouvert ${format.points(points)}`,
  facts: 'Ce que fait chaque fait',
  lowers: 'Ce qui l’abaisserait',
  columns: ['valeur', 'haut', 'larg.', 'ouvert'],
  act: wordIn({
    'name-country': 'pays nommé',
    'prove-end': 'fin établie',
    'prove-list': 'liste établie',
    'prove-lists': 'listes établies',
    'prove-safeguard': 'garantie établie',
    'prove-safeguards': 'garanties établies',
    'prove-transfer': 'transfert établi',
    refresh: 'preuves renouvelées',
    'remove-incident': 'incident écarté',
    'remove-path': 'voie écartée',
    'remove-safeguard': 'garantie écartée',
    'end-jurisdiction': 'fin de tout accès',
    'end-mode': 'fin d’un mode',
    'encrypt-end-to-end': 'chiffrement de bout en bout',
  }),
  fewest: 'Le moins de juridictions à quitter',
  toBand: (of) => `classe ${band(of)}`,
  none: 'aucune combinaison de trois au plus',
  promises: 'Engagements, sans poids, comme s’ils étaient tenus et établis',
  becomes: (point, of) => `à ${format.points(point)} ${band(of)}`,
  band: (of) => `classe ${band(of)}`,
  captures: (held, quotes, excerpts) =>
    `${plural(quotes, { one: `${held} citation sur ${quotes} désigne une capture`, other: `${held} citations sur ${quotes} désignent une capture` })}${plural(excerpts, { 0: '', one: ' ; une seulement un extrait', other: ` ; ${excerpts} seulement chacune un extrait` })}`,
  quoteState: {
    held: (count) => plural(count, { one: `${count} vérifiée`, other: `${count} vérifiées` }),
    captured: (count) => `${count} avec capture`,
    erased: (count) => plural(count, { one: `${count} effacée`, other: `${count} effacées` }),
    excerpt: (count) => `${count} par extrait`,
    unverified: (count) => plural(count, { one: `${count} non vérifiée`, other: `${count} non vérifiées` }),
  },
  noQuote: 'aucune',
  gate: (of) => `conclusion « ${gate(of)} »`,
};
