import type { jurisdiction as English } from '../../en/console/jurisdiction.ts';
import { plural } from '../format.ts';

export const jurisdiction: typeof English = {
  reaches: 'Plateformes accessibles de là',
  none: 'Aucun score publié n’y conduit.',
  history: 'Le pouvoir de contrainte au fil du temps',
  historyWords: (name, from, to, count) =>
    `${name} : ${plural(count, { one: `${count} état du droit`, other: `${count} états du droit` })} au registre, du ${from} au ${to}.`,
  columns: {
    from: 'Du',
    to: 'Au',
    hazard: 'Pouvoir de contrainte',
    adequacy: 'Adéquation',
    note: 'Ce qui a changé',
    item: 'Point',
    value: 'Réponse',
    basis: 'Sur quel fondement',
  },
  law: 'Le droit en vigueur',
  noRow: 'Le registre n’a pas de ligne pour ce jour : le pouvoir de contrainte est de 0,40, entre 0 et 1.',
  answers: { yes: 'oui', partly: 'en partie', no: 'non', unknown: 'inconnu' },
  unread: 'non lu dans la source',
  knownFrom: (day) => `pouvait être connu à partir du ${day}`,
  items: {
    dutyToAssist: 'Obligation d’assistance',
    bulkPower: 'Pouvoir sur des données en masse',
    reachAbroad: 'Portée sur les données à l’étranger',
    secrecy: 'Secret',
    noPriorAuthorisation: 'Absence d’autorisation préalable',
    oversight: 'Contrôle indépendant',
    redress: 'Voies de recours',
    ruleOfLaw: 'État de droit',
    convention108: 'Convention 108',
    oecdDeclaration: 'Déclaration de l’OCDE',
    offensiveCyberProgramme: 'Programme cyber offensif',
    adequacy: 'Décision d’adéquation',
  },
  adequacies: {
    full: 'entière',
    dpf: 'cadre de protection des données UE–États-Unis',
    'privacy-shield': 'bouclier de protection des données',
    pipeda: 'LPRPDE (Canada)',
  },
  index: (name, year) => `${name}, ${year}`,
  indices: {
    wjp_sf46_arbitrary_interference_with_privacy: 'Indice de l’état de droit du WJP, 4.6 (absence d’ingérence arbitraire dans la vie privée)',
    vdem_liberal_democracy_v2x_libdem: 'Indice de démocratie libérale de V-Dem',
  },
  categories: {
    'convention-108': 'partie à la Convention 108',
    'convention-108-plus-ratification': 'a ratifié la Convention 108+',
    'oecd-government-access-declaration': 'adhère à la déclaration de l’OCDE sur l’accès des pouvoirs publics',
    'adequacy-decision': 'décision d’adéquation',
  },
  inForce: 'en vigueur aujourd’hui',
  open: 'aujourd’hui',
  start: 'l’origine',
};
