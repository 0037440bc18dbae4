import type { queue as English } from '../../en/console/queue.ts';
import { plural } from '../format.ts';

export const queue: typeof English = {
  title: 'Zu erledigen',
  lead: 'Was auf jemanden wartet, das Älteste zuerst.',
  overdue: 'Überfällig',
  due: 'Fällig',
  waiting: 'Wartet auf eine zweite Person',
  mine: 'Meines',
  drafts: 'Entwürfe in diesem Browser',
  columns: { platform: 'Plattform', reason: 'Grund', band: 'Stufe', days: 'Fällig', submitted: 'Eingereicht', by: 'Von', saved: 'Gespeichert' },
  nothing: {
    overdue: 'Nichts ist überfällig.',
    due: 'Heute ist nichts fällig.',
    waiting: 'Keine Einreichung wartet.',
    mine: 'Sie haben keinen Entwurf in diesem Browser und keine wartende Einreichung.',
  },
  open: 'Öffnen',
  assess: 'Neu bewerten',
  check: 'Prüfen',
  goOn: 'Fortfahren',
  yours: 'Ihre',
  health: {
    title: 'Wie die Überprüfungen Schritt halten',
    words: (overdue, oldest, next) =>
      [
        plural(overdue, {
          0: 'Keine Überprüfung ist überfällig.',
          one: `Eine Überprüfung ist überfällig; fällig war sie ${oldest}.`,
          other: `${overdue} Überprüfungen sind überfällig; die älteste war ${oldest} fällig.`,
        }),
        plural(next, {
          0: 'In den nächsten zwölf Wochen wird keine fällig.',
          one: 'In den nächsten zwölf Wochen wird eine fällig.',
          other: `In den nächsten zwölf Wochen werden ${next} fällig.`,
        }),
      ].join(' '),
    columns: { week: 'Woche vom', due: 'Fällige Überprüfungen' },
    before: 'überfällig',
  },
};
