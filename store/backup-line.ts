import canonicalize from 'canonicalize';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { Sha256 } from '../domain/facts/hash.ts';
import { ClosedReview } from '../domain/record/closed-review.ts';
import { Decision } from '../domain/record/decision.ts';
import { DecisionProgress } from '../domain/record/decision-progress.ts';
import { RecordedEvent } from '../domain/record/event.ts';
import { Head } from '../domain/record/head.ts';
import { PartyAnswer } from '../domain/record/hearing/answer.ts';
import { RevisionStatus } from '../domain/record/revision.ts';
import { TermsState } from '../domain/record/terms/terms-state.ts';
import { toShape } from '../domain/record/unknown-members.ts';
import { Capture, CaptureErasure } from '../domain/vault/capture.ts';
import { AnchorsItem } from './anchors.ts';
import { Consumer } from './consumer.ts';
import { FeedMark } from './feed.ts';
import {
  ANCHORS_PREFIX,
  answerKey,
  captureKey,
  consumerKey,
  EVENT_PREFIX,
  erasureKey,
  feedEndKey,
  feedMarkKey,
  HEAD_PREFIX,
  headKey,
  lastLookKey,
  policyMarkKey,
  RELEASE_PREFIX,
  refusalKey,
  STATUS_PREFIX,
  termsKey,
  versionsKey,
} from './keys.ts';
import { PolicyMark } from './policy.ts';
import { Release } from './policy-chain.ts';
import { PublishedItem } from './published.ts';
import { RefusedProposal } from './refused-proposal.ts';
import { RevisionItem } from './revision.ts';
import type { Item, Key } from './table.ts';
import { LastLook, Work } from './work.ts';

/** Changed when a reader of the old form could not read the new one. */
const FORMAT = 1;

/** As tolerant as the readers of the table: what another release wrote is kept. */
const item = <Shape extends z.ZodRawShape>(shape: Shape) =>
  toShape(z.strictObject({ pk: z.string(), sk: z.string(), ...shape }), { isStrict: false });
const line = <Kind extends string, Stored extends z.ZodType>(kind: Kind, stored: Stored) => z.strictObject({ kind: z.literal(kind), item: stored });

/** One item of the table, whole, as plain JSON; `assessment`, `score` and a place's `event` are JSON as text, as they lie in the table. */
const ItemLine = z.discriminatedUnion('kind', [
  line('head', item(Head.shape)),
  line('other-head', item({ chain: z.string(), version: z.int(), sequence: z.int(), lastHash: z.string().nullable() })),
  line('revision', item(RevisionItem.shape)),
  line('status', item(RevisionStatus.shape)),
  line('score', item(PublishedItem.shape)),
  line('event', item(RecordedEvent.shape)),
  line('review', item(ClosedReview.shape)),
  line('decision', item(Decision.shape)),
  line('course', item(DecisionProgress.shape)),
  line('release', item(Release.shape)),
  line('answer', item(PartyAnswer.shape)),
  line('capture', item(Capture.shape)),
  line('erasure', item(CaptureErasure.shape)),
  line('anchors', item(AnchorsItem.shape)),
  line('terms', item(TermsState.shape)),
  line('feed-end', item({ version: z.int() })),
  line('feed-place', item({ number: z.int(), event: z.string() })),
  line('feed-mark', item(FeedMark.shape)),
  line('work', item(Work.shape)),
  line('work-versions', item({ versions: z.string(), version: z.int() })),
  line('last-look', item(LastLook.shape)),
  line('policy-mark', item(PolicyMark.shape)),
  line('policy-part', item({ body: z.string(), signature: z.string().optional() })),
  line('consumer', item(Consumer.shape)),
  line('refused', item(RefusedProposal.shape)),
  /** In a chain's place, and none of ours. */
  line('stray', item({})),
]);
export type Kind = z.infer<typeof ItemLine>['kind'];

/** A line of a backup: the first says what follows, by a JSON Schema of its own; the last how much it was, and its hash. */
export const BackupLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('backup'),
    format: z.literal(FORMAT, 'is not a form of backup that this version reads'),
    takenAt: Instant,
    schema: z.record(z.string(), z.unknown()),
  }),
  ItemLine,
  z.strictObject({
    kind: z.literal('end'),
    items: z.int(),
    chains: z.int(),
    /** Chains that did not verify when they were read. */
    broken: z.array(z.string()),
    /** Of every byte before this line. */
    sha256: Sha256,
  }),
]);
export type BackupLine = z.infer<typeof BackupLine>;

/** What is known of a backup. */
export type BackupFigures = Omit<Extract<BackupLine, { kind: 'end' }>, 'kind'>;

export function toFirstLine(takenAt: string): string {
  const schema = z.toJSONSchema(BackupLine, { io: 'input', unrepresentable: 'any' });
  return JSON.stringify({ kind: 'backup', format: FORMAT, takenAt, schema });
}

/** In one form (RFC 8785), so that the same record makes the same lines: the table keeps no order of members. */
export const toItemLine = (stored: Item): string => canonicalize({ kind: kindOf(stored), item: stored }) as string;

const CHAIN = headKey('').pk;
const PARTITIONS: readonly (readonly [prefix: string, kind: Kind])[] = [
  [feedMarkKey('').pk, 'feed-mark'],
  [`${feedEndKey.pk}#`, 'feed-place'],
  ['WORK#', 'work'],
  [`${policyMarkKey.pk}#`, 'policy-part'],
  [refusalKey('', '').pk, 'refused'],
];
const ALONE: Readonly<Record<string, Kind>> = {
  [feedEndKey.pk]: 'feed-end',
  [versionsKey.pk]: 'work-versions',
  [lastLookKey.pk]: 'last-look',
  [policyMarkKey.pk]: 'policy-mark',
  [consumerKey('').pk]: 'consumer',
};
const IN_CHAINS: readonly (readonly [prefix: string, kind: Kind])[] = [
  [`${HEAD_PREFIX}#REVISION`, 'revision'],
  ['REVISION#', 'revision'],
  [STATUS_PREFIX, 'status'],
  ['SCORE#', 'score'],
  [EVENT_PREFIX, 'event'],
  ['REVIEW#', 'review'],
  ['DECISION#', 'decision'],
  ['COURSE#', 'course'],
  [RELEASE_PREFIX, 'release'],
  [answerKey('', '').sk, 'answer'],
  [captureKey('', '').sk, 'capture'],
  [erasureKey('', '').sk, 'erasure'],
  [ANCHORS_PREFIX, 'anchors'],
  [termsKey('', '').sk, 'terms'],
];

/** By where it lies: what an item says of itself is not believed. */
function kindOf({ pk, sk, ...content }: Key & { readonly chain?: unknown }): Kind {
  if (!pk.startsWith(CHAIN)) return ALONE[pk] ?? PARTITIONS.find(([prefix]) => pk.startsWith(prefix))?.[1] ?? 'stray';
  if (sk === HEAD_PREFIX) return content.chain === undefined ? 'head' : 'other-head';
  return IN_CHAINS.find(([prefix]) => sk.startsWith(prefix))?.[1] ?? 'stray';
}

const Place = z.object({ event: z.string().transform((json) => z.object({ subject: z.string() }).parse(JSON.parse(json)).subject) });

/** The chain that an event in the feed is of. */
export const subjectOf = (place: Item): string => Place.parse(place).event;
