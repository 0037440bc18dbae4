import type { inbox as English } from '../../en/console/inbox.ts';
import { plural } from '../format.ts';

export const inbox: typeof English = {
  title: 'Zu erledigen',
  lead: (n) => plural(n, { 0: 'Nichts wartet auf Sie.', one: 'Eines wartet auf Sie.', other: `${n} Dinge warten auf Sie, das Dringendste zuerst.` }),
  most: (shown, all) =>
    `Nur die ersten ${shown} von ${all} sind aufgeführt. Die übrigen folgen, wenn diese erledigt sind; die Befehlszeile führt alle auf.`,
  drafts: 'Entwürfe in diesem Browser',
  you: 'Sie',
  columns: { what: 'Was', why: 'Warum', until: 'Wann', by: 'Von oder für' },
  kinds: {
    'exports-withheld': 'Exporte zurückgehalten',
    broken: 'Aufzeichnung beschädigt',
    'decision-waits': 'Wartet auf Ihr Wort',
    overdue: 'Überprüfungen überfällig',
    'to-check': 'Einreichungen zu prüfen',
    'consumer-failing': 'Richtlinienwerkzeuge mit Fehlern',
    'consumer-behind': 'Richtlinienwerkzeuge im Rückstand',
    'consumer-missing': 'Richtlinienwerkzeuge ohne Bericht',
    'set-aside': 'Nicht lesbar',
    'review-open': 'Überprüfungen offen',
    'due-soon': 'Überprüfungen bald fällig',
    'gate-undecided': 'Einschränkungen ohne Entscheidung',
    'undecided-apps': 'Apps, die keine Entscheidung nennt',
    'decision-ends': 'Entscheidungen, die enden',
    'exemption-ends': 'Ausnahmen, die enden',
    draft: 'Ihre Entwürfe',
    'never-assessed': 'Nie bewertet',
    'not-watched': 'Bedingungen nicht beobachtet',
  },
  asks: { allow: 'Erlauben', limit: 'Beschränken', suspend: 'Aussetzen', end: 'Die Entscheidung beenden' },
  forms: { assessment: 'Bewertung', profile: 'Profil', proposal: 'Vorschlag einer Entscheidung' },
  revision: (revision) => `Revision ${revision}`,
  assigned: (person) => `Für ${person}`,
  attend: {
    title: 'Zuweisen oder zurückstellen',
    take: 'Ich übernehme es',
    assign: 'Zuweisen',
    to: 'Kennung einer Person, die schon gehandelt hat',
    snooze: 'Zurückstellen',
    until: 'Bis zu welchem Tag, höchstens 90 Tage voraus',
    reason: 'Warum es warten kann',
  },
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
