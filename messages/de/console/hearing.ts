import type { hearing as English } from '../../en/console/hearing.ts';
import { hearingTexts } from '../hearing.ts';

export const hearing: typeof English = {
  ...hearingTexts,
  title: 'Anhörung',
  lead: 'Eine Aussetzung wird genehmigt, sobald die Partei geantwortet hat oder ihre Frist abgelaufen ist.',
  dossier: 'Akte für die Partei',
  how: 'Wie die Partei gehört wird',
  kinds: { held: 'Über die Gründe benachrichtigt', afterwards: 'Nachträglich, weil es dringend ist', waived: 'Gar nicht, durch zwei Personen' },
  fields: { to: 'An welche Stelle der Partei', deadline: 'Kann antworten bis', by: 'Spätestens benachrichtigt am', reason: 'Grund' },
  send: 'Aufzeichnen',
  confirm: 'Bestätigen, dass die Partei nicht gehört wird',
  answers: 'Was die Partei geantwortet hat',
  letter: 'Schreiben',
  kindsOfStatement: { confirmed: 'bestätigt', disputed: 'bestritten', corrected: 'berichtigt', ended: 'beendet', planned: 'wird enden' },
};
