import type { inbox as English } from '../../en/console/inbox.ts';
import { plural } from '../format.ts';

export const inbox: typeof English = {
  title: 'À traiter',
  lead: (n) =>
    plural(n, { 0: 'Rien ne vous attend.', one: 'Un élément vous attend.', other: `${n} éléments vous attendent, le plus pressant d’abord.` }),
  most: (shown, all) =>
    `Seuls les ${shown} premiers sur ${all} sont affichés. Les autres suivent à mesure que ceux-ci sont traités ; la ligne de commande les liste tous.`,
  drafts: 'Brouillons dans ce navigateur',
  you: 'vous',
  columns: { what: 'Quoi', why: 'Motif', until: 'Quand', by: 'Par ou pour' },
  kinds: {
    'exports-withheld': 'Exports retenus',
    broken: 'Registre des faits rompu',
    'decision-waits': 'Attend votre avis',
    overdue: 'Réexamens en retard',
    'to-check': 'Évaluations à vérifier',
    'consumer-failing': 'Outils de politique en échec',
    'consumer-behind': 'Outils de politique en retard',
    'consumer-missing': 'Outils de politique silencieux',
    'set-aside': 'Illisible',
    'review-open': 'Réexamens ouverts',
    'due-soon': 'Réexamens à échéance proche',
    'gate-undecided': 'Restrictions sans décision',
    'undecided-apps': 'Applications qu’aucune décision ne nomme',
    'decision-ends': 'Décisions qui prennent fin',
    'exemption-ends': 'Exemptions qui prennent fin',
    draft: 'Vos brouillons',
    'never-assessed': 'Jamais évaluées',
    'not-watched': 'Conditions non surveillées',
  },
  asks: { allow: 'Autoriser', limit: 'Limiter', suspend: 'Suspendre', end: 'Mettre fin à la décision' },
  forms: { assessment: 'Évaluation', profile: 'Profil', proposal: 'Proposition de décision' },
  revision: (revision) => `Révision ${revision}`,
  assigned: (person) => `Pour ${person}`,
  attend: {
    title: 'Attribuer ou reporter',
    take: 'Je m’en charge',
    assign: 'Attribuer',
    to: 'Identifiant d’une personne qui a déjà agi',
    snooze: 'Reporter',
    until: 'Jusqu’à quel jour, 90 jours au plus',
    reason: 'Pourquoi cela peut attendre',
  },
  health: {
    title: 'Comment les réexamens suivent',
    words: (overdue, oldest, next) =>
      [
        plural(overdue, {
          0: 'Aucun réexamen n’est en retard.',
          one: `Un réexamen est en retard ; son échéance : ${oldest}.`,
          other: `${overdue} réexamens sont en retard ; la plus ancienne échéance : ${oldest}.`,
        }),
        plural(next, {
          0: 'Aucun n’arrive à échéance dans les douze semaines.',
          one: 'Un seul arrive à échéance dans les douze semaines.',
          other: `${next} arrivent à échéance dans les douze semaines.`,
        }),
      ].join(' '),
    columns: { week: 'Semaine du', due: 'Réexamens à échéance' },
    before: 'en retard',
  },
};
