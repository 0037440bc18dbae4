import type { queue as English } from '../../en/console/queue.ts';
import { plural } from '../format.ts';

export const queue: typeof English = {
  title: 'À traiter',
  lead: 'Ce qui attend quelqu’un, du plus ancien au plus récent.',
  overdue: 'En retard',
  due: 'À échéance',
  waiting: 'En attente d’une seconde personne',
  mine: 'À moi',
  drafts: 'Brouillons dans ce navigateur',
  columns: { platform: 'Plateforme', reason: 'Motif', band: 'Classe', days: 'Échéance', submitted: 'Soumise', by: 'Par', saved: 'Conservé' },
  nothing: {
    overdue: 'Rien n’est en retard.',
    due: 'Rien n’arrive à échéance aujourd’hui.',
    waiting: 'Aucune évaluation soumise n’est en attente.',
    mine: 'Vous n’avez ni brouillon dans ce navigateur ni évaluation soumise en attente.',
  },
  open: 'Ouvrir',
  assess: 'Réévaluer',
  check: 'Vérifier',
  goOn: 'Continuer',
  yours: 'à vous',
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
