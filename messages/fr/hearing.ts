import type { HearingTexts } from '../en/hearing.ts';
import { format } from './format.ts';

const { plural, count, day, and } = format;

export const hearingTexts: HearingTexts = {
  and,
  said: {
    confirmed: (n) => plural(n, { one: `confirme ${count(n)} fait`, other: `confirme ${count(n)} faits` }),
    disputed: (n) => plural(n, { one: `conteste ${count(n)} fait`, other: `conteste ${count(n)} faits` }),
    corrected: (n) => plural(n, { one: `rectifie ${count(n)} fait`, other: `rectifie ${count(n)} faits` }),
    ended: (n) => plural(n, { one: `déclare que ${count(n)} fait a pris fin`, other: `déclare que ${count(n)} faits ont pris fin` }),
    planned: (n) => plural(n, { one: `déclare que ${count(n)} fait prendra fin`, other: `déclare que ${count(n)} faits prendront fin` }),
  },
  states: {
    'not-heard': () => 'La partie n’a pas été entendue.',
    notified: ({ notifiedAt = '', deadline = '' }) =>
      `Les motifs ont été notifiés à la partie le ${day(notifiedAt)} ; elle peut répondre jusqu’au ${day(deadline)} et n’a pas encore répondu.`,
    answered: ({ answeredAt = '', says = '' }) => `La partie a répondu le ${day(answeredAt)}${says === '' ? '.' : ` : elle ${says}.`}`,
    unanswered: ({ notifiedAt = '', deadline = '' }) =>
      `Les motifs ont été notifiés à la partie le ${day(notifiedAt)} ; elle n’a pas répondu avant le ${day(deadline)}.`,
    afterwards: ({ by = '' }) => `La décision est urgente : la partie reçoit notification au plus tard le ${day(by)}.`,
    'waiver-proposed': () => 'Une personne demande de renoncer à l’audition de la partie.',
    waived: ({ waivedAt = '' }) => `Deux personnes ont décidé le ${day(waivedAt)} de renoncer à l’audition de la partie.`,
  },
};
