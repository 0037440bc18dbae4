import type { problemTypes as English } from '../en/problem-types.ts';

export const problemTypes: typeof English = {
  'invalid-request': {
    title: 'La requête n’est pas valable',
    means: 'Le corps, les paramètres ou un en-tête comportent des fautes ; `errors` les désigne toutes, avec leur place.',
  },
  'not-signed-in': { title: 'Connexion requise', means: 'La requête ne porte aucun jeton que ce service accepte.' },
  'stronger-sign-in-needed': {
    title: 'Une connexion plus forte est requise',
    means: 'Une décision exige un jeton issu de l’un des types de connexion (`acr`) qu’indique `WWW-Authenticate` (RFC 9470).',
  },
  'missing-scope': { title: 'Le jeton n’a pas le droit requis', means: 'L’acte exige un droit que le jeton ne porte pas.' },
  'subject-unclear': {
    title: 'Le jeton ne dit pas clairement qui agit',
    means:
      'La revendication qui désigne le sujet est absente, compte plus de 255 caractères, ou est écrite de telle sorte que deux graphies pourraient être une même personne.',
  },
  'person-needed': {
    title: 'Une personne doit accomplir cet acte',
    means: 'Les réexamens et les décisions exigent le jeton d’une personne ; celui d’une machine ne peut tenir lieu de seconde personne.',
  },
  'self-approval': { title: 'Nul ne juge son propre travail', means: 'Le verdict doit venir d’une autre personne que l’auteur.' },
  'same-person-again': {
    title: 'Une autre personne doit examiner',
    means: 'Une même personne ne peut pas confirmer trois fois de suite qu’une plateforme est inchangée.',
  },
  'not-the-author': {
    title: 'Seul l’auteur peut retirer',
    means: 'Une évaluation soumise, une proposition ou une demande d’abrogation est retirée par la personne qui l’a faite.',
  },
  'not-found': { title: 'Il n’y a rien ici', means: 'L’adresse ne désigne rien d’existant.' },
  'not-assessed': { title: 'Aucune évaluation approuvée', means: 'La plateforme n’a pas encore d’évaluation approuvée, donc pas de score.' },
  'not-cosigned': {
    title: 'Pas encore cosigné',
    means:
      'C’est consigné, mais aucun point de contrôle suffisamment cosigné ne le couvre encore : redemandez dans un quart d’heure. Ce que la preuve atteste n’attend pas après elle.',
  },
  'method-not-allowed': {
    title: 'Cette méthode n’est pas admise à cette adresse',
    means: 'L’adresse existe, mais répond à d’autres méthodes ; voir `Allow`.',
  },
  conflict: { title: 'D’autres ont été plus rapides', means: 'Trop de modifications sont arrivées en même temps ; relisez et recommencez.' },
  'assessment-pending': {
    title: 'Une évaluation attend sa vérification',
    means: 'Pour chaque jour, une seule évaluation soumise d’une plateforme attend à la fois ; elle doit d’abord être approuvée, rejetée ou retirée.',
  },
  'already-decided': { title: 'Le verdict a été rendu', means: 'La révision ou la décision n’attend plus cet acte.' },
  'hash-mismatch': {
    title: 'Ce n’est pas ce qui a été examiné',
    means:
      'Le hachage n’est pas celui de la révision, de la décision ou de la réparation dans son état actuel : l’approbation est scellée sur le contenu.',
  },
  'not-rated': {
    title: 'Il n’y a pas de score sur lequel décider',
    means: 'Une décision repose sur un score noté ; la plateforme n’en a pas.',
  },
  'score-stale': {
    title: 'Le score n’est plus à jour',
    means: 'Un réexamen est en retard, ou le score a été établi avec une autre méthode ou un autre registre que ceux en vigueur.',
  },
  'quotes-unverified': {
    title: 'Elle repose sur des citations non vérifiées',
    means: 'Ce service n’admet de décisions que sur des évaluations dont toutes les citations figurent dans des captures.',
  },
  'not-heard': {
    title: 'La partie n’a pas été entendue',
    means:
      'Une suspension est approuvée dès que la partie a répondu, que son délai est écoulé, ou que l’on a indiqué pourquoi elle est entendue après coup ou pas du tout.',
  },
  'decisions-pending': {
    title: 'Trop de décisions sont en attente ou en vigueur',
    means: 'Une plateforme a au plus cinq décisions en attente ou en vigueur à la fois, dont deux en attente proposées par une même personne.',
  },
  'limit-reached': {
    title: 'Il y en a trop',
    means: 'Une personne a au plus 50 brouillons, et 500 refus de faits ébauchés en vigueur sur une plateforme.',
  },
  'interval-too-long': {
    title: 'L’intervalle dépasse celui de la classe',
    means: 'L’intervalle de réexamen propre à une plateforme peut être plus court que celui qu’exige sa classe, jamais plus long.',
  },
  'review-closed': { title: 'Le réexamen est clos', means: 'Le réexamen a été clos auparavant.' },
  'not-approved-yet': {
    title: 'La nouvelle évaluation n’est pas encore approuvée',
    means: 'Un réexamen s’achève par `new-assessment` lorsqu’une évaluation est approuvée, et non par une déclaration.',
  },
  'record-intact': { title: 'Il n’y a rien à réparer', means: 'Le registre des actes de la plateforme correspond à ses événements.' },
  'events-broken': {
    title: 'Les événements eux-mêmes sont altérés',
    means:
      'L’état présent est reconstitué à partir des événements. Lorsque ceux-ci ne sont pas intacts, il est rétabli à partir d’une sauvegarde vérifiée.',
  },
  'not-derivable': {
    title: 'Cela ne découle pas des événements',
    means:
      'Ce que les événements ne désignent que par son hachage ne peut être reconstitué : `detail` indique ce qui doit d’abord être rétabli à partir d’une sauvegarde.',
  },
  'not-proposed': { title: 'Nul ne l’a proposé', means: 'Une réparation est proposée par une personne et confirmée par une autre.' },
  'precondition-failed': {
    title: 'L’objet a changé depuis sa lecture',
    means: 'La condition préalable n’est pas remplie ; `ETag` porte la version actuelle.',
  },
  'capture-erased': {
    title: 'La capture a été effacée',
    means:
      'Deux personnes en ont détruit le contenu, qui n’aurait pas dû être conservé ; le manifeste et le motif demeurent, et le contenu n’est plus conservé.',
  },
  'too-large': { title: 'Le corps est trop volumineux', means: 'Le corps dépasse la limite qu’indique `detail`.' },
  'unsupported-media-type': {
    title: 'Le corps est d’un autre type',
    means: 'Le corps doit être de l’un des types de médias qu’indique `detail`, en UTF-8 s’il s’agit de texte, et non compressé.',
  },
  'quote-not-found': {
    title: 'Une citation ne figure pas dans sa capture',
    means:
      'Un élément de preuve désigne une capture où sa citation ne figure pas, ou qui n’existe pas ; `errors` désigne chacun, avec la phrase la plus proche.',
  },
  'idempotency-key-reused': {
    title: 'La clé a servi pour une autre requête',
    means: 'Une Idempotency-Key appartient à une seule requête ; envoyez une nouvelle clé avec un nouveau corps.',
  },
  'precondition-required': {
    title: 'Indiquez la version visée',
    means: 'Une modification exige `If-Match` avec la version lue, ou `If-None-Match: *` pour créer.',
  },
  'export-withheld': {
    title: 'L’exportation est retenue',
    means: 'L’exportation n’a pas passé ses propres contrôles, et il n’en existe pas d’antérieure valable.',
  },
  'record-unreadable': {
    title: 'Une partie du registre est illisible',
    means:
      'Un élément de cette plateforme n’a pas la forme de son type ; `detail` en indique la clé. Il est mis à part ; tout le reste est servi comme d’ordinaire.',
  },
  'record-broken': {
    title: 'Le registre est altéré',
    means:
      'Un élément n’est pas ce que les événements antérieurs ont laissé : quelque chose a été modifié à l’insu de ce service. `detail` en indique la clé. Rien n’a été écrit, et ' +
      'rien n’en est tiré tant que deux personnes ne l’ont pas réparé ; tout le reste est servi comme d’ordinaire.',
  },
  'internal-error': {
    title: 'Une erreur s’est produite ici',
    means: 'C’est une faute du service et non de la requête ; l’identifiant de la requête permet de la retrouver dans les journaux.',
  },
};
