import type { problems as English } from '../../en/console/problems.ts';

/** Les refus du service. */
export const problems: typeof English = {
  problems: {
    'invalid-request': 'Le service n’a pas accepté ce qui a été envoyé.',
    'not-signed-in': 'Votre connexion n’est pas acceptée ici ; reconnectez-vous.',
    'stronger-sign-in-needed': 'Déconnectez-vous, puis reconnectez-vous comme l’exigent les décisions.',
    'subject-unclear': 'Votre connexion ne vous désigne pas clairement. Adressez-vous à ses responsables.',
    'person-needed': 'Un jeton établi pour une machine ne peut ni vérifier ni décider.',
    'self-approval': 'Le verdict doit venir de quelqu’un d’autre.',
    'same-person-again': 'Une même personne ne peut confirmer trois fois de suite qu’une plateforme n’a pas changé.',
    'not-the-author': 'Le retrait revient à la personne qui l’a fait.',
    'not-assessed': 'La plateforme n’a pas encore d’évaluation approuvée, donc pas de score.',
    conflict: 'Trop de changements sont arrivés en même temps. Regardez à nouveau, puis recommencez.',
    'assessment-pending': 'Une seule évaluation par jour peut attendre : elle doit d’abord être approuvée, rejetée ou retirée.',
    'already-decided': 'Elle n’attend plus cette décision.',
    'hash-mismatch': 'Cela a changé depuis votre lecture. Relisez-le.',
    'not-rated': 'Une décision repose sur un score noté ; la plateforme n’en a pas.',
    'score-stale': 'Une vérification est en retard, ou le score vient d’une méthode ou d’un registre plus anciens.',
    'quotes-unverified': 'Une décision exige une évaluation dont toutes les citations figurent dans des captures.',
    'decisions-pending': 'Cinq au plus peuvent attendre ou valoir à la fois, dont deux en attente d’une même personne.',
    'limit-reached': 'Cinquante brouillons au plus, et cinq cents refus par plateforme. Supprimez-en un, ou retirez-en un.',
    'interval-too-long': 'Il peut être plus court que ce qu’exige la classe, jamais plus long.',
    'review-closed': 'Elle a été close auparavant.',
    'precondition-failed': 'Quelqu’un d’autre l’a modifié, ou cela existe déjà. Relisez-le.',
    'capture-erased': 'Son texte n’est plus conservé.',
    'quote-not-found': 'Les mots diffèrent de ceux de la page conservée.',
    'too-large': 'Le service n’en accepte pas autant à la fois.',
    'record-broken': 'Rien n’en sera tiré avant réparation. Adressez-vous aux responsables du service.',
    'record-unreadable': 'Adressez-vous aux responsables du service.',
    'internal-error': 'C’est une panne du service, et non une erreur de votre part. Le numéro de la demande la retrouve dans les journaux.',
  },
};
