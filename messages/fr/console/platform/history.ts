import type { history as English } from '../../../en/console/platform/history.ts';
import { plural } from '../../format.ts';

export const history: typeof English = {
  exposure: {
    title: 'Exposition d’après les faits de chaque jour',
    lead: 'Chaque jour est noté d’après les faits approuvés qui valent pour lui et le droit de ce jour, avec la méthode d’aujourd’hui et ce qui est connu maintenant ou au jour choisi.',
    words: (first, last, from, to) => `Du ${first} au ${last}, la valeur établie est passée de ${from} à ${to}.`,
    leftOut: (count) =>
      plural(count, {
        one: 'Un pas d’un dixième ou plus dû au seul âge ne figure que dans le graphique.',
        other: `${count} pas d’un dixième ou plus dus au seul âge ne figurent que dans le graphique.`,
      }),
    first: 'Premier jour affiché',
    noneThatEarly: 'la plus ancienne : aucune n’est de ce jour',
    facts: (revision, day) => `${day}, révision ${revision}`,
    causes: {
      facts: (revision) => `la révision ${revision} vaut désormais`,
      law: (names, more) => `droit : ${names}${plural(more, { 0: '', one: ' et une autre', other: ` et ${more} autres` })}`,
      evidence: (names, more) => `preuves : ${names}${plural(more, { 0: '', one: ' et une autre', other: ` et ${more} autres` })}`,
      time: () => 'âge',
    },
    columns: { day: 'Depuis', because: 'Parce que', score: 'Score', range: 'Fourchette', band: 'Classe', gate: 'Conclusion', facts: 'Faits du' },
  },
  history: {
    title: 'Historique de ce qui était publié',
    lead: 'Ce qui a été publié, et quand. Il commence avec la première approbation ici, quel que soit le jour des faits.',
    words: (count, first, last, from, to) =>
      plural(count, {
        0: 'Aucun score n’a été publié.',
        one: `Un score a été publié, le ${first} : ${to}.`,
        other: `${count} scores ont été publiés entre le ${first} et le ${last} ; la valeur établie est passée de ${from} à ${to}.`,
      }),
    none: 'Aucun score n’a encore été publié.',
    noneThen: 'Aucun score n’avait encore été publié.',
    leftOut: (count) =>
      plural(count, {
        one: 'Un score plus ancien n’a varié que par l’effet du temps et ne figure que dans le graphique.',
        other: `${count} scores plus anciens n’ont varié que par l’effet du temps et ne figurent que dans le graphique.`,
      }),
    decided: (count) =>
      plural(count, { 0: 'Aucune décision n’a été proposée.', one: 'Une décision a été proposée.', other: `${count} décisions ont été proposées.` }),
    turns: { proposed: 'proposée', effective: 'en vigueur', withdrawn: 'retirée', revoked: 'abrogée', expired: 'expirée' },
    columns: {
      day: 'Jour',
      score: 'Score',
      range: 'Fourchette',
      band: 'Classe',
      cause: 'Ce qui a changé',
      method: 'Méthode',
      register: 'Registre',
    },
    causes: {
      first: 'Première publication',
      facts: 'Preuves',
      register: 'Droit',
      method: 'Méthode',
      time: 'Seul effet du temps',
      decision: 'Décision',
    },
    compare: 'Comparer deux jours',
  },
};
