import type { profile as English } from '../../en/console/profile.ts';

export const profile: typeof English = {
  title: (name) => `Profil : ${name}`,
  newTitle: 'Ajouter une plateforme',
  lead: 'Identifiant, nom et exploitant sont requis ; le reste aide à la trouver, et ses identifiants d’applications sont ce que désignent les décisions.',
  fields: {
    id: 'Identifiant, en minuscules',
    name: 'Nom',
    operator: 'Exploitant : qui répond des données des utilisateurs de l’UE',
    parent: 'Société mère ultime',
    homepage: 'Page d’accueil',
    'apps.android': 'Identifiants d’applications Android, un par ligne',
    'apps.ios': 'Identifiants d’applications iOS, un par ligne',
    'apps.web': 'Domaines, un par ligne',
    euMonthlyUsers: 'Utilisateurs mensuels dans l’UE',
    vlopSince: 'Très grande plateforme en ligne depuis',
    'reviewEveryDays.days': 'Réexamen tous les tant de jours, de 7 à 365, au lieu de ce qu’exige sa classe',
    'reviewEveryDays.reason': 'Pourquoi cet intervalle',
    note: 'Note',
  },
  save: 'Enregistrer',
  saved: 'Enregistré.',
  conflict: {
    title: 'Quelqu’un d’autre l’a modifié pendant que vous écriviez',
    body: 'Choisissez, champ par champ, ce qu’il faut garder. Rien n’est enregistré auparavant.',
    theirs: 'Le leur',
    mine: 'Le mien',
    save: 'Enregistrer mes choix',
    same: 'Vos modifications et les leurs ne touchent aucun champ commun ; l’enregistrement garde les deux.',
  },
  empty: '(vide)',
};
