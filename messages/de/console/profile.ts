import type { profile as English } from '../../en/console/profile.ts';

export const profile: typeof English = {
  title: (name) => `Profil: ${name}`,
  newTitle: 'Plattform hinzufügen',
  lead: 'Kennung, Name und Betreiber sind nötig; das Übrige hilft, sie zu finden, und ihre App-Kennungen sind das, was Entscheidungen nennen.',
  fields: {
    id: 'Kennung, in Kleinbuchstaben',
    name: 'Name',
    operator: 'Betreiber: wer für die Daten der EU-Nutzer einsteht',
    parent: 'Oberste Muttergesellschaft',
    homepage: 'Startseite',
    'apps.android': 'Android-App-Kennungen, eine je Zeile',
    'apps.ios': 'iOS-App-Kennungen, eine je Zeile',
    'apps.web': 'Domains, eine je Zeile',
    euMonthlyUsers: 'Monatliche Nutzer in der EU',
    vlopSince: 'Sehr große Online-Plattform seit',
    'reviewEveryDays.days': 'Überprüfung alle so viele Tage, 7 bis 365, statt des von der Stufe verlangten Abstands',
    'reviewEveryDays.reason': 'Warum in diesem Abstand',
    note: 'Anmerkung',
  },
  save: 'Speichern',
  saved: 'Gespeichert.',
  conflict: {
    title: 'Jemand anderes hat es geändert, während Sie schrieben',
    body: 'Wählen Sie Feld für Feld, was bleiben soll. Vorher wird nichts gespeichert.',
    theirs: 'Die andere Fassung',
    mine: 'Meine Fassung',
    save: 'Meine Auswahl speichern',
    same: 'Ihre und die anderen Änderungen betreffen kein gemeinsames Feld; beim Speichern bleiben beide erhalten.',
  },
  empty: '(leer)',
};
