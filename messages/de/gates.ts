import type { GATE_ASKS as English } from '../en/gates.ts';

export const GATE_ASKS: typeof English = {
  restrict: 'verlangt eine Entscheidung: Die Exposition ist nachgewiesen',
  precaution: 'verlangt eine Entscheidung oder eine Antwort: Eine schwerwiegende Exposition ist benannt und nicht ausgeschlossen',
  review: 'verlangt, dass ein Mensch sie prüft',
  unproven: 'verlangt die Listen: Nichts ist gegen sie benannt, und niemand hat gezeigt, dass es nichts geben kann',
  allow: 'verlangt nichts: Die Exposition ist nach oben begrenzt',
};
