import type { Count, Name } from '../../parameters.ts';
import { plural } from '../format.ts';

/** One jurisdiction and its law over time. */
export const jurisdiction = {
  reaches: 'Platforms reached from there',
  none: 'No published score reaches from there.',
  history: 'Hazard over time',
  historyWords: (name: Name, from: string, to: string, count: Count) =>
    `${name}: ${plural(count, { one: 'one state of the law', other: `${count} states of the law` })} in the register, from ${from} to ${to}.`,
  columns: {
    from: 'From',
    to: 'Until',
    hazard: 'Hazard',
    adequacy: 'Adequacy',
    note: 'What changed',
    item: 'Item',
    value: 'Answer',
    basis: 'On what',
  },
  law: 'The law in force',
  noRow: 'The register has no row for this day: the hazard is 0.40 between 0 and 1.',
  answers: { yes: 'yes', partly: 'partly', no: 'no', unknown: 'not known' },
  unread: 'not read in the source',
  knownFrom: (day: string) => `could be known from ${day}`,
  items: {
    dutyToAssist: 'Duty to assist',
    bulkPower: 'Power over bulk data',
    reachAbroad: 'Reaches data abroad',
    secrecy: 'Secrecy',
    noPriorAuthorisation: 'No prior authorisation',
    oversight: 'Independent oversight',
    redress: 'Redress',
    ruleOfLaw: 'Rule of law',
    convention108: 'Convention 108',
    oecdDeclaration: 'OECD declaration',
    offensiveCyberProgramme: 'Offensive cyber programme',
    adequacy: 'Adequacy decision',
  } as Record<string, string>,
  adequacies: { full: 'full', dpf: 'Data Privacy Framework', 'privacy-shield': 'Privacy Shield', pipeda: 'PIPEDA' } as Record<string, string>,
  index: (name: string, year: number) => `${name}, ${year}`,
  indices: {
    wjp_sf46_arbitrary_interference_with_privacy: 'WJP Rule of Law Index, 4.6 (no arbitrary interference with privacy)',
    vdem_liberal_democracy_v2x_libdem: 'V-Dem liberal democracy index',
  } as Record<string, string>,
  categories: {
    'convention-108': 'party to Convention 108',
    'convention-108-plus-ratification': 'ratified Convention 108+',
    'oecd-government-access-declaration': 'adheres to the OECD declaration on government access',
    'adequacy-decision': 'adequacy decision',
  } as Record<string, string>,
  inForce: 'in force today',
  open: 'today',
  start: 'the beginning',
};
