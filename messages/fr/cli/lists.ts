import type { lists as English } from '../../en/cli/lists.ts';
import { decisions } from '../console/decisions.ts';
import { format, plural } from '../format.ts';

const { day } = format;
const isDecision = (code: string): code is keyof typeof decisions.kinds => Object.hasOwn(decisions.kinds, code);

export const lists: typeof English = {
  platforms: {
    none: 'Aucune plateforme ne correspond.',
    columns: {
      platform: 'plateforme',
      point: 'valeur',
      rank: 'rang',
      named: 'désigné',
      open: 'ouvert',
      band: 'classe',
      gate: 'conclusion',
      keptIn: 'conservé à',
      reachedFrom: 'accès depuis',
      review: 'réexamen',
      decision: 'décision',
    },
    waits: 'en attente de son premier avis',
    notAssessed: 'non évaluée',
    decision: (code) => (isDecision(code) ? decisions.kinds[code] : code),
  },
  reviews: {
    none: {
      due: 'Rien n’arrive à échéance.',
      overdue: 'Rien n’est en retard.',
      done: 'Aucun réexamen n’est encore terminé.',
    },
    columns: ['plateforme', 'échéance', 'état', 'classe', 'motif'],
    states: {
      due: 'à échéance',
      overdue: 'en retard',
      open: 'ouvert',
      done: 'terminé',
      'new-assessment': 'nouvelle évaluation',
      'confirmed-unchanged': 'confirmé inchangé',
    },
    late: (days, state) => `${days} j ${state}`,
    further: (count) => plural(count, { one: `Et ${count} autre.`, other: `Et ${count} autres.` }),
  },
  exposure: {
    title: (from, to, knownBy) => `exposition d’après les faits de chaque jour du ${day(from)} au ${day(to)}, connus au ${day(knownBy)}`,
    columns: ['depuis', 'valeur', 'fourchette', 'classe', 'conclusion', 'faits du', 'cause'],
    facts: (asOf, revision, isEarliest) => `${day(asOf)} (révision ${revision}${isEarliest ? ', aucune n’est aussi ancienne' : ''})`,
    otherFile: 'autre dossier',
  },
};
