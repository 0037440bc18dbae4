import * as z from 'zod';
import { Day, Instant } from '../facts/date.ts';
import { Platform, PlatformId } from '../facts/platform.ts';
import { TermsDocument } from '../facts/terms-document.ts';
import { MODES } from '../facts/vocabulary.ts';
import { Open, Ways } from '../score/points.ts';
import { Band, BandName, Confidence, Gate } from '../score/rating.ts';
import { Assigned, Snoozed } from './attention.ts';
import { StandingDecision } from './decision-progress.ts';
import { ReviewReason } from './review.ts';

const Range = z.strictObject({ low: z.number(), point: z.number(), high: z.number() });

/** What lists and policy exports show of the published score. */
export const ScoreSummary = z.strictObject({
  id: z.string(),
  computedAt: Instant,
  asOf: Day,
  score: Range,
  parts: z.strictObject({ storage: Range, access: Range }),
  /** Not in what was published by EXS 1.0. */
  ways: Ways.optional(),
  open: Open.optional(),
  band: Band,
  bandRange: z.tuple([BandName, BandName]),
  confidence: Confidence,
  gate: Gate,
  method: z.string(),
  register: z.string(),
  /** Who reaches the data, and how: the admitted paths, each pair once. */
  reach: z.array(z.strictObject({ jurisdiction: z.string(), mode: z.enum(MODES) })),
  /** Fingerprints of the rows of the register behind every jurisdiction of the file. */
  law: z.record(z.string(), z.string()),
});
export type ScoreSummary = z.infer<typeof ScoreSummary>;

/** What an event says of a score: the triple, what is open, band and gate; of what EXS 1.0 published nothing is said of what is open. */
export function toFigures({ score, open, band, gate }: Pick<ScoreSummary, 'score' | 'open' | 'band' | 'gate'>) {
  return { ...score, ...(open && { open }), band, gate };
}

/** A revision that waits for a second person. */
export const Waiting = z.strictObject({
  revision: z.int(),
  hash: z.string(),
  submittedBy: z.string(),
  submittedAt: Instant,
  /** The day that its facts are of; heads of 0.1.0 do not say it. */
  asOf: Day.optional(),
});
export type Waiting = z.infer<typeof Waiting>;

/** A review that waits for a person. */
export const OpenReview = z.strictObject({
  id: z.string(),
  openedAt: Instant,
  dueOn: Day,
  reasons: z.array(ReviewReason).min(1),
  /** How many more there are for which the head has no room: their events have them. */
  furtherReasons: z.int().min(1).optional(),
  /** The last step of overdue that was announced, in days. */
  announced: z.int(),
});
export type OpenReview = z.infer<typeof OpenReview>;

/** The platform's head: what is current, and the end of its chain. Changed only under its version, together with its events. */
export const Head = z.strictObject({
  platform: PlatformId,
  version: z.int(),
  sequence: z.int(),
  lastHash: z.string().nullable(),
  profile: Platform,
  createdAt: Instant,
  changedAt: Instant,
  latestRevision: z.int(),
  /** The revision that has waited longest for a second person. */
  pending: Waiting.optional(),
  /** Others that wait, of other days, oldest first. */
  alsoPending: z.array(Waiting).optional(),
  /** The current revision: of all that are approved the one with the greatest `asOf`. */
  approved: z
    .strictObject({ revision: z.int(), hash: z.string(), asOf: Day, submittedBy: z.string(), approvedBy: z.string(), approvedAt: Instant })
    .optional(),
  /** How many revisions are approved; heads of 0.1.0 do not say it, and name as approved the one approved last. */
  approvals: z.int().optional(),
  published: ScoreSummary.optional(),
  /** The rating that was announced last: a band that time alone moved is announced late. */
  announced: z.strictObject({ band: Band, gate: Gate }).optional(),
  /** The day of the last approval or confirmation, from which the interval to the next review counts. */
  renewedOn: Day.optional(),
  /** The day the open review, or else the next one, falls due. */
  nextReviewOn: Day.optional(),
  review: OpenReview.optional(),
  /** Who is to look at it, and until when it is put off. */
  assigned: Assigned.optional(),
  snoozed: Snoozed.optional(),
  /** The documents of its terms that are watched; none: it is not watched. */
  terms: z.array(TermsDocument).min(1).optional(),
  /** Keys of standing reasons that have opened a review already. */
  raised: z.array(z.string()).optional(),
  /** Who confirmed the standing assessment, since its approval. */
  confirmedBy: z.array(z.string()).optional(),
  /** Decisions that have not ended, oldest first. */
  decisions: z.array(StandingDecision).optional(),
});
export type Head = z.infer<typeof Head>;

/** Everything that waits, oldest first. */
export function listWaiting({ pending, alsoPending = [] }: Pick<Head, 'pending' | 'alsoPending'>): Waiting[] {
  return pending ? [pending, ...alsoPending] : [];
}

/** The head with these revisions waiting, and no others. */
export function withWaiting<T extends HeadContent>({ pending: _, alsoPending: __, ...head }: T, [pending, ...others]: readonly Waiting[]) {
  return { ...head, ...(pending && { pending }), ...(others.length > 0 && { alsoPending: others }) };
}

/** What a change decides of a head; version and chain are the commit's. */
export type HeadContent = Omit<Head, 'version' | 'sequence' | 'lastHash'>;
