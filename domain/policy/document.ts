import { hashOf } from '../facts/hash.ts';
import type { Platform } from '../facts/platform.ts';
import {
  APPROVALS,
  type Decision,
  type DeviceScope,
  isAfter,
  isInForce,
  latestOf,
  type Progress,
  REVOCATIONS,
  type SealedApps,
  sealApps,
  stands,
} from '../record/decision.ts';
import type { Open, Range, Ways } from '../score/points.ts';
import type { Band, BandName, Confidence, Gate } from '../score/rating.ts';

/** What an export reads of a platform's record. */
export type PlatformRecord = {
  readonly platform: string;
  readonly profile: Platform;
  readonly nextReviewOn?: string | undefined;
  readonly approved?: { readonly revision: number; readonly asOf: string } | undefined;
  readonly published?:
    | {
        readonly score: Range;
        readonly ways?: Ways | undefined;
        readonly open?: Open | undefined;
        readonly band: Band;
        readonly bandRange: readonly [BandName, BandName];
        readonly confidence: Confidence;
        readonly gate: Gate;
        readonly method: string;
        readonly register: string;
      }
    | undefined;
  readonly decisions?:
    | readonly (Progress &
        Pick<Decision, 'id' | 'hash' | 'decision' | 'scope' | 'effectiveAt' | 'enforceBy' | 'expiresAt' | 'consequence' | 'grounds'> & {
          readonly conditions?: readonly { readonly id: string }[] | undefined;
          readonly exemptions?: readonly { readonly group: string; readonly until: string }[] | undefined;
        })[]
    | undefined;
};

/** The decision that stands alone on a platform, as every tool reads it. */
export type Ruling = Pick<Decision, 'platform' | 'id' | 'hash' | 'decision' | 'effectiveAt' | 'enforceBy' | 'expiresAt' | 'consequence'> & {
  readonly scope: readonly DeviceScope[];
  /** Whether its deadline has passed, so that devices block the app. */
  readonly isEnforced: boolean;
  /** The score it rests on. */
  readonly score: string;
  readonly apps: SealedApps;
  /** Ids of the conditions of a limit. */
  readonly conditions: readonly string[];
  /** Groups that it does not bind now. */
  readonly exemptions: readonly { readonly group: string; readonly until: string }[];
};

export type AssessedPlatform = {
  readonly id: string;
  readonly name: string;
  readonly apps: SealedApps;
  /** What is named; without a point where the platform is unrated, because that says nothing then. */
  readonly score: Omit<Range, 'point'> & { readonly point?: number };
  readonly ways?: Ways | undefined;
  /** What nobody has named: beside the range, never a part of it. */
  readonly open?: Open | undefined;
  readonly band: Band;
  readonly bandRange: readonly [BandName, BandName];
  readonly confidence: Confidence;
  readonly gate: Gate;
  readonly method: string;
  readonly register: string;
  /** The revision that the score is of, and the day of its facts; revisions of 0.1.0 do not say it. */
  readonly assessment?: { readonly revision: number; readonly asOf: string };
  readonly nextReviewOn: string | null;
};

/** A platform whose record cannot be read, and the key of the item that stands in the way: it keeps what the last revision says of it. */
export type SetAsidePlatform = { readonly platform: string; readonly item: { readonly pk: string; readonly sk: string } };

export type PolicyContent = {
  readonly rulings: readonly Ruling[];
  readonly platforms: readonly AssessedPlatform[];
  /** Left out where every record can be read. */
  readonly setAside?: readonly SetAsidePlatform[];
};

/** One edition of what the policy tools read; it carries its own age. */
export type PolicyDocument = PolicyContent & {
  /** The number of the revision and the beginning of its content's hash: `000412-9f86d081`. */
  readonly revision: string;
  readonly dataAsOf: string;
  readonly freshUntil: string;
};

/** Hours for which a revision counts as fresh: two missed daily ones are a failure. */
const FRESH_HOURS = 48;
const DAY_MS = 86_400_000;

/** What holds at an instant: of each platform the decision in force that took effect last, and its published score. */
export function readPolicy(records: readonly PlatformRecord[], at: string): PolicyContent {
  const sorted = records.toSorted((a, b) => (a.platform < b.platform ? -1 : 1));
  return {
    rulings: sorted.flatMap((record) => rulingOf(record, at) ?? []),
    platforms: sorted.flatMap(({ platform: id, profile, published, approved, nextReviewOn }): AssessedPlatform[] => {
      if (!published) return [];
      const { score, ways, open, band, bandRange, confidence, gate, method, register } = published;
      const { point, ...bounds } = score;
      const shown = band === 'unrated' ? bounds : score;
      const figures = { score: shown, ...(ways && { ways }), ...(open && { open }), band, bandRange, confidence, gate, method, register };
      const assessment = approved && { assessment: { revision: approved.revision, asOf: approved.asOf } };
      return [{ id, name: profile.name, apps: sealApps(profile), ...figures, ...assessment, nextReviewOn: nextReviewOn ?? null }];
    }),
  };
}

function rulingOf({ platform, decisions = [] }: PlatformRecord, at: string): Ruling | undefined {
  const standing = latestOf(decisions.filter((decision) => isInForce(decision, decision, at)));
  if (!standing) return undefined;
  const { id, hash, decision, scope, effectiveAt, enforceBy, expiresAt, consequence, grounds, conditions = [], exemptions = [] } = standing;
  return {
    platform,
    ...{ id, hash, decision, scope, effectiveAt, enforceBy, expiresAt, consequence },
    isEnforced: !isAfter(enforceBy, at),
    score: grounds.score,
    apps: grounds.apps,
    conditions: conditions.map((condition) => condition.id),
    exemptions: exemptions.filter(({ until }) => isAfter(until, at)).map(({ group, until }) => ({ group, until })),
  };
}

export function numberRevision(content: PolicyContent, number: number, at: string): PolicyDocument {
  return {
    revision: `${String(number).padStart(6, '0')}-${hashOf(content).slice(0, 8)}`,
    dataAsOf: at,
    freshUntil: new Date(Date.parse(at) + (FRESH_HOURS / 24) * DAY_MS).toISOString(),
    ...content,
  };
}

/** When the next revision is due at the latest: the next instant at which a decision begins, bites or ends, or a day later. `kept` are rulings whose record cannot be read. */
export function nextRevisionAt(records: readonly PlatformRecord[], kept: readonly Ruling[], at: string): string {
  const decided = records
    .flatMap(({ decisions = [] }) => decisions)
    .filter(({ approvals, revocations }) => approvals.length >= APPROVALS && revocations.filter((one) => stands(one, at)).length < REVOCATIONS);
  const crossings = [...decided, ...kept]
    .flatMap(({ effectiveAt, enforceBy, expiresAt, exemptions = [] }) => [effectiveAt, enforceBy, expiresAt, ...exemptions.map(({ until }) => until)])
    .filter((instant) => isAfter(instant, at));
  return new Date(Math.min(Date.parse(at) + DAY_MS, ...crossings.map((instant) => Date.parse(instant)))).toISOString();
}
