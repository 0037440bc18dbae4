import type { problems as English } from '../../en/console/problems.ts';

/** Les refus du service. */
export const problems: typeof English = {
  problems: {
    'invalid-request': { title: 'La demande n’est pas valable', means: 'Le service n’a pas accepté ce qui a été envoyé.' },
    'not-signed-in': { title: 'Connexion requise', means: 'Votre connexion n’est pas acceptée ici ; reconnectez-vous.' },
    'stronger-sign-in-needed': {
      title: 'Une connexion plus forte est requise',
      means: 'Déconnectez-vous, puis reconnectez-vous comme l’exigent les décisions.',
    },
    'subject-unclear': {
      title: 'On ne sait pas clairement qui agit',
      means: 'Votre connexion ne vous désigne pas clairement. Adressez-vous à ses responsables.',
    },
    'person-needed': { title: 'Une personne doit le faire', means: 'Un jeton établi pour une machine ne peut ni vérifier ni décider.' },
    'self-approval': { title: 'Nul ne juge son propre travail', means: 'Le verdict doit venir de quelqu’un d’autre.' },
    'same-person-again': {
      title: 'Quelqu’un d’autre doit regarder',
      means: 'Une même personne ne peut confirmer trois fois de suite qu’une plateforme n’a pas changé.',
    },
    'not-the-author': { title: 'Seul l’auteur peut retirer', means: 'Le retrait revient à la personne qui l’a fait.' },
    'not-assessed': { title: 'Pas d’évaluation approuvée', means: 'La plateforme n’a pas encore d’évaluation approuvée, donc pas de score.' },
    conflict: {
      title: 'D’autres ont été plus rapides',
      means: 'Trop de changements sont arrivés en même temps. Regardez à nouveau, puis recommencez.',
    },
    'assessment-pending': {
      title: 'Une évaluation attend d’être vérifiée',
      means: 'Une seule évaluation par jour peut attendre : elle doit d’abord être approuvée, rejetée ou retirée.',
    },
    'already-decided': { title: 'Le verdict a été rendu', means: 'Elle n’attend plus cette décision.' },
    'hash-mismatch': { title: 'Ce n’est pas ce qui a été vérifié', means: 'Cela a changé depuis votre lecture. Relisez-le.' },
    'not-rated': { title: 'Aucun score sur lequel décider', means: 'Une décision repose sur un score noté ; la plateforme n’en a pas.' },
    'score-stale': {
      title: 'Le score n’est plus à jour',
      means: 'Une vérification est en retard, ou le score vient d’une méthode ou d’un registre plus anciens.',
    },
    'quotes-unverified': {
      title: 'Elle repose sur des citations non vérifiées',
      means: 'Une décision exige une évaluation dont toutes les citations figurent dans des captures.',
    },
    'decisions-pending': {
      title: 'Trop de décisions en attente ou en vigueur',
      means: 'Cinq au plus peuvent attendre ou valoir à la fois, dont deux en attente d’une même personne.',
    },
    'interval-too-long': { title: 'L’intervalle est trop long', means: 'Il peut être plus court que ce qu’exige la classe, jamais plus long.' },
    'review-open': { title: 'Une vérification est ouverte', means: 'Une plateforme n’a qu’une vérification à la fois.' },
    'review-closed': { title: 'La vérification est close', means: 'Elle a été close auparavant.' },
    'precondition-failed': { title: 'Cela a changé depuis la lecture', means: 'Quelqu’un d’autre l’a modifié, ou cela existe déjà. Relisez-le.' },
    'capture-erased': { title: 'La capture a été effacée', means: 'Son texte n’est plus conservé.' },
    'quote-not-found': { title: 'Une citation ne figure pas dans sa capture', means: 'Les mots diffèrent de ceux de la page conservée.' },
    'too-large': { title: 'C’est trop volumineux', means: 'Le service n’en accepte pas autant à la fois.' },
    'record-broken': {
      title: 'Le registre des actes est endommagé',
      means: 'Rien n’en sera tiré avant réparation. Adressez-vous aux responsables du service.',
    },
    'record-unreadable': { title: 'Une partie du registre des actes est illisible', means: 'Adressez-vous aux responsables du service.' },
    'internal-error': {
      title: 'Une panne s’est produite',
      means: 'C’est une panne du service, et non une erreur de votre part. Le numéro de la demande la retrouve dans les journaux.',
    },
  },
};
