import { z } from 'zod';
import type { Assessment } from './assessment.ts';
import { addDays, type CalendarDate, toDayNumber } from './date.ts';
import { BAND_EVENT_MARGIN, BANDS, CONFLICT_REVIEW, GATE } from './method.ts';
import type { Band, Gate } from './rating.ts';
import type { Scored } from './score.ts';

/** Days in which a review that did not open by its interval falls due. */
const GRACE_DAYS = 7;

/** Days past the due day on which an overdue review is announced, once each. */
export const OVERDUE_STEPS = [1, 7, 30] as const;

export const ReviewReason = z
  .strictObject({
    kind: z.enum(['interval', 'band-changed', 'register-changed', 'conflict', 'commitment-due', 'asked']).meta({ example: 'commitment-due' }),
    text: z.string().meta({ description: 'The reason in words.', example: 'The promise "data-centres-europe" was due on 2023-12-31.' }),
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The reason as data: what it refers to.', example: { commitment: 'data-centres-europe', dueOn: '2023-12-31' } }),
  })
  .meta({ id: 'ReviewReason', description: 'Why a person should look at the platform again.' });
export type ReviewReason = z.infer<typeof ReviewReason>;

/** A reason that holds as long as the facts do; its key keeps it from opening a second review. */
export type StandingReason = ReviewReason & { readonly key: string };

/** Reasons in the file itself: evidence that contradicts itself, and promises whose day has passed. */
export function findStandingReasons(assessment: Assessment, scored: Scored, today: CalendarDate): StandingReason[] {
  const { paths, incidents, leads } = scored.findings;
  const contested = [
    ...[...paths, ...leads.paths].map(({ id, conflict }) => ({ fact: `paths/${id}`, conflict })),
    ...[...incidents, ...leads.incidents].map(({ id, conflict }) => ({ fact: `incidents/${id}`, conflict })),
  ].filter(({ conflict }) => conflict >= CONFLICT_REVIEW);
  const conflicts = contested.map(({ fact, conflict }) => {
    const share = Math.round(conflict * 100) / 100;
    return {
      key: `conflict ${fact} ${share}`,
      kind: 'conflict' as const,
      text: `The evidence on ${fact} contradicts itself (${share}).`,
      data: { fact, conflict: share },
    };
  });
  const promises = (assessment.commitments ?? []).flatMap(({ id, summary, announcedOn, dueOn, evidence }) => {
    if (dueOn === undefined || dueOn >= today || announcedOn > today) return [];
    const sources = [...new Set(evidence.map(({ source }) => source))].flatMap((name) => {
      const source = assessment.sources[name];
      return source
        ? [{ publisher: source.publisher, title: source.title, published: source.published, ...(source.url && { url: source.url }) }]
        : [];
    });
    const quotes = evidence.flatMap(({ quote }) => quote ?? []);
    const words = quotes[0] ?? summary;
    const by = sources[0] ? ` (${sources[0].publisher}, ${sources[0].published})` : '';
    return [
      {
        key: `commitment ${id} ${dueOn}`,
        kind: 'commitment-due' as const,
        text: `A promise was due on ${dueOn}: "${words}"${by}.`,
        data: { commitment: id, summary, announcedOn, dueOn, quotes, sources },
      },
    ];
  });
  return [...conflicts, ...promises].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The day a review that opens now falls due: with its interval, or within a week. */
export function reviewDueOn(today: CalendarDate, nextReviewOn: CalendarDate): CalendarDate {
  const soon = addDays(today, GRACE_DAYS);
  return nextReviewOn < soon ? nextReviewOn : soon;
}

/** The last step of overdue that has been reached, 0 for none. */
export function overdueStep(dueOn: CalendarDate, today: CalendarDate): 0 | (typeof OVERDUE_STEPS)[number] {
  const days = toDayNumber(today) - toDayNumber(dueOn);
  return OVERDUE_STEPS.findLast((step) => days >= step) ?? 0;
}

type Rating = { readonly band: Band; readonly gate: Gate };

/**
 * Whether a changed rating is announced. When nothing but time has passed, it waits until the point is clear of the edge,
 * so that a score that hovers there does not cry every other day; the band itself never waits.
 */
export function isAnnounced(before: Rating, after: Rating & { readonly point: number }, byTimeAlone: boolean): boolean {
  const bandMoved = before.band !== after.band;
  const gateMoved = before.gate !== after.gate;
  if (!byTimeAlone || before.band === 'unrated' || after.band === 'unrated') return bandMoved || gateMoved;
  const edges = [
    ...(bandMoved ? edgesBetween(before.band, after.band) : []),
    ...(gateMoved && (before.gate === 'restrict' || after.gate === 'restrict') ? [GATE.restrictFromPoint] : []),
  ];
  if (edges.some((edge) => Math.abs(after.point - edge) >= BAND_EVENT_MARGIN)) return true;
  // Leaving or reaching `allow` hangs on the upper bound, not on an edge of the point.
  return gateMoved && (before.gate === 'allow' || after.gate === 'allow');
}

function edgesBetween(from: Band, to: Band): number[] {
  const [a, b] = [from, to].map((name) => BANDS.findIndex((band) => band.name === name)) as [number, number];
  return BANDS.slice(Math.min(a, b) + 1, Math.max(a, b) + 1).map((band) => band.from);
}
