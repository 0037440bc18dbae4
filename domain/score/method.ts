import type { DataClass, Extent, IncidentKind, Mode, OrganisationalSafeguard, Stake, TechnicalSafeguard } from '../facts/vocabulary.ts';

/** The two parts of a score: where the data is kept, and whose staff and owners can reach it. */
export const PARTS = ['storage', 'access'] as const;
export type Part = (typeof PARTS)[number];

/** The two ways of a score: states that run an offensive cyber programme, and all others by their law. */
const WAYS = ['programme', 'law'] as const;
export type Way = (typeof WAYS)[number];

export const BAND_NAMES = ['minimal', 'low', 'elevated', 'high', 'severe'] as const;
export type BandName = (typeof BAND_NAMES)[number];

export const CONFIDENCE_NAMES = ['high', 'moderate', 'low', 'very-low'] as const;
export type ConfidenceName = (typeof CONFIDENCE_NAMES)[number];

/** The kinds of fact that are no path: each has its half-life, a path has its mode's. */
const OTHER_FACT_KINDS = ['safeguard', 'completeness', 'clear-text', 'transfer', 'ended', 'incident'] as const;
type OtherFactKind = (typeof OTHER_FACT_KINDS)[number];
export type FactKind = Mode | OtherFactKind;

/** All that the method knows of one mode. */
type ModeRow = {
  /** In a vector. */
  readonly letter: string;
  readonly part: Part;
  /** M, 0 to 1. */
  readonly weight: number;
  /** Of the evidence for a path, in days. */
  readonly halfLifeDays: number;
  /** Whether an admitted path of it makes a file worth rating, and its proven list shows that its part was looked at. */
  readonly rates: boolean;
  /** Whether an admitted path of it shows that its part was looked at. */
  readonly looks: boolean;
};

type Powers = 'dutyToAssist' | 'bulkPower' | 'reachAbroad' | 'secrecy' | 'noPriorAuthorisation';

/**
 * A version of the method: every figure that the arithmetic reads. All of scoring, vector and explanation takes one, so
 * that two can be held against each other and a weight can be turned without touching the others.
 */
export type Method = {
  /** A changed weight is a minor version, a changed formula a major one. */
  readonly version: string;
  readonly modes: Readonly<Record<Mode, ModeRow>>;
  readonly reliability: Readonly<Record<'A' | 'B' | 'C' | 'D' | 'E' | 'F', number>>;
  readonly credibility: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6, number>>;
  /** Caps on the mass of one item; the lower ones for a statement in one's own interest. */
  readonly massCap: Readonly<Record<'third-party' | 'platform' | 'platform-accountable', number>>;
  /** No side of a contradiction is ever certain. */
  readonly sideCap: number;
  /** What the credibility of an item weighs at most that was found for users outside the EU/EEA only. */
  readonly otherUsersCredibility: number;
  /** Days in which evidence does not age. */
  readonly evidenceGraceDays: number;
  /** Days for which an attestation is fresh at most, whatever it says of itself. */
  readonly attestationDays: number;
  /** Half-lives of evidence in days, of the kinds of fact that are no path; Infinity: it does not age. */
  readonly halfLifeDays: Readonly<Record<OtherFactKind, number>>;
  /** The share of what nobody knows that counts against the platform in the point. */
  readonly uncertainShare: number;
  readonly reservation: {
    /** What a full reservation adds to that share. */
    readonly share: number;
    /** What a full reservation proves: half of it. */
    readonly proves: number;
  };
  /** A path or incident of which less (percent) is proven or reserved, without decay, is a lead: shown, not scored. */
  readonly admissionPercent: number;
  readonly compulsion: Readonly<Record<Powers, number>>;
  readonly hazard: {
    /** What lawful compulsion reaches at most. */
    readonly compulsion: number;
    /** How much perfect guarantees take off it. */
    readonly guarantees: number;
    /** What an offensive cyber programme reaches without asking anybody. */
    readonly programme: number;
  };
  /** What an unread item counts at the point where the state's own index is unread too, and for a programme always. */
  readonly unreadItem: number;
  /** Hazard [low, point, high] and compulsion of a jurisdiction or a date that is not in the register. */
  readonly unregistered: UnreadLaw;
  /** The same of a third country that the source does not name; what it may reach beyond is open. */
  readonly unnamed: UnreadLaw;
  readonly adequacyCredit: number;
  readonly contractCredit: number;
  readonly stake: Readonly<Record<Stake, number>>;
  readonly data: Readonly<Record<DataClass, number>>;
  readonly technical: Readonly<Record<TechnicalSafeguard, Readonly<Record<Mode, number>>>>;
  readonly organisational: Readonly<Record<OrganisationalSafeguard, number>>;
  /** Paperwork never takes more than this off a path. */
  readonly organisationalLimit: number;
  /** How much of paperwork's effect full compulsion takes away. */
  readonly paperDiscount: number;
  /** What each further jurisdiction adds of the distance that is left. */
  readonly spread: number;
  readonly incidentSeverity: Readonly<Record<IncidentKind, number>>;
  /** X: how many people it reached. */
  readonly incidentExtent: Readonly<Record<Extent, number>>;
  readonly incidentHalfLifeDays: number;
  readonly incidentWeight: number;
  /** A proven access by a state is a floor under the score. */
  readonly stateAccessFloor: number;
  readonly rating: {
    /** A point below this needs both halves to have been looked at. */
    readonly bothHalvesBelowPoint: number;
    /** How far (percent) a list has to be proven to show that its half was. */
    readonly listPercent: number;
  };
  /** In rising order: the first point (0 to 100) of each band. */
  readonly bands: readonly [Edge, Edge, Edge, Edge, Edge];
  /** In rising order: the width of the range (points) below which each confidence holds. */
  readonly confidences: readonly [Width, Width, Width, Width];
  readonly gate: {
    readonly restrictFromPoint: number;
    readonly precautionFromHigh: number;
    readonly allowBelowHigh: number;
    readonly allowBelowOpen: number;
  };
  /** An undecayed conflict from here on opens a review. */
  readonly conflictReview: number;
  /** A band that changed by passing time alone is announced once the point is this far past the edge. */
  readonly bandEventMargin: number;
};
type UnreadLaw = { readonly hazard: readonly [low: number, point: number, high: number]; readonly compulsion: number };
type Edge = { readonly name: BandName; readonly from: number };
type Width = { readonly name: ConfidenceName; readonly below: number };

const EXS_2_0: Method = {
  version: 'EXS 2.0',
  modes: {
    storage: { letter: 'S', part: 'storage', weight: 1, halfLifeDays: 540, rates: true, looks: true },
    'remote-access': { letter: 'R', part: 'access', weight: 1, halfLifeDays: 540, rates: true, looks: true },
    control: { letter: 'C', part: 'access', weight: 0.85, halfLifeDays: 1080, rates: true, looks: true },
    subprocessor: { letter: 'P', part: 'storage', weight: 0.6, halfLifeDays: 540, rates: false, looks: true },
    'client-code': { letter: 'U', part: 'access', weight: 0.45, halfLifeDays: 1080, rates: false, looks: false },
  },
  reliability: { A: 1, B: 0.85, C: 0.65, D: 0.35, E: 0.1, F: 0.4 },
  credibility: { 1: 0.98, 2: 0.85, 3: 0.6, 4: 0.3, 5: 0.1, 6: 0.4 },
  massCap: { 'third-party': 0.99, platform: 0.25, 'platform-accountable': 0.5 },
  sideCap: 0.9999,
  otherUsersCredibility: 0.6,
  evidenceGraceDays: 90,
  attestationDays: 400,
  halfLifeDays: {
    safeguard: 365,
    completeness: 365,
    'clear-text': 365,
    transfer: 365,
    ended: Number.POSITIVE_INFINITY,
    incident: Number.POSITIVE_INFINITY,
  },
  uncertainShare: 0.3,
  reservation: { share: 0.2, proves: 0.5 },
  admissionPercent: 20,
  compulsion: { dutyToAssist: 0.25, bulkPower: 0.2, reachAbroad: 0.2, secrecy: 0.15, noPriorAuthorisation: 0.2 },
  hazard: { compulsion: 0.8, guarantees: 0.7, programme: 0.8 },
  unreadItem: 0.5,
  unregistered: { hazard: [0, 0.4, 1], compulsion: 1 },
  unnamed: { hazard: [0, 0.4, 0.4], compulsion: 1 },
  adequacyCredit: 0.5,
  contractCredit: 0.05,
  stake: { sole: 1, blocking: 0.6, minority: 0.25 },
  data: { public: 0.03, account: 0.12, metadata: 0.5, behaviour: 0.85, content: 1 },
  technical: {
    'end-to-end-encryption': { storage: 0.97, 'remote-access': 0.97, control: 0.97, subprocessor: 0.97, 'client-code': 0 },
    'eu-held-keys': { storage: 0.9, 'remote-access': 0, control: 0.8, subprocessor: 0.9, 'client-code': 0 },
    pseudonymisation: { storage: 0.6, 'remote-access': 0.6, control: 0.4, subprocessor: 0.6, 'client-code': 0 },
    'split-processing': { storage: 0.5, 'remote-access': 0.5, control: 0.4, subprocessor: 0.5, 'client-code': 0 },
    'eu-trustee': { storage: 0, 'remote-access': 0, control: 0.6, subprocessor: 0.6, 'client-code': 0.6 },
    'reproducible-client': { storage: 0, 'remote-access': 0, control: 0, subprocessor: 0, 'client-code': 0.8 },
  },
  organisational: { 'access-gateway': 0.4, 'access-logging': 0.2, 'least-privilege': 0.15, 'challenge-orders': 0.1, 'transparency-report': 0.05 },
  organisationalLimit: 0.4,
  paperDiscount: 0.8,
  spread: 0.25,
  incidentSeverity: {
    'policy-breach': 0.2,
    'unauthorised-access': 0.4,
    misuse: 0.7,
    'false-assurance': 0.5,
    'unlawful-transfer': 0.5,
    'state-access': 0.9,
  },
  incidentExtent: { few: 0.1, some: 0.5, many: 1 },
  incidentHalfLifeDays: 730,
  incidentWeight: 0.3,
  stateAccessFloor: 0.8,
  rating: { bothHalvesBelowPoint: 30, listPercent: 50 },
  bands: [
    { name: 'minimal', from: 0 },
    { name: 'low', from: 10 },
    { name: 'elevated', from: 30 },
    { name: 'high', from: 55 },
    { name: 'severe', from: 75 },
  ],
  confidences: [
    { name: 'high', below: 15 },
    { name: 'moderate', below: 35 },
    { name: 'low', below: 60 },
    { name: 'very-low', below: Number.POSITIVE_INFINITY },
  ],
  gate: { restrictFromPoint: 55, precautionFromHigh: 75, allowBelowHigh: 30, allowBelowOpen: 30 },
  conflictReview: 0.3,
  bandEventMargin: 2,
};

/** The method of today. */
export const CURRENT: Method = EXS_2_0;

/** The half-life, in days, of evidence for a fact of this kind. */
export function halfLifeOf(kind: FactKind, { modes, halfLifeDays }: Method): number {
  return isMode(kind, modes) ? modes[kind].halfLifeDays : halfLifeDays[kind];
}

function isMode(kind: FactKind, modes: Method['modes']): kind is Mode {
  return kind in modes;
}
