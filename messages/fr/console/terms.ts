import type { terms as English } from '../../en/console/terms.ts';
import { plural } from '../format.ts';

/** Ce qui est surveillé des conditions d’une plateforme, et ce que la surveillance a trouvé. */
export const terms: typeof English = {
  notWatched: 'non surveillée',
  silence: 'Aucun document de cette plateforme n’est surveillé : qu’aucun changement ne soit signalé ne signifie pas qu’il n’y en a pas eu.',
  none: (name) => `${name} : aucun document de ses conditions n’est surveillé.`,
  unwatched: (documents) => `Nommés par des sources de l’évaluation, et non surveillés : ${documents}.`,
  today: 'C’est la surveillance d’aujourd’hui, quel que soit le jour affiché.',
  read: 'Dernière lecture',
  never: 'jamais encore',
  newest: 'Version la plus récente',
  noVersion: 'aucune encore',
  covers: 'Concerne',
  fault: (times, detail) => `Lecture impossible, ${plural(times, { one: 'une fois', other: `${times} fois de suite` })} : ${detail}.`,
  silent: 'Aucune version n’a été enregistrée depuis 90 jours : on ignore ce que le document dit à présent.',
  waiting: 'Une version plus récente diffère. Elle sera signalée après être restée 36 heures.',
  suspect: {
    'other-language':
      'Un texte plus récent est dans une autre langue. Il n’est pas pris pour le document ; après 14 jours, il est signalé comme un changement de source.',
    shrunk:
      'Un texte plus récent a perdu plus de la moitié de ses mots. Il n’est pas pris pour le document ; après 14 jours, il est signalé comme un changement de source.',
    'one-sided':
      'Dans un texte plus récent, beaucoup de phrases manquent ou sont nouvelles. Il n’est pas pris pour le document ; après 14 jours, il est signalé comme un changement de source.',
  },
  quotes: 'Citations de l’évaluation en vigueur',
  noQuotes: 'Aucune citation de l’évaluation en vigueur ne vient de ce document.',
  quoteStates: { held: 'inchangée', reworded: 'reformulée', lost: 'disparue', 'never-found': 'jamais trouvée' },
  now: 'À présent',
  changes: 'Changements',
  noChanges: 'Rien d’important n’a changé depuis que le document est surveillé.',
  version: 'Version du',
  opened: 'un réexamen a été demandé',
  kinds: { came: 'nouveau', went: 'disparu', reworded: 'reformulé' },
  before: 'Avant',
  after: 'Après',
  further: (count) =>
    plural(count, { one: 'Un autre changement figure dans les deux textes.', other: `${count} autres changements figurent dans les deux textes.` }),
  topics: {
    storage: 'conservation',
    transfer: 'transfert',
    access: 'accès',
    control: 'contrôle',
    encryption: 'chiffrement',
    'compelled-disclosure': 'divulgation contrainte',
  },
};
