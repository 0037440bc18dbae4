import type { jurisdictions as English } from '../../en/console/jurisdictions.ts';
import { plural } from '../format.ts';
import { places } from '../places.ts';

export const jurisdictions: typeof English = {
  title: 'Juridictions',
  lead: 'Jusqu’où un État peut contraindre ceux qui relèvent de son droit à remettre des données, d’après le registre daté. Les États de l’UE et de l’EEE comptent 0 par définition.',
  words: (count, top) =>
    `${plural(count, { one: `Les pouvoirs de ${count} juridiction sont codés, en partie seulement`, other: `Les pouvoirs de ${count} juridictions sont codés, pour la plupart en partie seulement` })} ; le pouvoir de contrainte le plus élevé parmi elles est celui ${places.of(top)}.`,
  columns: {
    name: 'Juridiction',
    hazard: 'Pouvoir de contrainte',
    range: 'Non exclu',
    plot: 'De 0 à 1',
    compulsion: 'Contrainte',
    coverage: 'Codé',
  },
  coverage: {
    full: 'point par point',
    partial: (unknown, unread) =>
      `en partie : ${[
        plural(unknown, { 0: '', one: '1 inconnu', other: `${unknown} inconnus` }),
        plural(unread, { 0: '', one: '1 non lu dans la source', other: `${unread} non lus dans la source` }),
      ]
        .filter(Boolean)
        .join(', ')}`,
    basic: 'aucun pouvoir connu : traités et indices seulement',
    none: 'absente du registre',
  },
  show: 'Afficher',
  only: 'Celles dont des pouvoirs sont codés',
  all: 'Toutes',
  euEea: 'UE/EEE',
};
