import type { dossier as English } from '../../../en/console/platform/dossier.ts';
import { format, plural } from '../../format.ts';

export const dossier: typeof English = {
  pathTitle: (places, mode) => `${places}: ${mode}`,
  dossier: {
    lead: 'Jede Tatsache mit den Worten ihrer Quelle. Gewogen wird, was andere nachprüfen können.',
    stored: 'Wo die Daten liegen',
    reached: 'Wer an sie gelangen kann',
    incidents: 'Vorfälle',
    complete: 'Ist die Liste vollständig?',
    completeNot: (mode) => `Es gibt keinen Beleg, dass die Liste vollständig ist für: ${mode}.`,
    completeYes: (mode) => `Die Liste soll vollständig sein für: ${mode}.`,
    clearText: 'Was der Betreiber im Klartext besitzt',
    clearTextNone: 'Was der Betreiber im Klartext besitzt, ist nicht bekannt; angenommen wird alles.',
    promises: 'Zusagen',
    sources: 'Quellen',
    admitted: 'gezählt',
    lead2: 'zu schwach, um gezählt zu werden',
    wins: 'der stärkste seiner Rechtsordnung',
    belief: 'Glaubhaftigkeit',
    beliefInEnd: 'Glaubhaftigkeit seines Endes',
    newest: (day, days) =>
      days < 365
        ? `neuester Beleg ${day}${plural(days, { 0: '', one: ' (1 Tag davor)', other: ` (${days} Tage davor)` })}`
        : `neuester Beleg ${day} (${plural(days / 365, { one: `${format.decimal(days / 365, 1)} Jahr`, other: `${format.decimal(days / 365, 1)} Jahre` })} davor)`,
    exposure: 'Exposition',
    data: 'Daten',
    party: 'Wer',
    transfer: 'Übermittlungsinstrument',
    safeguard: (kind, status) => `Garantie: ${kind}, ${status}`,
    effects: {
      lead: 'Wird sie eingehalten:',
      moves: (path, to) => `${path} wechselt nach: ${to}`,
      ends: (path) => `${path} endet`,
      adds: (path, safeguard) => `${path} erhält: ${safeguard}`,
    },
    ended: (day) => `Beendet am ${day}`,
    against: 'Dagegen',
    grade: (reliability, credibility) => `${reliability}${credibility}`,
    gradeMeans: (reliability, credibility) => `Zuverlässigkeit der Quelle ${reliability}, Glaubwürdigkeit ${credibility} (Admiralty Code)`,
    observed: 'festgestellt',
    published: 'veröffentlicht',
    future: 'an diesem Tag noch nicht bekannt: nicht gezählt',
    noQuote: 'Die Worte der Quelle sind nicht erfasst.',
    translation: 'In Übersetzung',
    quoteTags: { held: 'geprüft', erased: 'gelöscht', excerpt: 'Auszug', unverified: 'ungeprüft' },
    quoteStates: {
      held: 'Diese Worte stehen in einer aufbewahrten Aufnahme: geprüft.',
      erased: 'Diese Worte standen in einer Aufnahme, die seither gelöscht wurde.',
      excerpt: 'Die Stelle liegt in einem Text, der hier nicht aufbewahrt wird: nicht geprüft.',
      unverified: 'Auf Treu und Glauben übernommen: Es ist keine Aufnahme genannt.',
    },
    statement: {
      'third-party': 'Dritte',
      platform: 'eigene Worte der Plattform',
      'platform-accountable': 'die Plattform, mit Haftung für die Aussage',
    },
    due: (day) => `fällig am ${day}`,
    announced: (day) => `angekündigt am ${day}`,
    empty: 'Nichts erfasst.',
    evidence: (count) => plural(count, { one: '1 Beleg', other: `${count} Belege` }),
  },
};
