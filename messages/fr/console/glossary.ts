import type { glossary as English } from '../../en/console/glossary.ts';

/** Les termes de la méthode. */
export const glossary: typeof English = {
  title: 'Glossaire',
  what: (term) => `Que signifie « ${term} » ?`,
  more: 'Dans la méthode',
  go: 'Comment le score est établi : la méthode et ses termes',
  terms: {
    point: {
      name: 'Valeur',
      means: 'Ce qui est établi, de 0 à 100 : jusqu’où un État hors UE/EEE accède aux données des utilisateurs de l’UE d’après les preuves.',
    },
    range: {
      name: 'Fourchette',
      means: 'De la thèse de la plateforme, si tout ce qu’elle affirme est vrai, à ce qui ne peut être exclu de ce qui a été désigné.',
    },
    open: {
      name: 'Ouvert',
      means: 'Jusqu’où cela pourrait aller par des lieux et des personnes que personne n’a désignés, faute de liste établie comme complète.',
    },
    band: {
      name: 'Classe',
      means: 'Un nom pour la valeur, de minimale à grave. Non noté : trop peu a été examiné, ce qui ne se lit jamais comme faible.',
    },
    gate: { name: 'Conclusion', means: 'Ce que les chiffres appellent, d’un outil ou d’une décision. Elle ne décide rien.' },
    confidence: { name: 'Confiance', means: 'L’étroitesse de la fourchette : élevée sous 15 points, très faible à partir de 60.' },
    belief: { name: 'Crédibilité', means: 'À quel point les preuves portent un fait : chacune pèse selon sa source, sa cote et son âge.' },
    hazard: {
      name: 'Pouvoir de contrainte',
      means:
        'À quel point un État peut contraindre ceux qui relèvent de son droit à livrer des données, de 0 à 1, d’après le registre daté du droit.',
    },
    'not-excluded': {
      name: 'Non exclu',
      means: 'La valeur peut se situer entre ces deux bornes, car des éléments du droit sont inconnus ou n’ont pas été lus à la source.',
    },
    law: {
      name: 'Droit',
      means: 'Ce que retire un outil de transfert ou une décision d’adéquation : moitié si elle est en vigueur, presque rien pour un contrat.',
    },
    mode: {
      name: 'Mode',
      means:
        'Par quelle voie les données sont atteintes : conservation, accès du personnel, contrôle de la société, sous-traitant ou code de l’application.',
    },
    data: { name: 'Données', means: 'La plus haute catégorie de données atteinte, des données publiques au contenu privé.' },
    technology: { name: 'Technique', means: 'Ce que laissent les garanties techniques établies, comme le chiffrement de bout en bout.' },
    organisation: { name: 'Organisation', means: 'Ce que laissent les garanties organisationnelles établies, comme la journalisation des accès.' },
    exposure: {
      name: 'Exposition',
      means:
        'Crédibilité × pouvoir de contrainte × droit × mode × données × technique × organisation, pour une voie. La plus forte de chaque juridiction compte.',
    },
    grade: {
      name: 'Cote',
      means:
        'Le code de l’Amirauté : une lettre pour la source, de A fiable à F non évaluable, et un chiffre pour l’élément, de 1 confirmé à 6 non évaluable.',
    },
    counted: { name: 'Retenu', means: 'Assez est établi ou réservé pour que le fait compte. Trop faible, c’est une piste : montrée, non comptée.' },
    clear: { name: 'En clair', means: 'Ce que l’exploitant lui-même peut lire, quel que soit le chiffrement en chemin ou sur disque.' },
  },
};
