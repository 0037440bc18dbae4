import type { hearing as English } from '../../en/console/hearing.ts';
import { hearingTexts } from '../hearing.ts';

export const hearing: typeof English = {
  ...hearingTexts,
  title: 'Audition',
  lead: 'Une suspension est approuvée dès que la partie a répondu ou que son délai de réponse est écoulé.',
  dossier: 'Dossier pour la partie',
  how: 'Comment la partie est entendue',
  kinds: { held: 'Motifs notifiés', afterwards: 'Après coup, car il y a urgence', waived: 'Pas du tout, à deux' },
  fields: { to: 'À quel service de la partie', deadline: 'Peut répondre jusqu’au', by: 'Notification au plus tard le', reason: 'Motif' },
  send: 'Consigner',
  confirm: 'Confirmer que la partie n’est pas entendue',
  answers: 'Ce que la partie a répondu',
  letter: 'Lettre',
  kindsOfStatement: { confirmed: 'confirmé', disputed: 'contesté', corrected: 'rectifié', ended: 'a pris fin', planned: 'prendra fin' },
};
