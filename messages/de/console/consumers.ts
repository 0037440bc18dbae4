import type { consumers as English } from '../../en/console/consumers.ts';
import { plural } from '../format.ts';

export const consumers: typeof English = {
  title: 'Abnehmer',
  lead: 'Die Richtlinienwerkzeuge, die die Exporte abrufen: was jedes hat und wie alt es ist.',
  empty: 'Noch hat sich kein Richtlinienwerkzeug gemeldet.',
  columns: {
    consumer: 'Werkzeug',
    by: 'Meldet sich als',
    revision: 'Vorhandene Revision',
    seen: 'Zuletzt gemeldet',
    error: 'Letzter Fehler',
    current: 'Zustand',
    devices: 'Durchgesetzt auf',
  },
  silent: 'meldet sich nicht',
  enforcing: (enforcing, devices) => plural(devices, { one: `${enforcing} von 1 Gerät`, other: `${enforcing} von ${devices} Geräten` }),
  every: (seconds) => `alle ${seconds} s`,
  missing: 'Erwartet, aber es kam keine Meldung',
  served: 'Jetzt ausgeliefert: Revision',
  dataAsOf: (time) => `nach Daten vom ${time} UTC`,
  freshUntil: (time) => `aktuell bis ${time} UTC`,
  staleSince: (time) => `veraltet seit ${time} UTC`,
  withheld: 'Eine neuere Revision wird zurückgehalten',
  noRevision: 'Noch wurde keine Revision der Exporte erstellt.',
  behind: 'im Rückstand',
  ahead: 'hat eine Revision, die nicht hier erstellt wurde',
  isCurrent: 'aktuell',
  catchingUp: 'noch nicht die neueste',
  revisionsBehind: (count) => plural(count, { one: 'eine Revision im Rückstand', other: `${count} Revisionen im Rückstand` }),
  since: 'seit',
  configure: 'Konfiguration zum Kopieren',
  configureLead:
    'Jedes Werkzeug fragt immer wieder mit seinem eigenen Token, das das Recht „Exporte lesen“ braucht. Solange sich nichts geändert hat, ist die Antwort ein kurzes 304.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyWhat: (tool) => `Konfiguration für ${tool} kopieren`,
};
