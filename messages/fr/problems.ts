import type { problems as English } from '../en/problems.ts';
import { format, plural } from './format.ts';
import { sayQuotes } from './quotes.ts';

const states: Readonly<Record<string, string>> = {
  proposed: 'proposée',
  approved: 'approuvée',
  effective: 'en vigueur',
  withdrawn: 'retirée',
  revoked: 'abrogée',
  expired: 'expirée',
  submitted: 'soumise',
  rejected: 'rejetée',
};
const outcomes: Readonly<Record<string, string>> = { 'confirmed-unchanged': 'confirmé sans changement', 'new-assessment': 'nouvelle évaluation' };
const bands: Readonly<Record<string, string>> = {
  minimal: 'minimale',
  low: 'faible',
  elevated: 'élevée',
  high: 'forte',
  severe: 'grave',
  unrated: 'non notée',
};

export const problems: typeof English = {
  'first-fault': ({ place, what, more }) =>
    `${place === '' ? 'la requête' : place} : ${what}${plural(more, { 0: '', one: ' (et 1 autre)', other: ` (et ${more} autres)` })}`,
  'as-found': ({ found }) => found,
  'no-route': ({ path }) => `il n’y a rien à l’adresse ${path}`,
  'no-method': ({ method }) => `${method} n’est pas admis ici`,
  'no-platform': ({ platform }) => `il n’existe pas de plateforme « ${platform} »`,
  'no-capture': ({ capture }) => `il n’existe pas de capture ${capture}`,
  'no-revision': ({ platform, revision }) => `« ${platform} » n’a pas de révision ${revision}`,
  'no-score': ({ platform, score }) => `« ${platform} » n’a pas de score ${score}`,
  'no-score-then': ({ platform }) => `« ${platform} » n’avait alors aucun score publié`,
  'no-review': ({ platform, review }) => `« ${platform} » n’a pas de réexamen ${review}`,
  'no-decision': ({ platform, decision }) => `« ${platform} » n’a pas de décision ${decision}`,
  'no-draft': ({ platform }) => `vous n’avez pas de brouillon de ce type pour « ${platform} »`,
  'no-checkpoint': () => 'aucun point de contrôle n’a encore été signé : cela se fait tous les quarts d’heure, dès qu’il y a des événements',
  'no-tile': () => 'l’arbre signé n’a pas de tuile de ce nom : seules existent les tuiles de sa taille, pleines ou partielles',
  'nothing-to-renew': ({ platform }) => `« ${platform} » n’a pas d’évaluation approuvée : il n’y a rien à renouveler`,
  'not-cosigned': () => 'aucun point de contrôle suffisamment cosigné ne le couvre encore : il s’en fait un tous les quarts d’heure',
  'other-witnesses': () => 'les témoins de la politique ont changé depuis le dernier point de contrôle : redemandez dans un quart d’heure',
  'not-recorded': ({ platform, id }) => `aucun événement de « ${platform} » n’a consigné ${id}`,
  'no-memo': ({ platform, sha256 }) => `aucun événement de « ${platform} » ne désigne une note de SHA-256 ${sha256}`,
  'not-released': ({ revision }) => `aucun événement n’a publié une révision ${revision} de la politique`,
  'nothing-sealed': ({ platform, id }) => `« ${platform} » n’a pas de ${id}`,
  'no-problem-type': () => 'ce type de problème n’existe pas',
  'not-assessed': ({ platform }) => `« ${platform} » n’a pas encore d’évaluation approuvée`,
  'nothing-to-look-at': ({ platform }) => `« ${platform} » n’a pas encore d’évaluation approuvée : il n’y a rien à réexaminer`,

  'no-token': () => 'la requête ne porte aucun jeton vérifié',
  'subject-unclear': ({ claim, why, length, most }) =>
    `la revendication « ${claim} » indique qui agit ; dans ce jeton, elle ${
      {
        missing: 'est absente, vide ou n’est pas un texte',
        long: `compte ${length} caractères, soit plus de ${most}`,
        'blank-ends': 'commence ou finit par une espace',
        unseen: 'contient des caractères invisibles',
        'not-nfkc': 'n’est pas sous la forme normale d’Unicode (NFKC)',
      }[why]
    }`,
  'needs-scope': ({ scope }) => `cet acte exige le droit « ${scope} »`,
  'needs-one-scope': ({ scopes }) => `cet acte exige l’un des droits suivants : ${scopes.join(', ')}`,
  'scope-for-people': ({ scope }) => `le droit « ${scope} » est réservé aux personnes`,
  'repair-for-people': () => 'réparer un registre exige deux personnes',
  'erasure-for-people': () => 'un effacement exige deux personnes',
  'needs-acr': ({ acr }) => `une décision exige une connexion du type ${format.or(acr)} (acr)`,

  'body-too-large': ({ bytes, most }) => `le corps compte ${bytes} octets ; la limite est de ${most}`,
  'draft-too-large': ({ bytes, most }) => `mis par écrit, le brouillon compte ${bytes} octets ; la limite est de ${most}`,
  'captures-too-large': ({ millions }) => `la recherche de ses citations porte sur plus de ${millions} millions de caractères de captures`,
  'anchors-too-large': ({ bytes, most }) => `il faut ${bytes} octets pour dire où se trouvent ses citations ; la limite est de ${most}`,
  'content-encoding': () => 'le corps est envoyé avec un Content-Encoding : envoyez-le tel quel, sans codage',
  charset: () => 'le corps est annoncé dans un autre jeu de caractères : envoyez de l’UTF-8, avec charset=utf-8 ou sans charset',
  compressed: () => 'le corps est compressé : envoyez-le tel quel, sans gzip ni autre codage du contenu',
  'utf-16': () => 'le corps est en UTF-16, comme l’écrivent des outils de Windows : enregistrez-le en UTF-8',
  'content-type': ({ types }) => `l’en-tête Content-Type doit être l’un des suivants : ${types.join(', ')}`,

  'no-precondition': () => 'envoyez If-Match avec l’ETag que vous avez lu, ou If-None-Match: * pour créer',
  'nothing-to-change': () => 'il n’y a encore rien ici : créez-le avec If-None-Match: *',
  'changed-since': () => 'l’objet a changé depuis que vous l’avez lu',
  'exists-already': () => 'l’objet existe déjà',
  'key-reused': () => 'cette Idempotency-Key a servi pour une autre requête',
  'lost-race': () => 'd’autres ont modifié cet objet au même moment ; relisez-le et recommencez',
  'service-failed': () => 'le service n’a pas pu répondre ; rien n’indique que la requête soit en cause',
  'no-export-yet': () => 'la première révision n’est pas encore établie : redemandez dans une minute',
  'contents-erased': () => 'son contenu a été effacé',
  'data-key-destroyed': () => 'sa clé de données a été détruite ; ce registre, restauré d’un état antérieur, ne dit ni par qui ni pourquoi',
  'contents-lost': () => 'son contenu n’est pas dans les archives, et aucun effacement n’a été consigné',
  'text-erased': () => 'ce texte a été effacé et n’est plus conservé',

  'decisions-stand': ({ platform, count }) =>
    `« ${platform} » a ${plural(count, { one: `${count} décision en attente ou en vigueur`, other: `${count} décisions en attente ou en vigueur` })} : abrogez-en d’abord une`,
  'drafts-kept': ({ count }) => `vous avez ${count} brouillons : soumettez-en un ou supprimez-en un d’abord`,
  'refusals-stand': ({ platform, count }) => `${count} de vos refus sont en vigueur sur « ${platform} » : retirez-en un d’abord`,
  'not-refused': ({ platform, key }) => `aucun refus du fait ébauché ${key} n’est en vigueur sur « ${platform} »`,
  'own-proposals-wait': ({ platform, count }) =>
    plural(count, {
      one: `${count} de vos propositions concernant « ${platform} » est en attente : retirez-la d’abord`,
      other: `${count} de vos propositions concernant « ${platform} » sont en attente : retirez-en d’abord une`,
    }),
  'not-rated': ({ platform }) => `« ${platform} » n’a pas de score noté : évaluez-la d’abord, ou établissez qui a accès aux données`,
  'review-overdue': ({ platform, dueOn }) => `le réexamen de « ${platform} » était dû le ${dueOn}`,
  'quotes-unverified': ({ revision, ...count }) =>
    `chaque citation doit figurer dans une capture lisible ; pour la révision ${revision} : ${sayQuotes(count)}`,
  'grounds-replaced': ({ rests, stands }) =>
    `elle repose sur la révision ${rests}, alors que la révision ${stands} fait foi : proposez-la de nouveau`,
  'law-replaced': ({ method, register, methodNow, registerNow }) =>
    `le score a été établi avec ${method} et ${register}, et non avec ${methodNow} et ${registerNow}`,
  'repair-not-proposed': ({ platform, hash }) =>
    `la réparation ${hash} de « ${platform} » n’est pas encore proposée : une personne la propose, une autre la confirme`,
  'own-repair': () => 'vous avez proposé cette réparation ; une autre personne doit la confirmer',
  'repair-changed': ({ hash }) => `le registre a changé depuis l’examen : la réparation a désormais le hachage ${hash}`,
  'record-whole': ({ chain }) => `le registre de « ${chain} » est intact`,
  'not-heard': () =>
    'la partie n’a pas été entendue sur cette suspension : notifiez-la, ou indiquez pourquoi elle est entendue après coup ou, à deux, pas du tout',
  'hearing-runs': ({ deadline }) => `la partie peut répondre jusqu’au ${deadline} et n’a pas encore répondu`,
  'waiver-of-one': () => 'une personne demande de renoncer à l’audition ; une autre doit le confirmer',
  'notified-already': ({ day }) => `la partie a reçu notification le ${day}`,
  'waived-already': ({ day }) => `deux personnes ont décidé le ${day} de renoncer à l’audition`,
  'afterwards-already': ({ day }) => `il est consigné que la partie reçoit notification au plus tard le ${day} : consignez la notification elle-même`,
  'own-waiver': () => 'vous avez demandé de renoncer à l’audition ; une autre personne doit le confirmer',
  'not-notified': () => 'la partie n’a pas encore reçu notification des motifs : consignez-la d’abord',
  'answers-full': ({ count }) =>
    plural(count, {
      one: `${count} réponse est déjà consignée, le maximum pour une décision`,
      other: `${count} réponses sont déjà consignées, le maximum pour une décision`,
    }),
  'answer-recorded': ({ answer }) => `cette lettre est déjà consignée sous ${answer}`,
  'own-decision': () => 'vous avez proposé cette décision ; deux autres personnes doivent l’approuver',
  'own-approval': () => 'vous l’avez déjà approuvée ; la seconde approbation doit venir d’une autre personne',
  'own-revocation': () => 'vous avez déjà demandé son abrogation ; une autre personne doit y consentir',
  'decision-is': ({ state }) => `la décision est ${states[state] ?? state}`,
  'not-own-proposal': () => 'une proposition est retirée par la personne qui l’a faite',
  'not-own-revocation': () => 'vous n’avez pas demandé l’abrogation de cette décision',
  'decision-hash': ({ decision, hash }) => `la décision ${decision} a le hachage ${hash}`,
  'capture-erased-on': ({ capture, day }) => `la capture ${capture} a été effacée le ${day}`,
  'own-erasure': () => 'vous avez proposé cet effacement ; une autre personne doit y procéder',
  'not-own-revision': ({ revision }) => `la révision ${revision} a été soumise par une autre personne`,
  'own-revision': ({ revision }) => `vous avez soumis vous-même la révision ${revision} ; une autre personne doit la juger`,
  'revision-hash': ({ revision, hash }) => `la révision ${revision} a le hachage ${hash}`,
  'revision-is': ({ revision, status }) => `la révision ${revision} est ${states[status] ?? status}`,
  'review-closed': ({ closedAt, outcome }) => `le réexamen a été clos le ${closedAt} : ${outcomes[outcome] ?? outcome}`,
  'own-assessment': () => 'vous avez rédigé l’évaluation en vigueur ; une autre personne doit la confirmer',
  'confirmed-twice': () => 'vous l’avez confirmée les deux dernières fois ; une autre personne doit maintenant l’examiner',
  'by-its-approval': () => 'soumettez une évaluation ; son approbation clôt le réexamen',
  'revision-waits': ({ revision, asOf, address }) =>
    `la révision ${revision}${asOf === undefined ? '' : ` du ${asOf}`} attend son verdict : ${address}`,
  'revisions-wait': ({ platform, count }) =>
    `${plural(count, { one: `${count} révision de « ${platform} » attend son verdict`, other: `${count} révisions de « ${platform} » attendent leur verdict` })}, ce qui est le maximum`,
  'interval-too-long': ({ days, band, gate, longest }) =>
    `reviewEveryDays est de ${plural(days, { one: `${days} jour`, other: `${days} jours` })} ; la classe de cette plateforme, ${bands[band] ?? band}${gate === undefined ? '' : ', avec la conclusion de précaution'}, exige un réexamen au moins tous les ${plural(longest, { one: `${longest} jour`, other: `${longest} jours` })}`,
};
