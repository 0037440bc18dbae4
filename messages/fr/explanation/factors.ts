import type { factors as English } from '../../en/explanation/factors.ts';
import { format, plural } from '../format.ts';
import { age, claimOf, dataOf, modeOf, stakeOf } from './words.ts';

export const factors: typeof English = {
  'belief-path': ({ belief, observed, days }) =>
    `Crédibilité de la voie : ${belief} % ; l’élément le plus récent est du ${format.day(observed)}, ${age(days)} avant le jour du score.`,
  'belief-end': ({ belief, observed, days }) =>
    `Crédibilité de sa fin : ${belief} % ; l’élément le plus récent à ce sujet est du ${format.day(observed)}, ${age(days)} avant le jour du score.`,
  'hazard-eu-eea': 'Les États de l’UE et de l’EEE comptent 0 par définition.',
  'hazard-row': 'Jusqu’où l’État peut contraindre, d’après sa ligne du registre.',
  'hazard-partial': ({ count }) =>
    plural(count, {
      one: `Dans cette ligne, ${count} pouvoir ou garantie est inconnu ou n’a pas été lu à la source.`,
      other: `Dans cette ligne, ${count} pouvoirs ou garanties sont inconnus ou n’ont pas été lus à la source.`,
    }),
  'hazard-unregistered': 'Absent du registre ce jour-là : le pouvoir de contrainte peut avoir n’importe quelle valeur.',
  'hazard-unnamed': 'Un pays que la source ne nomme pas : ce qu’il pourrait atteindre au-delà d’un pays ordinaire reste ouvert.',
  'law-eu-eea': 'Les États de l’UE et de l’EEE sont hors de la question.',
  'law-bridge': 'La période transitoire de l’accord de retrait tenait lieu de décision d’adéquation.',
  'law-adequacy': 'Une décision d’adéquation est en vigueur : la moitié est retranchée.',
  'law-scheme':
    'Une décision d’adéquation couvre les destinataires qui relèvent de son régime : la moitié est retranchée dans la mesure où cela est établi.',
  'law-contract': 'Un contrat ne lie pas l’autorité : presque rien n’est retranché.',
  'law-none': 'Aucune décision d’adéquation ne couvre le destinataire, et aucun contrat n’est établi.',
  mode: ({ mode }) => `La voie est ${modeOf(mode)}.`,
  'mode-stake': ({ mode, stake }) => `La voie est ${modeOf(mode)}, par une participation ${stakeOf(stake)}.`,
  data: ({ classes }) => `Données atteintes : ${classes.map(dataOf).join(' à ')}.`,
  'safeguard-operates': ({ kind, proven, claimed }) => `Garantie (${claimOf(kind)}) : établie à ${proven} %, affirmée à ${claimed} %.`,
  'safeguard-none': 'Aucune garantie de ce type n’est connue comme opérante.',
  'safeguard-announced': ({ kinds }) => `Seulement annoncé, donc sans poids : ${format.and(kinds.map(claimOf))}.`,
  'paper-compelled': ({ share }) => `Les règles écrites tiennent moins là où le droit contraint (C ${format.decimal(share, 2)}).`,
  'paper-abused': ({ share }) => `Les règles écrites tiennent moins là où la confiance a été trahie (I ${format.decimal(share, 2)}).`,

  rank: ({ rank, of }) => `${rank}${plural(rank, { one: 'ʳᵉ', other: 'ᵉ' })} sur ${of}`,
};
