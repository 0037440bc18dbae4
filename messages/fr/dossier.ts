import type { DossierTexts } from '../en/dossier.ts';
import { words } from './console/words.ts';
import { format } from './format.ts';
import { places } from './places.ts';

const { modes, dataClasses, tools, safeguards, statuses, stakes, incidentKinds, bands, contributors } = words;

export const dossierTexts: DossierTexts = {
  format,
  place: places.name,
  words: { modes, dataClasses, tools, safeguards, statuses, stakes, incidentKinds, bands, contributors: contributors as Record<string, string> },
  title: (platform) => `Motifs d’un projet de décision concernant ${platform}`,
  lead: 'Vous trouverez ci-dessous les faits, les citations, leurs sources et le score sur lesquels repose la décision, afin que vous puissiez dire de chaque fait s’il est exact (Charte des droits fondamentaux de l’Union européenne, article 41, paragraphe 2, point a)). Désignez chaque fait par son numéro dans cette liste.',
  answer:
    'Pour chaque fait, vous pouvez dire : c’est exact ; ce n’est pas exact ; il en est autrement ; cela a pris fin ; cela prendra fin. Ce que vous prouvez devient un fait comme les autres.',
  decision: 'Ce qui est proposé',
  kinds: { allow: 'L’usage est autorisé', limit: 'L’usage est limité', suspend: 'L’usage est suspendu' },
  scopes: { 'corporate-device': 'appareils professionnels', 'enrolled-personal-device': 'appareils personnels enregistrés' },
  rows: {
    devices: 'Appareils',
    effective: 'À partir du',
    enforced: 'Blocage par les appareils à partir du',
    expires: 'Jusqu’au',
    consequence: 'Conséquence',
    conditions: 'Conditions',
    apps: 'Applications',
    party: 'Exploitant',
    parent: 'Société mère',
  },
  score: 'Score',
  scored: (of) =>
    `Sur 100 points, où davantage signifie plus de risque : ${of.point} (entre ${of.low} et ${of.high}), classe « ${of.band} », selon la méthode ${of.method}, au ${of.asOf}.`,
  contributes: (points, of, path) => `${points} points : ${of} (${path})`,
  facts: 'Faits',
  paths: 'Qui conserve les données ou y a accès',
  incidents: 'Incidents',
  complete: 'Listes complètes',
  clearText: 'Ce que l’exploitant détient en clair',
  commitments: 'Mesures annoncées',
  data: (classes) => `données : ${classes}`,
  upTo: (low, high) => `${low} à ${high}`,
  party: (name) => `par ${name}`,
  transfer: (tool) => `transfert fondé sur : ${tool}`,
  safeguard: (kind, status) => `${kind}, ${status}`,
  ended: (day) => `a pris fin le ${day}`,
  on: (day) => `le ${day}`,
  due: (day) => `prévu pour le ${day}`,
  stances: { supports: '', contradicts: 'En sens contraire : ', reserves: 'Droit réservé : ' },
  source: (of) => `${of.publisher} : ${of.title}, ${of.published} (cote ${of.grade})`,
  sealed: 'Ce texte est celui du dossier dont le hachage (SHA-256) est',
};
