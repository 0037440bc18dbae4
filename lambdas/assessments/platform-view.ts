import * as z from 'zod';
import { Day, Instant } from '../../domain/facts/date.ts';
import { Platform, PlatformId } from '../../domain/facts/platform.ts';
import type { Mode } from '../../domain/facts/vocabulary.ts';
import { listUndecided } from '../../domain/record/app-coverage.ts';
import { DeviceScope, latestOf } from '../../domain/record/decision.ts';
import type { StandingDecision } from '../../domain/record/decision-progress.ts';
import { type Head, listWaiting, type ScoreSummary } from '../../domain/record/head.ts';
import { ReviewReason } from '../../domain/record/review.ts';
import { Open, Range, Ways } from '../../domain/score/points.ts';
import { Band, BandName, Confidence, Gate } from '../../domain/score/rating.ts';

const CurrentScore = z
  .strictObject({
    id: z.string().meta({ example: 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    computedAt: Instant,
    asOf: Day,
    score: Range,
    parts: z.strictObject({ storage: Range, access: Range }),
    ways: Ways.optional(),
    open: Open.optional(),
    band: Band,
    bandRange: z.tuple([BandName, BandName]),
    confidence: Confidence,
    gate: Gate,
    method: z.string().meta({ example: 'EXS 2.0' }),
    register: z.string().meta({ example: 'jr-2026.11.22' }),
    storageIn: z.array(z.string()).meta({ description: 'Where the data is kept: jurisdictions of admitted storage paths.', example: ['SG', 'US'] }),
    accessFrom: z.array(z.string()).meta({
      description: 'From where it is reached: jurisdictions of all other admitted paths: remote-access, control, subprocessor and client-code.',
      example: ['CN', 'SG', 'US'],
    }),
    controlFrom: z.array(z.string()).meta({
      description: 'Where its owners and ultimate parents are: jurisdictions of admitted control paths.',
      example: ['CN'],
    }),
  })
  .meta({ id: 'CurrentScore', description: 'The published score in short.' });

const PendingRevision = z
  .strictObject({
    revision: z.int().min(1),
    hash: z.string(),
    submittedAt: Instant,
    asOf: Day.optional().meta({ description: 'The day that its facts are of; not said of what 0.1.0 left waiting.' }),
  })
  .meta({
    id: 'PendingRevision',
    description: 'A revision that waits for a second person.',
    example: {
      revision: 3,
      hash: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1',
      submittedAt: '2023-02-23T12:00:00.000Z',
      asOf: '2023-02-23',
    },
  });

/** A platform as readers see it: profile, current score, and what waits. */
export const PlatformView = z
  .strictObject({
    id: PlatformId,
    ...Platform.shape,
    createdAt: Instant,
    changedAt: Instant,
    score: CurrentScore.nullable().meta({ description: 'Null before the first approval.' }),
    approved: z
      .strictObject({ revision: z.int().min(1), hash: z.string(), asOf: Day, approvedAt: Instant })
      .nullable()
      .meta({ description: 'The current revision: of all that are approved the one of the latest day.' }),
    pending: PendingRevision.nullable().meta({ description: 'The revision that has waited longest for a second person.' }),
    alsoPending: z.array(PendingRevision).optional().meta({ description: 'Others that wait, of other days, oldest first; left out where none do.' }),
    review: z
      .strictObject({
        id: z.string().meta({ example: 'rvw_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
        openedAt: Instant,
        dueOn: Day,
        reasons: z.array(ReviewReason),
        furtherReasons: z.int().min(1).optional().meta({ description: 'How many more reasons the record of the platform holds.', example: 2 }),
      })
      .nullable()
      .meta({ description: 'The open review.' }),
    decision: z
      .strictObject({
        id: z.string().meta({ example: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
        decision: z.enum(['allow', 'limit', 'suspend']).meta({ example: 'suspend' }),
        scope: z.array(DeviceScope),
        effectiveAt: Instant,
        enforceBy: Instant,
        expiresAt: Instant,
        consequence: z.string().meta({ example: 'Loss of corporate apps.' }),
      })
      .nullable()
      .meta({ description: 'The decision that stands: the latest effective one.' }),
    undecidedApps: z
      .array(z.string())
      .optional()
      .meta({
        description:
          'Apps that the platform has listed since, and that the limit or suspension which stands does not name; left out where there are none.',
        example: ['android:com.example.social.lite'],
      }),
    watched: z.boolean().meta({
      description: 'Whether any document of its terms is watched; where none is, that nothing is said of a change means nothing.',
      example: true,
    }),
    nextReviewOn: Day.nullable().meta({ description: 'The day the next review falls due.' }),
  })
  .meta({ id: 'PlatformView', description: 'A platform with its current score.' });

export function toPlatformView(head: Head): z.input<typeof PlatformView> {
  const { approved, published, review } = head;
  const [pending, ...alsoPending] = listWaiting(head).map(({ revision, hash, submittedAt, asOf }) => ({ revision, hash, submittedAt, asOf }));
  const standing = latestOf((head.decisions ?? []).filter(({ isEffective }) => isEffective));
  const undecided = standing && standing.decision !== 'allow' ? listUndecided(head.profile, standing.grounds.apps) : [];
  return {
    id: head.platform,
    ...head.profile,
    createdAt: head.createdAt,
    changedAt: head.changedAt,
    score: published ? toCurrentScore(published) : null,
    approved: approved ? { revision: approved.revision, hash: approved.hash, asOf: approved.asOf, approvedAt: approved.approvedAt } : null,
    pending: pending ?? null,
    ...(alsoPending.length > 0 && { alsoPending }),
    review: review
      ? { id: review.id, openedAt: review.openedAt, dueOn: review.dueOn, reasons: review.reasons, furtherReasons: review.furtherReasons }
      : null,
    decision: standing ? toStandingView(standing) : null,
    ...(undecided.length > 0 && { undecidedApps: undecided }),
    watched: head.terms !== undefined,
    nextReviewOn: head.nextReviewOn ?? null,
  };
}

function toStandingView({ id, decision, scope, effectiveAt, enforceBy, expiresAt, consequence }: StandingDecision) {
  return { id, decision, scope, effectiveAt, enforceBy, expiresAt, consequence };
}

function toCurrentScore({ reach, law: _, ...summary }: ScoreSummary): z.input<typeof CurrentScore> {
  const jurisdictionsOf = (isMeant: (mode: Mode) => boolean) => [
    ...new Set(reach.filter(({ mode }) => isMeant(mode)).map(({ jurisdiction }) => jurisdiction)),
  ];
  return {
    ...summary,
    storageIn: jurisdictionsOf((mode) => mode === 'storage'),
    accessFrom: jurisdictionsOf((mode) => mode !== 'storage'),
    controlFrom: jurisdictionsOf((mode) => mode === 'control'),
  };
}
