import {
  type DataClass,
  type IncidentKind,
  MODES,
  type Mode,
  type OrganisationalSafeguard,
  type Stake,
  type TechnicalSafeguard,
} from '../facts/vocabulary.ts';

/** The tables of the method, EXS 1.0. A changed weight is a minor version, a changed formula a major one. */
export const METHOD_VERSION = 'EXS 1.0';

/** The two parts of a score: where the data is kept, and whose staff and owners can reach it. */
export const PART_OF_MODE = {
  storage: 'storage',
  subprocessor: 'storage',
  'remote-access': 'access',
  control: 'access',
  'client-code': 'access',
} as const satisfies Record<Mode, 'storage' | 'access'>;

export const RELIABILITY = { A: 1, B: 0.85, C: 0.65, D: 0.35, E: 0.1, F: 0.4 } as const;
export const CREDIBILITY = { 1: 0.98, 2: 0.85, 3: 0.6, 4: 0.3, 5: 0.1, 6: 0.4 } as const;

/** Caps on the mass of one item; the lower ones for a statement in one's own interest. */
export const MASS_CAP = { 'third-party': 0.99, platform: 0.25, 'platform-accountable': 0.5 } as const;

/** No side of a contradiction is ever certain. */
export const SIDE_CAP = 0.9999;

/** Days in which evidence does not age. */
export const GRACE_DAYS = 90;

export const FACT_KINDS = [...MODES, 'safeguard', 'completeness', 'clear-text', 'transfer', 'ended', 'incident'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Half-lives of evidence in days; Infinity: it does not age. */
export const HALF_LIFE_DAYS = {
  storage: 540,
  'remote-access': 540,
  subprocessor: 540,
  control: 1080,
  'client-code': 1080,
  safeguard: 365,
  completeness: 365,
  'clear-text': 365,
  transfer: 365,
  ended: Number.POSITIVE_INFINITY,
  incident: Number.POSITIVE_INFINITY,
} as const satisfies Record<FactKind, number>;

/** The share of what nobody knows that counts against the platform in the point. */
export const UNCERTAIN_SHARE = 0.3;

/** A path or incident below this undecayed lower belief (percent) is a lead: shown, not scored. */
export const ADMISSION_PERCENT = 20;

export const COMPULSION_WEIGHTS = {
  dutyToAssist: 0.25,
  bulkPower: 0.2,
  reachAbroad: 0.2,
  secrecy: 0.15,
  noPriorAuthorisation: 0.2,
} as const;

export const HAZARD_WEIGHTS = {
  /** What lawful compulsion reaches at most. */
  compulsion: 0.8,
  /** How much perfect guarantees take off it. */
  guarantees: 0.7,
  /** What an offensive cyber programme reaches without asking anybody. */
  programme: 0.8,
} as const;

/** Hazard [low, point, high] and compulsion of a jurisdiction or a date that is not in the register. */
export const UNREGISTERED = { hazard: [0, 0.4, 1], compulsion: 1 } as const;

export const ADEQUACY_CREDIT = 0.5;
export const CONTRACT_CREDIT = 0.05;

export const MODE_WEIGHT = {
  storage: 1,
  'remote-access': 1,
  control: 0.85,
  subprocessor: 0.6,
  'client-code': 0.45,
} as const satisfies Record<Mode, number>;

export const STAKE_WEIGHT = { sole: 1, blocking: 0.6, minority: 0.25 } as const satisfies Record<Stake, number>;

export const DATA_WEIGHT = {
  public: 0.03,
  account: 0.12,
  metadata: 0.5,
  behaviour: 0.85,
  content: 1,
} as const satisfies Record<DataClass, number>;

export const TECHNICAL_EFFECT = {
  'end-to-end-encryption': { storage: 0.97, 'remote-access': 0.97, control: 0.97, subprocessor: 0.97, 'client-code': 0 },
  'eu-held-keys': { storage: 0.9, 'remote-access': 0, control: 0.8, subprocessor: 0.9, 'client-code': 0 },
  pseudonymisation: { storage: 0.6, 'remote-access': 0.6, control: 0.4, subprocessor: 0.6, 'client-code': 0 },
  'split-processing': { storage: 0.5, 'remote-access': 0.5, control: 0.4, subprocessor: 0.5, 'client-code': 0 },
  'eu-trustee': { storage: 0, 'remote-access': 0, control: 0.6, subprocessor: 0.6, 'client-code': 0.6 },
  'reproducible-client': { storage: 0, 'remote-access': 0, control: 0, subprocessor: 0, 'client-code': 0.8 },
} as const satisfies Record<TechnicalSafeguard, Record<Mode, number>>;

export const ORGANISATIONAL_EFFECT = {
  'access-gateway': 0.4,
  'access-logging': 0.2,
  'least-privilege': 0.15,
  'challenge-orders': 0.1,
  'transparency-report': 0.05,
} as const satisfies Record<OrganisationalSafeguard, number>;

/** Paperwork never takes more than this off a path. */
export const ORGANISATIONAL_LIMIT = 0.4;

/** How much of paperwork's effect full compulsion takes away. */
export const PAPER_DISCOUNT = 0.8;

/** What each further jurisdiction adds of the distance that is left. */
export const SPREAD_WEIGHT = 0.25;

export const INCIDENT_SEVERITY = {
  'policy-breach': 0.2,
  'unauthorised-access': 0.4,
  misuse: 0.7,
  'false-assurance': 0.5,
  'unlawful-transfer': 0.5,
  'state-access': 0.9,
} as const satisfies Record<IncidentKind, number>;

export const INCIDENT_HALF_LIFE_DAYS = 730;
export const INCIDENT_WEIGHT = 0.3;

/** A proven access by a state is a floor under the score. */
export const STATE_ACCESS_FLOOR = 0.8;

/** The paths that nobody has named yet, `??`. */
export const UNKNOWN_PATH = { share: 0.25, hazard: 0.4, dataAtPoint: 0.85, dataAtHigh: 1 } as const;

export const BANDS = [
  { name: 'minimal', from: 0 },
  { name: 'low', from: 10 },
  { name: 'elevated', from: 30 },
  { name: 'high', from: 55 },
  { name: 'severe', from: 75 },
] as const;

export const CONFIDENCES = [
  { name: 'high', below: 15 },
  { name: 'moderate', below: 35 },
  { name: 'low', below: 60 },
  { name: 'very-low', below: Number.POSITIVE_INFINITY },
] as const;

export const GATE = { allowBelowHigh: 30, restrictFromPoint: 55 } as const;

/** An undecayed conflict from here on opens a review. */
export const CONFLICT_REVIEW = 0.3;

/** A band that changed by passing time alone is announced once the point is this far past the edge. */
export const BAND_EVENT_MARGIN = 2;
