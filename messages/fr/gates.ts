import type { GATE_ASKS as English } from '../en/gates.ts';

export const GATE_ASKS: typeof English = {
  restrict: 'appelle une décision : l’exposition est établie',
  precaution: 'appelle une décision ou une réponse : une exposition grave est désignée et n’est pas exclue',
  review: 'appelle l’examen d’une personne',
  unproven: 'appelle les listes : rien n’est désigné contre elle, et nul n’a montré que rien ne pourrait l’être',
  allow: 'n’appelle rien : l’exposition est bornée vers le haut',
};
