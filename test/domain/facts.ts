import type { Assessment, Path } from '../../domain/facts/assessment.ts';
import type { Evidence, Source } from '../../domain/facts/evidence.ts';
import type { Register, RegisterRow } from '../../domain/score/register.ts';
import type { Moment } from '../../domain/score/witnesses.ts';

/** The day on which the written tests stand; facts are observed on it unless they say otherwise. */
export const TODAY = '2023-02-23';
export const NOW: Moment = { asOf: TODAY, knownBy: TODAY };

function source(reliability: Source['reliability'], further: Partial<Source> = {}): Source {
  return { title: 'A report', publisher: 'A publisher', published: '2020-01-01', reliability, ...further };
}

/** A source of each grade, and the platform speaking for itself. */
export const SOURCES: Assessment['sources'] = {
  a: source('A'),
  b: source('B'),
  c: source('C'),
  d: source('D'),
  e: source('E'),
  f: source('F'),
  press: source('A', { statementBy: 'platform' }),
  sworn: source('A', { statementBy: 'platform-accountable' }),
};

/** An item of evidence of today; credibility 1 and in support unless given. */
export function item(of: keyof typeof SOURCES, further: Partial<Evidence> = {}): Evidence {
  return { source: String(of), credibility: 1, observed: TODAY, ...further };
}

export function against(of: keyof typeof SOURCES, further: Partial<Evidence> = {}): Evidence {
  return item(of, { stance: 'contradicts', ...further });
}

/** A path that reaches all, on the best evidence. */
export function path(jurisdiction: string, mode: Path['mode'], further: Partial<Path> = {}): Path {
  return { id: `${jurisdiction}-${mode}`, jurisdiction, mode, data: 'content', evidence: [item('a')], ...further };
}

export function assessment(paths: Path[], further: Partial<Assessment> = {}): Assessment {
  return { asOf: TODAY, sources: SOURCES, paths, ...further };
}

/** A law without powers and with every guarantee, in force for ever. */
export const MILD: RegisterRow = {
  from: '2000-01-01',
  to: null,
  dutyToAssist: 0,
  bulkPower: 0,
  reachAbroad: 0,
  secrecy: 0,
  noPriorAuthorisation: 0,
  oversight: 1,
  redress: 1,
  ruleOfLaw: 1,
  convention108: 1,
  oecdDeclaration: 1,
  offensiveCyberProgramme: 0,
  adequacy: null,
  bridge: false,
};

/** A law with every power and no guarantee. */
export const HARSH: RegisterRow = {
  ...MILD,
  dutyToAssist: 1,
  bulkPower: 1,
  reachAbroad: 1,
  secrecy: 1,
  noPriorAuthorisation: 1,
  oversight: 0,
  redress: 0,
  ruleOfLaw: 0,
  convention108: 0,
  oecdDeclaration: 0,
};

/** A register of one jurisdiction, CN, with these rows. */
export function registerOf(...rows: RegisterRow[]): Register {
  return { version: 'jr-test', hash: '0'.repeat(64), euEea: [], jurisdictions: { CN: { name: 'China', coverage: 'full', rows } } };
}
