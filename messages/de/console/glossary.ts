import type { glossary as English } from '../../en/console/glossary.ts';

/** Die Begriffe der Methode. */
export const glossary: typeof English = {
  title: 'Glossar',
  what: (term) => `Was bedeutet „${term}“?`,
  more: 'In der Methode',
  go: 'Wie der Wert entsteht: die Methode und ihre Begriffe',
  terms: {
    point: {
      name: 'Wert',
      means:
        'Was nachgewiesen ist, von 0 bis 100: wie weit ein Staat außerhalb von EU und EWR nach den Belegen an Daten von Nutzern in der EU kommt.',
    },
    range: {
      name: 'Spanne',
      means: 'Von dem, was gilt, wenn alle Angaben der Plattform stimmen, bis zu dem, was sich vom Genannten nicht ausschließen lässt.',
    },
    open: {
      name: 'Offen',
      means: 'Wie weit es über Orte und Personen gehen könnte, die niemand genannt hat, weil keine Liste als vollständig nachgewiesen ist.',
    },
    band: {
      name: 'Stufe',
      means: 'Ein Name für den Wert, von minimal bis schwerwiegend. Nicht eingestuft: Es wurde zu wenig geprüft; das gilt nie als niedrig.',
    },
    gate: { name: 'Ergebnis', means: 'Was die Zahlen von einem Werkzeug oder einer Entscheidung verlangen. Es entscheidet nichts.' },
    confidence: { name: 'Verlässlichkeit', means: 'Wie eng die Spanne ist: hoch unter 15 Punkten, sehr niedrig ab 60.' },
    belief: { name: 'Glaubhaftigkeit', means: 'Wie weit die Belege eine Tatsache tragen: Jeder wiegt nach Quelle, Einstufung und Alter.' },
    hazard: {
      name: 'Zugriffsmacht',
      means:
        'Wie weit ein Staat jene, die seinem Recht unterstehen, zur Herausgabe von Daten zwingen kann, von 0 bis 1, nach dem datierten Rechtsregister.',
    },
    'not-excluded': {
      name: 'Nicht ausgeschlossen',
      means: 'Dazwischen kann der Wert liegen, weil Teile des Rechts nicht bekannt sind oder nicht in der Quelle gelesen wurden.',
    },
    law: {
      name: 'Recht',
      means: 'Was ein Übermittlungsinstrument oder ein Angemessenheitsbeschluss abzieht: die Hälfte, wo einer gilt, fast nichts bei einem Vertrag.',
    },
    mode: {
      name: 'Modus',
      means:
        'Auf welchem Wege die Daten erreicht werden: Speicherung, Zugang von Personal, Beherrschung des Unternehmens, Auftragsverarbeiter oder Code der App.',
    },
    data: { name: 'Daten', means: 'Die höchste erreichte Art von Daten, von öffentlichen bis zu privaten Inhalten.' },
    technology: { name: 'Technik', means: 'Was nachgewiesene technische Schutzmaßnahmen übrig lassen, etwa Ende-zu-Ende-Verschlüsselung.' },
    organisation: { name: 'Organisation', means: 'Was nachgewiesene organisatorische Maßnahmen übrig lassen, etwa Protokolle der Zugriffe.' },
    exposure: {
      name: 'Exposition',
      means: 'Glaubhaftigkeit × Zugriffsmacht × Recht × Modus × Daten × Technik × Organisation eines Weges. Je Rechtsordnung zählt der stärkste.',
    },
    grade: {
      name: 'Einstufung',
      means:
        'Der Admiralitätscode: ein Buchstabe für die Quelle, von A verlässlich bis F nicht zu beurteilen, eine Ziffer für den Beleg, von 1 bestätigt bis 6 nicht zu beurteilen.',
    },
    counted: {
      name: 'Gezählt',
      means: 'Genug ist nachgewiesen oder vorbehalten, damit die Tatsache zählt. Was zu schwach ist, ist ein Hinweis: gezeigt, nicht gezählt.',
    },
    clear: { name: 'Im Klartext', means: 'Was der Betreiber selbst lesen kann, gleich was unterwegs oder auf der Platte verschlüsselt ist.' },
  },
};
