import type { platforms as English } from '../../en/console/platforms.ts';
import { of } from '../elision.ts';
import { plural } from '../format.ts';

export const platforms: typeof English = {
  title: 'Plateformes',
  lead: 'Jusqu’où un État hors de l’UE/EEE peut accéder aux données des utilisateurs de l’UE, plateforme par plateforme.',
  words: (count, severe, top) =>
    `${plural(count, { 0: 'Aucune plateforme', one: 'Une plateforme', other: `${count} plateformes` })}, dont ${plural(severe, { 0: 'aucune', one: 'une', other: `${severe}` })} d’exposition forte ou grave.${top && ` La valeur établie la plus haute est celle ${of(top)}.`}`,
  columns: {
    name: 'Plateforme',
    parent: 'Siège',
    stored: 'Lieux',
    reached: 'Accès depuis',
    range: 'Désigné',
    score: 'Score',
    open: 'Ouvert',
    band: 'Classe',
    gate: 'Conclusion',
    review: 'Prochain réexamen',
    data: 'Faits du',
  },
  sortBy: (column) => `Trier par : ${column}`,
  filters: {
    label: 'Filtrer',
    text: 'Nom, exploitant, société mère ou identifiant d’application',
    band: 'Classe',
    gate: 'Conclusion',
    jurisdiction: 'Juridiction',
    mode: 'De quelle manière',
    stale: 'Réexamen',
    any: 'Indifférent',
    overdue: 'en retard',
    fresh: 'à jour',
    clear: 'Effacer les filtres',
  },
  csv: 'Télécharger en CSV',
  add: 'Ajouter une plateforme',
  empty: 'Aucune plateforme ne répond à ces filtres.',
  none: 'Aucune plateforme n’est encore consignée. Un analyste ajoute la première.',
  unassessed: 'non évaluée',
  waiting: 'attend une seconde personne',
  overdue: 'en retard',
  more: (count) => plural(count, { one: 'et un autre', other: `et ${count} autres` }),
  legend: {
    proven: 'désigné : de la thèse de la plateforme, si tout ce qu’elle affirme est vrai, à ce qui est établi',
    possible: 'désigné : jusqu’à ce qui ne peut être exclu',
    open: 'ouvert : jusqu’où cela pourrait aller par ce que nul n’a désigné',
  },
};
