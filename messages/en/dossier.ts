import type { Name } from '../parameters.ts';
import { words } from './console/words.ts';
import { format } from './format.ts';
import { places } from './places.ts';

const { modes, dataClasses, tools, safeguards, statuses, stakes, incidentKinds, bands, contributors } = words;

/** The case as the party of a decision reads it. */
export const dossierTexts = {
  format,
  place: places.name,
  words: { modes, dataClasses, tools, safeguards, statuses, stakes, incidentKinds, bands, contributors: contributors as Record<string, string> },
  title: (platform: Name) => `Grounds of a proposed decision on ${platform}`,
  lead: 'You are shown the facts, the quotes, their sources and the score that the decision rests on, so that you can say of each fact whether it is right (Charter of Fundamental Rights of the European Union, Article 41(2)(a)). Name each fact by its number of this list.',
  answer:
    'For each fact you may say: it is so; it is not so; it is otherwise; it has ended; it will end. What you prove becomes a fact like any other.',
  decision: 'What is proposed',
  kinds: { allow: 'The use is allowed', limit: 'The use is limited', suspend: 'The use is suspended' },
  scopes: { 'corporate-device': 'corporate devices', 'enrolled-personal-device': 'enrolled personal devices' },
  rows: {
    devices: 'Devices',
    effective: 'From',
    enforced: 'Devices block the app from',
    expires: 'Until',
    consequence: 'What follows',
    conditions: 'Conditions',
    apps: 'Apps',
    party: 'Operator',
    parent: 'Parent',
  },
  score: 'Score',
  scored: (of: { point: string; low: string; high: string; band: string; method: string; asOf: string }) =>
    `Of 100 points, where more is riskier: ${of.point} (between ${of.low} and ${of.high}), class “${of.band}”, by the method ${of.method}, on ${of.asOf}.`,
  contributes: (points: string, of: Name, path: string) => `${points} points: ${of} (${path})`,
  facts: 'Facts',
  paths: 'Who keeps or reaches the data',
  incidents: 'Incidents',
  complete: 'Lists that are complete',
  clearText: 'What the operator holds in the clear',
  commitments: 'Announced measures',
  data: (classes: string) => `data: ${classes}`,
  upTo: (low: string, high: string) => `${low} to ${high}`,
  party: (name: string) => `by ${name}`,
  transfer: (tool: string) => `transfer by ${tool}`,
  safeguard: (kind: string, status: string) => `${kind}, ${status}`,
  ended: (day: string) => `ended on ${day}`,
  on: (day: string) => `on ${day}`,
  due: (day: string) => `due on ${day}`,
  stances: { supports: '', contradicts: 'Against it: ', reserves: 'A right that is reserved: ' },
  source: (of: { publisher: string; title: string; published: string; grade: string }) =>
    `${of.publisher}: ${of.title}, ${of.published} (grade ${of.grade})`,
  sealed: 'This text is of the dossier with the hash (SHA-256)',
};
export type DossierTexts = typeof dossierTexts;
