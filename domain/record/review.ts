import * as z from 'zod';
import { reviewReasons } from '../../messages/en/review-reasons.ts';
import type { Assessment } from '../facts/assessment.ts';
import { addDays, type CalendarDate, toDayNumber } from '../facts/date.ts';
import type { Evidence } from '../facts/evidence.ts';
import { believeFavourable } from '../score/belief.ts';
import { CURRENT, type FactKind } from '../score/method.ts';
import type { Band, Gate } from '../score/rating.ts';
import type { Scored } from '../score/score.ts';
import { listWitnesses } from '../score/witnesses.ts';

/** Days in which a review that did not open by its interval falls due. */
export const REVIEW_NOTICE_DAYS = 7;

/** Days past the due day on which an overdue review is announced, once each. */
export const OVERDUE_STEPS = [1, 7, 30] as const;

export const ReviewReason = z
  .strictObject({
    kind: z
      .enum([
        'interval',
        'band-changed',
        'register-changed',
        'conflict',
        'commitment-due',
        'terms-changed',
        'terms-silent',
        'party-replied',
        'not-heard',
        'asked',
      ])
      .meta({ example: 'commitment-due' }),
    text: z.string().meta({ description: 'The reason in words.', example: 'The promise "data-centres-europe" was due on 2023-12-31.' }),
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The reason as data: what it refers to.', example: { commitment: 'data-centres-europe', dueOn: '2023-12-31' } }),
  })
  .meta({ id: 'ReviewReason', description: 'Why a person should look at the platform again.' });
export type ReviewReason = z.infer<typeof ReviewReason>;

/** A reason that holds as long as the facts do; its key keeps it from opening a second review. */
export type StandingReason = ReviewReason & { readonly key: string };

/** Characters of a name or a title that a reason repeats: the file has the whole. */
const NAME_LENGTH = 200;

/** Reasons in the file itself: evidence that contradicts itself, and promises whose day has passed. */
export function findStandingReasons(assessment: Assessment, scored: Scored, today: CalendarDate): StandingReason[] {
  const found = [...findConflicts(assessment, scored, today), ...findPromises(assessment, today)];
  // Two claims of one safeguard on one path are one fact.
  return [...new Map(found.map((reason) => [reason.key, reason])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function findConflicts(assessment: Assessment, scored: Scored, today: CalendarDate): StandingReason[] {
  const { paths, incidents, leads } = scored.findings;
  const moment = { asOf: today, knownBy: today };
  const witnesses = listWitnesses(assessment.sources, moment);
  const contested = [
    ...[...paths, ...leads.paths].map(({ id, conflict }) => ({ fact: `paths/${id}`, conflict })),
    ...[...incidents, ...leads.incidents].map(({ id, conflict }) => ({ fact: `incidents/${id}`, conflict })),
    ...listFavourable(assessment, today).flatMap(({ fact, kind, evidence }) => {
      const belief = believeFavourable(kind, evidence, witnesses, moment, CURRENT);
      return belief ? [{ fact, conflict: belief.conflict }] : [];
    }),
  ];
  return contested
    .filter(({ conflict }) => conflict >= CURRENT.conflictReview)
    .sort((a, b) => a.conflict - b.conflict)
    .map(({ fact, conflict }) => {
      const share = Math.round(conflict * 100) / 100;
      const data = { fact, conflict: share };
      return { key: keyOfReason('conflict', data), kind: 'conflict', text: reviewReasons.conflict(data), data };
    });
}

type Favourable = { readonly fact: string; readonly kind: FactKind; readonly evidence: readonly Evidence[] };

/** What speaks for the platform, as far as it counts on that day. */
function listFavourable({ paths, complete = {}, clearText }: Assessment, today: CalendarDate): Favourable[] {
  return [
    ...paths.flatMap(({ id, transfer, safeguards = [], ended }): Favourable[] => [
      ...(transfer ? [{ fact: `paths/${id}/transfer`, kind: 'transfer' as const, evidence: transfer.evidence }] : []),
      ...(ended && ended.on <= today ? [{ fact: `paths/${id}/ended`, kind: 'ended' as const, evidence: ended.evidence }] : []),
      ...safeguards
        .filter(({ status }) => status === 'operating')
        .map(({ kind, evidence }) => ({ fact: `paths/${id}/safeguards/${kind}`, kind: 'safeguard' as const, evidence })),
    ]),
    ...Object.entries(complete).map(([mode, claim]) => ({
      fact: `complete/${mode}`,
      kind: 'completeness' as const,
      evidence: claim?.evidence ?? [],
    })),
    ...(clearText ? [{ fact: 'clearText', kind: 'clear-text' as const, evidence: clearText.evidence }] : []),
  ];
}

/** A promise is overdue from the day after its own: its words, who made it and where they stand. */
function findPromises({ commitments = [], sources }: Assessment, today: CalendarDate): StandingReason[] {
  return commitments.flatMap(({ id, summary, announcedOn, dueOn, evidence }) => {
    if (dueOn === undefined || dueOn >= today || announcedOn > today) return [];
    const said =
      evidence.find(({ stance, quote }) => stance !== 'contradicts' && quote !== undefined) ??
      evidence.find(({ stance }) => stance !== 'contradicts');
    const source = said && sources[said.source];
    const words = said?.quote ?? shorten(summary);
    const where = source && {
      publisher: shorten(source.publisher),
      title: shorten(source.title),
      published: source.published,
      statementBy: source.statementBy ?? 'third-party',
      ...(source.url && { url: source.url }),
      ...(said.locator && { locator: shorten(said.locator) }),
    };
    const data = { commitment: id, summary: shorten(summary), announcedOn, dueOn, words, ...(where && { source: where }) };
    return [{ key: keyOfReason('commitment-due', data), kind: 'commitment-due', text: reviewReasons['commitment-due'](data), data }];
  });
}

/** By which a reason that stands in the file is known, whatever its words are. */
export function keyOfReason(kind: 'conflict' | 'commitment-due', { fact, commitment, dueOn }: ReviewReason['data'] = {}): string {
  return kind === 'conflict' ? `conflict ${fact}` : `commitment ${commitment} ${dueOn}`;
}

function shorten(words: string): string {
  return words.length > NAME_LENGTH ? `${words.slice(0, NAME_LENGTH).toWellFormed()}…` : words;
}

/** The day a review that opens now falls due: with its interval, or within a week. */
export function reviewDueOn(today: CalendarDate, nextReviewOn: CalendarDate): CalendarDate {
  const soon = addDays(today, REVIEW_NOTICE_DAYS);
  return nextReviewOn < soon ? nextReviewOn : soon;
}

/** The last step of overdue that has been reached, 0 for none. */
export function overdueStep(dueOn: CalendarDate, today: CalendarDate): 0 | (typeof OVERDUE_STEPS)[number] {
  const days = toDayNumber(today) - toDayNumber(dueOn);
  return OVERDUE_STEPS.findLast((step) => days >= step) ?? 0;
}

type Rating = { readonly band: Band; readonly gate: Gate };

/**
 * Whether a changed rating is announced (section 6). When nothing but time has passed, it waits until the point is clear of the edge,
 * so that a score that hovers there does not cry every other day; the band itself never waits.
 */
export function isAnnounced(before: Rating, after: Rating & { readonly point: number }, byTimeAlone: boolean): boolean {
  const bandMoved = before.band !== after.band;
  const gateMoved = before.gate !== after.gate;
  if (!byTimeAlone || before.band === 'unrated' || after.band === 'unrated') return bandMoved || gateMoved;
  const edges = [
    ...(bandMoved ? edgesBetween(before.band, after.band) : []),
    ...(gateMoved && (before.gate === 'restrict' || after.gate === 'restrict') ? [CURRENT.gate.restrictFromPoint] : []),
  ];
  if (edges.some((edge) => Math.abs(after.point - edge) >= CURRENT.bandEventMargin)) return true;
  // Every gate but `restrict` hangs on the upper bound and on what is open, not on an edge of the point.
  return gateMoved && before.gate !== 'restrict' && after.gate !== 'restrict';
}

function edgesBetween(from: Band, to: Band): number[] {
  const [a, b] = [from, to].map((name) => CURRENT.bands.findIndex((band) => band.name === name)) as [number, number];
  return CURRENT.bands.slice(Math.min(a, b) + 1, Math.max(a, b) + 1).map((band) => band.from);
}
