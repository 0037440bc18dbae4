import type { dossier as English } from '../../../en/console/platform/dossier.ts';
import { format, plural } from '../../format.ts';

export const dossier: typeof English = {
  pathTitle: (places, mode) => `${places} : ${mode}`,
  dossier: {
    lead: 'Chaque fait avec les mots de sa source. Ce qui est pesé, c’est ce que d’autres peuvent vérifier.',
    stored: 'Où les données sont conservées',
    reached: 'Qui peut y accéder',
    incidents: 'Incidents',
    complete: 'La liste est-elle complète ?',
    completeNot: (mode) => `Rien n’établit que la liste est complète pour ${mode}.`,
    completeYes: (mode) => `La liste est dite complète pour ${mode}.`,
    clearText: 'Ce que l’exploitant détient en clair',
    clearTextNone: 'On ne sait rien de ce que l’exploitant détient en clair ; tout est présumé l’être.',
    promises: 'Engagements',
    sources: 'Sources',
    admitted: 'compté',
    lead2: 'trop faible pour être compté',
    wins: 'la plus forte de sa juridiction',
    belief: 'Crédibilité',
    beliefInEnd: 'Crédibilité de sa fin',
    newest: (day, days) =>
      days < 365
        ? `élément le plus récent : ${day}${plural(days, { 0: '', one: ` (${days} jour avant)`, other: ` (${days} jours avant)` })}`
        : `élément le plus récent : ${day} (${plural(days / 365, { one: `${format.decimal(days / 365, 1)} an`, other: `${format.decimal(days / 365, 1)} ans` })} avant)`,
    exposure: 'Exposition',
    data: 'Données',
    party: 'Qui',
    transfer: 'Instrument de transfert',
    safeguard: (kind, status) => `Garantie : ${kind}, ${status}`,
    effects: {
      lead: 'S’il est tenu :',
      moves: (path, to) => `${path} passe à : ${to}`,
      ends: (path) => `${path} prend fin`,
      adds: (path, safeguard) => `${path} reçoit : ${safeguard}`,
    },
    ended: (day) => `Pris fin le ${day}`,
    against: 'En sens contraire',
    grade: (reliability, credibility) => `${reliability}${credibility}`,
    gradeMeans: (reliability, credibility) => `fiabilité de la source ${reliability}, crédibilité ${credibility} (code de l’Amirauté)`,
    observed: 'constaté',
    published: 'publié',
    future: 'pas encore connu ce jour-là : non compté',
    noQuote: 'Les mots de la source ne sont pas consignés.',
    translation: 'En traduction',
    quoteTags: { held: 'vérifiée', erased: 'effacée', excerpt: 'extrait', unverified: 'non vérifiée' },
    quoteStates: {
      held: 'Ces mots figurent dans une capture conservée : vérifiés.',
      erased: 'Ces mots figuraient dans une capture effacée depuis.',
      excerpt: 'La place est indiquée dans un texte qui n’est pas conservé ici : non vérifiés.',
      unverified: 'Acceptés de confiance : aucune capture n’est indiquée.',
    },
    statement: {
      'third-party': 'tiers',
      platform: 'propos de la plateforme',
      'platform-accountable': 'propos de la plateforme engageant sa responsabilité',
    },
    due: (day) => `échéance : ${day}`,
    announced: (day) => `annoncé le ${day}`,
    empty: 'Rien n’est consigné.',
    evidence: (count) => plural(count, { one: `${count} élément de preuve`, other: `${count} éléments de preuve` }),
  },
};
