import type { frame as English } from '../../en/cli/frame.ts';
import { format } from '../format.ts';

export const frame: typeof English = {
  usage: (line) => `Emploi : whereabouts ${line}`,
  aCommand: '<commande> [...]',
  here: 'Sur cette machine',
  service: 'Avec un service',
  more: 'whereabouts help <commande> en dit plus, avec un exemple. Chaque commande accepte --json.',
  exitCodes: 'Codes de retour :',
  exitMeans: {
    done: 'fait',
    bad: 'ce qui a été donné est incorrect, ou une vérification a trouvé quelque chose',
    notUnderstood: 'la commande n’a pas été comprise',
    signIn: 'vous n’êtes pas connecté, ou le jeton n’est pas accepté',
    refused: 'le service a refusé : interdit, introuvable ou pas dans cet état',
    outage: 'le service ne répond pas, ou il est en panne',
    interrupted: 'interrompu : la même commande reprend où elle s’est arrêtée',
  },
  example: 'Exemple',
  options: 'Options',
  offline: 'Elle fonctionne hors ligne.',
  calls: 'Appels',
  scope: (scopes) => (scopes.length === 0 ? 'aucun droit' : `droit ${scopes.join(' ou ')}`),
  needsScope: (name, scopes) => `« ${name} » exige le droit ${scopes.join(' ou ')}`,
  signInAs: 'Connectez-vous sous une identité qui l’a, ou nommez-la par --as.',
  noCommand: (name) => `la commande « ${name} » n’existe pas`,
  isFollowedBy: (first, seconds) => `« ${first} » est suivi de ${format.or(seconds)}`,
  noLanguage: (given, languages) =>
    given === undefined ? `--lang attend une langue : ${format.or(languages)}` : `--lang attend ${format.or(languages)}, non « ${given} »`,
};
