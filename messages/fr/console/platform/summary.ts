import type { summary as English } from '../../../en/console/platform/summary.ts';
import { format, plural } from '../../format.ts';
import { places } from '../../places.ts';

export const summary: typeof English = {
  waterfall: {
    title: 'De quoi il se compose',
    words: (top, points, total, rest) =>
      `${top} : ${points} des ${total} points ; ${rest} pour le reste. Chaque juridiction supplémentaire ajoute moins, l’essentiel étant déjà accessible.`,
    others: (count) => plural(count, { one: 'une autre', other: `${count} autres` }),
    wordsOne: (top, points) => `${top} : la totalité des ${points} points.`,
    nothing: 'Rien hors de l’UE/EEE ne contribue au score.',
    columns: { of: 'Contribution', points: 'Points', sum: 'Cumul', why: 'Voie la plus forte', plot: 'De 0 à 100' },
    total: 'Score',
  },
  factorNames: {
    belief: 'crédibilité',
    hazard: 'pouvoir de contrainte',
    law: 'droit',
    mode: 'mode',
    data: 'données',
    technical: 'technique',
    organisational: 'organisation',
    ...{ q: 'crédibilité', H: 'pouvoir de contrainte', L: 'droit', M: 'mode', D: 'données', Ktech: 'technique', Korg: 'organisation' },
  },
  next: {
    title: 'Où chercher ensuite',
    columns: {
      act: 'S’il s’avérait que',
      width: 'Largeur',
      point: 'Valeur',
      high: 'Borne haute',
      open: 'Ouvert',
      becomes: 'Le score serait',
    },
    acts: {
      'name-country': (ref) => `le pays de ${ref} est connu`,
      'prove-end': (ref) => `${ref} est exact`,
      'prove-list': (ref) => `la liste est complète pour ${ref}`,
      'prove-safeguard': (ref) => `la garantie ${ref} opère`,
      'prove-transfer': (ref) => `${ref} couvre le destinataire`,
      refresh: (ref) => `${ref} vaut toujours`,
      'remove-incident': (ref) => `l’incident ${ref} n’est pas réel`,
      'remove-path': (ref) => `la voie ${ref} n’est pas réelle`,
      'remove-safeguard': (ref) => `la garantie ${ref} n’est pas en place`,
    },
    unchanged: (count) =>
      plural(count, {
        one: 'Un autre fait ne change rien de cela à lui seul.',
        other: `${count} autres faits ne changent rien de cela à eux seuls.`,
      }),
  },
  lowers: {
    title: 'Ce qui l’abaisserait',
    columns: { act: 'Si c’était fait et établi', becomes: 'Score', band: 'Classe', change: 'Variation' },
    acts: {
      'end-jurisdiction': (code) => `Fin de tout accès ${places.in(code)}`,
      'end-mode': (code, mode) => `${places.name(code)} : fin – ${mode}`,
      'encrypt-end-to-end': () => 'Chiffrement de bout en bout de l’ensemble',
      'prove-lists': () => 'Chaque liste est établie comme complète',
      'prove-safeguards': () => 'Chaque garantie est établie',
    },
    sets: 'Les plus petits pas vers une classe inférieure',
    set: (codes, band) => `Vers la classe ${band} : mettre fin à tout accès ${format.and(codes.map(places.in))}.`,
    noSet: (band) => `Vers la classe ${band} : mettre fin à tout accès dans trois juridictions au plus n’y suffit pas.`,
  },
  promises: {
    title: 'Engagements',
    lead: 'Un engagement n’est pas un fait : il ne pèse rien tant qu’il n’est pas tenu et établi.',
    columns: { id: 'Engagement', due: 'Échéance', would: 'Resterait', change: 'Variation' },
    undated: 'sans date',
  },
  matters: 'En toutes lettres',
  map: {
    title: 'Où les données sont conservées, et d’où on y accède',
    words: (stored, reached) =>
      [
        stored.length > 0 ? `Conservées ${format.and(stored.map(places.in))}.` : 'Conservées dans aucun pays désigné.',
        reached.length > 0 ? `Accessibles ${format.and(reached.map(places.from))}.` : 'Accessibles depuis aucun pays désigné.',
      ].join(' '),
    stored: 'Conservées là',
    reached: 'Accessibles de là',
    both: 'Conservées et accessibles',
    small: 'Trop petit pour la carte, ou pas un pays',
    hint: 'Les touches fléchées parcourent les pays dans l’ordre du tableau.',
    columns: { country: 'Pays', stored: 'Comment', reached: 'Accès par', exposure: 'Exposition', points: 'Contribution' },
    euEea: 'UE/EEE : compte 0',
  },
};
