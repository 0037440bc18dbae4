import type { glossary as English } from '../../en/console/glossary.ts';

/** Die Begriffe der Methode. */
export const glossary: typeof English = {
  title: 'Glossar',
  what: (term) => `Was bedeutet „${term}“?`,
  more: 'In der Methode',
  go: 'Wie der Wert entsteht: die Methode und ihre Begriffe',
  terms: {
    point: {
      name: 'Punkt',
      means: 'Was bewiesen ist, von 0 bis 100: wie weit ein Staat außerhalb von EU und EWR nach den Belegen an Daten von Nutzern in der EU kommt.',
    },
    range: {
      name: 'Spanne',
      means: 'Von dem, was gilt, wenn alle Angaben der Plattform stimmen, bis zu dem, was sich vom Genannten nicht ausschließen lässt.',
    },
    open: {
      name: 'Offen',
      means: 'Wie weit es über Orte und Personen gehen könnte, die niemand genannt hat, weil keine Liste als vollständig bewiesen ist.',
    },
    band: {
      name: 'Stufe',
      means: 'Ein Name für den Punkt, von minimal bis sehr hoch. Nicht eingestuft: Es wurde zu wenig angesehen; das gilt nie als niedrig.',
    },
    gate: { name: 'Schwelle', means: 'Was die Zahlen von einem Werkzeug oder einer Entscheidung verlangen. Sie entscheidet nichts.' },
    confidence: { name: 'Verlässlichkeit', means: 'Wie eng die Spanne ist: hoch unter 15 Punkten, sehr niedrig ab 60.' },
    belief: { name: 'Glaube', means: 'Wie weit die Belege eine Tatsache tragen: Jeder wiegt nach Quelle, Glaubhaftigkeit und Alter.' },
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
      name: 'Art',
      means:
        'Auf welche Art die Daten erreicht werden: dort gespeichert, Zugriff von Beschäftigten, Kontrolle der Firma, Unterauftragnehmer oder Programmcode.',
    },
    data: { name: 'Daten', means: 'Die höchste erreichte Art von Daten, von öffentlichen bis zu privaten Inhalten.' },
    technology: { name: 'Technik', means: 'Was bewiesene technische Schutzmaßnahmen übrig lassen, etwa Ende-zu-Ende-Verschlüsselung.' },
    organisation: { name: 'Organisation', means: 'Was bewiesene organisatorische Maßnahmen übrig lassen, etwa Protokolle der Zugriffe.' },
    exposure: {
      name: 'Exposition',
      means: 'Glaube × Zugriffsmacht × Recht × Art × Daten × Technik × Organisation eines Wegs. Je Rechtsordnung zählt der stärkste.',
    },
    grade: {
      name: 'Einstufung',
      means:
        'Der Admiralitätscode: ein Buchstabe für die Quelle, von A verlässlich bis F nicht zu beurteilen, eine Ziffer für den Beleg, von 1 bestätigt bis 6 nicht zu beurteilen.',
    },
    counted: {
      name: 'Gezählt',
      means: 'Genug ist bewiesen oder vorbehalten, damit die Tatsache zählt. Was zu schwach ist, ist ein Hinweis: gezeigt, nicht gezählt.',
    },
    clear: { name: 'Im Klartext', means: 'Was der Betreiber selbst lesen kann, gleich was unterwegs oder auf der Platte verschlüsselt ist.' },
  },
};
