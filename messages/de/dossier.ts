import type { DossierTexts } from '../en/dossier.ts';
import { words } from './console/words.ts';
import { format } from './format.ts';
import { places } from './places.ts';

const { modes, dataClasses, tools, safeguards, statuses, stakes, incidentKinds, bands, contributors } = words;

export const dossierTexts: DossierTexts = {
  format,
  place: places.name,
  words: { modes, dataClasses, tools, safeguards, statuses, stakes, incidentKinds, bands, contributors: contributors as Record<string, string> },
  title: (platform) => `Gründe für einen Entscheidungsvorschlag zu ${platform}`,
  lead: 'Sie sehen hier die Tatsachen, die Zitate, deren Quellen und den Score, auf denen die Entscheidung beruht, damit Sie zu jeder Tatsache sagen können, ob sie zutrifft (Charta der Grundrechte der Europäischen Union, Artikel 41 Absatz 2 Buchstabe a). Bezeichnen Sie jede Tatsache mit ihrer Nummer in dieser Liste.',
  answer:
    'Zu jeder Tatsache können Sie sagen: Sie trifft zu; sie trifft nicht zu; es verhält sich anders; sie besteht nicht mehr; sie wird enden. Was Sie beweisen, wird zu einer Tatsache wie jede andere.',
  decision: 'Was vorgeschlagen ist',
  kinds: { allow: 'Die Nutzung wird erlaubt', limit: 'Die Nutzung wird eingeschränkt', suspend: 'Die Nutzung wird ausgesetzt' },
  scopes: { 'corporate-device': 'dienstliche Geräte', 'enrolled-personal-device': 'registrierte private Geräte' },
  rows: {
    devices: 'Geräte',
    effective: 'Ab',
    enforced: 'Die Geräte sperren die App ab',
    expires: 'Bis',
    consequence: 'Folge',
    conditions: 'Bedingungen',
    apps: 'Apps',
    party: 'Betreiber',
    parent: 'Muttergesellschaft',
  },
  score: 'Score',
  scored: (of) =>
    `Von 100 Punkten, wobei mehr ein höheres Risiko bedeutet: ${of.point} (zwischen ${of.low} und ${of.high}), Stufe „${of.band}“, nach der Methode ${of.method}, am ${of.asOf}.`,
  contributes: (points, of, path) => `${points} Punkte: ${of} (${path})`,
  facts: 'Tatsachen',
  paths: 'Wer die Daten speichert oder Zugang zu ihnen hat',
  incidents: 'Vorfälle',
  complete: 'Vollständige Listen',
  clearText: 'Was der Betreiber im Klartext hat',
  commitments: 'Angekündigte Maßnahmen',
  data: (classes) => `Daten: ${classes}`,
  upTo: (low, high) => `${low} bis ${high}`,
  party: (name) => `durch ${name}`,
  transfer: (tool) => `Übermittlung auf Grundlage von: ${tool}`,
  safeguard: (kind, status) => `${kind}, ${status}`,
  ended: (day) => `beendet am ${day}`,
  on: (day) => `am ${day}`,
  due: (day) => `fällig am ${day}`,
  stances: { supports: '', contradicts: 'Dagegen: ', reserves: 'Vorbehaltenes Recht: ' },
  source: (of) => `${of.publisher}: ${of.title}, ${of.published} (Bewertung ${of.grade})`,
  sealed: 'Dieser Text gehört zur Akte mit dem Hashwert (SHA-256)',
};
