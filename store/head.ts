import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Platform, PlatformId } from '../domain/facts/platform.ts';
import { MODES } from '../domain/facts/vocabulary.ts';
import { OTHER_CHAINS } from '../domain/record/cloud-event.ts';
import { ReviewReason } from '../domain/record/review.ts';
import { Band, BandName, Confidence, Gate } from '../domain/score/rating.ts';
import { nextMoveAt, StandingDecision } from './decision.ts';
import { bandOfListing, DUE, gateOfListing, HEAD_PREFIX, headKey, LISTING, MOVE, WAITING } from './keys.ts';
import { storedAt, toItem } from './stored.ts';
import { getItem, type Item, type Table } from './table.ts';
import { Unreadable } from './unreadable.ts';

const Instant = z.iso.datetime();
const Day = z.iso.date();
const Range = z.strictObject({ low: z.number(), point: z.number(), high: z.number() });

/** What lists and policy exports show of the published score. */
export const ScoreSummary = z.strictObject({
  id: z.string(),
  computedAt: Instant,
  asOf: Day,
  score: Range,
  parts: z.strictObject({ storage: Range, access: Range }),
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

/** A review that waits for a person. */
export const OpenReview = z.strictObject({
  id: z.string(),
  openedAt: Instant,
  dueOn: Day,
  reasons: z.array(ReviewReason).min(1),
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
  /** The revision that waits for a second person. */
  pending: z.strictObject({ revision: z.int(), hash: z.string(), submittedBy: z.string(), submittedAt: Instant }).optional(),
  approved: z
    .strictObject({ revision: z.int(), hash: z.string(), asOf: Day, submittedBy: z.string(), approvedBy: z.string(), approvedAt: Instant })
    .optional(),
  published: ScoreSummary.optional(),
  /** The rating that was announced last: a band that time alone moved is announced late. */
  announced: z.strictObject({ band: Band, gate: Gate }).optional(),
  /** The day of the last approval or confirmation, from which the interval to the next review counts. */
  renewedOn: Day.optional(),
  /** The day the open review, or else the next one, falls due. */
  nextReviewOn: Day.optional(),
  review: OpenReview.optional(),
  /** Keys of standing reasons that have opened a review already. */
  raised: z.array(z.string()).optional(),
  /** Who confirmed the standing assessment, since its approval. */
  confirmedBy: z.array(z.string()).optional(),
  /** Decisions that have not ended, oldest first. */
  decisions: z.array(StandingDecision).optional(),
});
export type Head = z.infer<typeof Head>;

/** What a change decides of a head; version and chain are the commit's. */
export type HeadContent = Omit<Head, 'version' | 'sequence' | 'lastHash'>;

export const readHead = storedAt(Head, ({ platform }) => headKey(platform));

export function toHeadItem(head: Head): Item {
  const { platform, nextReviewOn, pending, published, decisions } = head;
  const moveAt = nextMoveAt(decisions ?? []);
  return toItem(Head, head, {
    ...headKey(platform),
    listPk: LISTING,
    listSk: platform,
    ...(nextReviewOn && { duePk: DUE, dueSk: `${nextReviewOn}#${platform}` }),
    ...(pending && { waitingPk: WAITING, waitingSk: `${pending.submittedAt}#${platform}` }),
    ...(published && { bandPk: bandOfListing(published.band), gatePk: gateOfListing(published.gate) }),
    ...(moveAt && { movePk: MOVE, moveSk: `${moveAt}#${platform}` }),
  });
}

/** The platform's head in a record of the table's stream, or undefined for another kind of item. Throws `Unreadable`. */
export function findHeadIn(image: Record<string, unknown> | undefined): Head | undefined {
  const item = image && unmarshall(image as Record<string, AttributeValue>);
  if (item?.sk !== HEAD_PREFIX || isHeadOfOtherChain(item as Item)) return undefined;
  try {
    return readHead(item);
  } catch (error) {
    throw new Unreadable(item as Item, { cause: error });
  }
}

const isHeadOfOtherChain = ({ pk }: Item) => Object.keys(OTHER_CHAINS).some((chain) => headKey(chain).pk === pk);

export function findHead(table: Table, platform: string): Promise<Head | undefined> {
  return getItem(table, headKey(platform), readHead);
}
