import { addDays, toDate } from '../facts/date.ts';
import { listUndecided } from '../record/app-coverage.ts';
import { isSnoozed } from '../record/attention.ts';
import { isAfter, isInForce, latestOf, stands, stateAt } from '../record/decision.ts';
import type { StandingDecision } from '../record/decision-progress.ts';
import { type Head, listWaiting } from '../record/head.ts';
import type { ReviewReason } from '../record/review.ts';
import { bare, type FoundEntry } from './entry.ts';

/** Days before a review's day on which it is listed. */
const SOON_DAYS = 14;
/** Days before the end of a decision or an exemption on which it is listed. */
const ENDING_DAYS = 60;

/** What waits on a platform for the person of this id, by its head alone: nothing of its history is read. */
export function findOnPlatform(head: Head, id: string, at: string): FoundEntry[] {
  const of = { ...bare, platform: head.platform, name: head.profile.name };
  const toLookAt = [...findReview(head, at), ...findGaps(head)].map((part) => ({ ...part, ...(head.assigned && { assignedTo: head.assigned.to }) }));
  return [...(isSnoozed(head, at) ? [] : toLookAt), ...findSubmissions(head, id), ...findOfDecisions(head, id, at)].map((found) => ({
    ...of,
    ...found,
  }));
}

type Part = Pick<FoundEntry, 'kind' | 'scopes'> & Partial<FoundEntry>;

function findReview({ review, nextReviewOn }: Head, at: string): Part[] {
  const today = toDate(at);
  if (nextReviewOn === undefined) return [];
  const opened = review && { about: review.id, since: review.openedAt, reasons: termsFirst(review.reasons) };
  const part = { scopes: ['assess', 'review'], until: nextReviewOn, ...opened } as const;
  if (nextReviewOn < today) return [{ ...part, kind: 'overdue' }];
  if (review) return [{ ...part, kind: 'review-open' }];
  return nextReviewOn <= addDays(today, SOON_DAYS) ? [{ ...part, kind: 'due-soon' }] : [];
}

const isOfTerms = ({ kind }: ReviewReason) => kind === 'terms-changed' || kind === 'terms-silent';
const termsFirst = (reasons: readonly ReviewReason[]) => [...reasons].sort((a, b) => Number(isOfTerms(b)) - Number(isOfTerms(a)));

/** A person may not check what is his or her own. */
function findSubmissions(head: Head, id: string): Part[] {
  return listWaiting(head)
    .filter(({ submittedBy }) => submittedBy !== id)
    .map(({ revision, submittedBy, submittedAt }) => ({
      kind: 'to-check',
      scopes: ['review'],
      about: String(revision),
      by: submittedBy,
      since: submittedAt,
    }));
}

function findGaps(head: Head): Part[] {
  const { approved, terms, createdAt } = head;
  return [
    ...(approved || listWaiting(head).length > 0 ? [] : [{ kind: 'never-assessed', scopes: ['assess'], since: createdAt } as const]),
    ...(terms ? [] : [{ kind: 'not-watched', scopes: ['assess', 'operate'], since: createdAt } as const]),
  ];
}

function findOfDecisions(head: Head, id: string, at: string): Part[] {
  const decisions = head.decisions ?? [];
  const inForce = decisions.filter((one) => isInForce(one, one, at));
  const standing = latestOf(inForce);
  const apps = standing && standing.decision !== 'allow' ? listUndecided(head.profile, standing.grounds.apps) : [];
  const living = decisions.filter((one) => isAfter(one.expiresAt, at));
  return [
    ...living.flatMap((one) => findWord(one, id, at)),
    ...(head.published?.gate === 'restrict' && living.length === 0
      ? [{ kind: 'gate-undecided', scopes: ['decide'], since: head.published.computedAt } as const]
      : []),
    ...(standing && apps.length > 0
      ? [{ kind: 'undecided-apps', scopes: ['decide'], about: standing.id, asks: standing.decision, names: apps } as const]
      : []),
    ...inForce.flatMap((one) => findEndings(one, at)),
  ];
}

/** Whether the decision waits for this person's word: three people stand behind its making, and two behind its end. */
function findWord(one: StandingDecision, id: string, at: string): Part[] {
  const state = stateAt(one, one, at);
  const part = { kind: 'decision-waits', scopes: ['decide'], about: one.id } as const;
  if (state === 'proposed' && one.proposedBy !== id && one.approvals.every(({ by }) => by !== id))
    return [{ ...part, asks: one.decision, by: one.proposedBy ?? null, until: deadlineOf(one, at) }];
  const [asked] = one.revocations.filter((word) => stands(word, at));
  if (state === 'revocation-proposed' && asked && asked.by !== id)
    return [{ ...part, asks: 'end', by: asked.by, since: asked.at, until: one.expiresAt }];
  return [];
}

/** The next of its days: past it, what was proposed comes too late for that. */
function deadlineOf({ effectiveAt, enforceBy, expiresAt }: StandingDecision, at: string): string {
  return [effectiveAt, enforceBy].find((one) => isAfter(one, at)) ?? expiresAt;
}

function findEndings({ id, decision, expiresAt, exemptions = [] }: StandingDecision, at: string): Part[] {
  const edge = new Date(Date.parse(at) + ENDING_DAYS * 86_400_000).toISOString();
  const part = { scopes: ['decide'], asks: decision } as const;
  return [
    ...(isAfter(expiresAt, edge) ? [] : [{ ...part, kind: 'decision-ends', about: id, until: expiresAt } as const]),
    ...exemptions
      .filter(({ until }) => isAfter(until, at) && !isAfter(until, edge) && isAfter(expiresAt, until))
      .map(({ group, until }) => ({ ...part, kind: 'exemption-ends', about: group, until }) as const),
  ];
}
