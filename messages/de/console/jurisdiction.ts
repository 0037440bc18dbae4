import type { jurisdiction as English } from '../../en/console/jurisdiction.ts';
import { plural } from '../format.ts';

export const jurisdiction: typeof English = {
  reaches: 'Von dort erreichbare Plattformen',
  none: 'Kein veröffentlichter Score reicht von dort.',
  history: 'Zugriffsmacht im Zeitverlauf',
  historyWords: (name, from, to, count) =>
    `${name}: ${plural(count, { one: 'ein Rechtsstand', other: `${count} Rechtsstände` })} im Register, von ${from} bis ${to}.`,
  columns: {
    from: 'Von',
    to: 'Bis',
    hazard: 'Zugriffsmacht',
    adequacy: 'Angemessenheit',
    note: 'Was sich änderte',
    item: 'Punkt',
    value: 'Antwort',
    basis: 'Auf welcher Grundlage',
  },
  law: 'Das geltende Recht',
  noRow: 'Das Register hat für diesen Tag keine Zeile: Die Zugriffsmacht beträgt 0,40, zwischen 0 und 1.',
  answers: { yes: 'ja', partly: 'teilweise', no: 'nein', unknown: 'nicht bekannt' },
  unread: 'nicht in der Quelle gelesen',
  knownFrom: (day) => `konnte ab dem ${day} bekannt sein`,
  items: {
    dutyToAssist: 'Mitwirkungspflicht',
    bulkPower: 'Befugnis zu Massendaten',
    reachAbroad: 'Zugriff auf Daten im Ausland',
    secrecy: 'Geheimhaltung',
    noPriorAuthorisation: 'Keine vorherige Genehmigung',
    oversight: 'Unabhängige Aufsicht',
    redress: 'Rechtsbehelfe',
    ruleOfLaw: 'Rechtsstaatlichkeit',
    convention108: 'Übereinkommen 108',
    oecdDeclaration: 'OECD-Erklärung',
    offensiveCyberProgramme: 'Offensives Cyberprogramm',
    adequacy: 'Angemessenheitsbeschluss',
  },
  adequacies: { full: 'voll', dpf: 'Datenschutzrahmen EU–USA', 'privacy-shield': 'EU-US-Datenschutzschild', pipeda: 'PIPEDA (Kanada)' },
  index: (name, year) => `${name}, ${year}`,
  indices: {
    wjp_sf46_arbitrary_interference_with_privacy: 'Rechtsstaatlichkeitsindex des WJP, 4.6 (keine willkürlichen Eingriffe in die Privatsphäre)',
    vdem_liberal_democracy_v2x_libdem: 'V-Dem-Index der liberalen Demokratie',
  },
  categories: {
    'convention-108': 'Vertragspartei des Übereinkommens 108',
    'convention-108-plus-ratification': 'hat das Übereinkommen 108+ ratifiziert',
    'oecd-government-access-declaration': 'hat sich der OECD-Erklärung zum staatlichen Zugang angeschlossen',
    'adequacy-decision': 'Angemessenheitsbeschluss',
  },
  inForce: 'heute in Kraft',
  open: 'heute',
  start: 'der Anfang',
};
