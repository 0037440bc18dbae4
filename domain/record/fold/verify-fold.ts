import { Score } from '../../explain/published-score.ts';
import { hashOf } from '../../facts/hash.ts';
import { CaptureErasure } from '../../vault/capture.ts';
import type { Broken, ChainReading, Contents, Link } from '../chain-reading.ts';
import { Decision, hashOfDecision } from '../decision.ts';
import { DecisionProgress } from '../decision-progress.ts';
import { Head, listWaiting, toFigures } from '../head.ts';
import type { Hearing } from '../hearing/hearing.ts';
import { summarizeHearing } from '../hearing/standing-hearing.ts';
import { toStanding } from '../propose-decision.ts';
import { isOfHash, RevisionStatus } from '../revision.ts';
import { TermsState } from '../terms/terms-state.ts';
import { readShape } from '../unknown-members.ts';
import { foldEvents } from './folded.ts';
import type { Folded } from './folded-state.ts';

/** Why an item does not follow from the events. */
type Doubt = string | undefined;
type Check = (folded: Folded, content: Record<string, unknown>, others: Others) => Doubt;
/** Contents of other items, where they were read. */
type Others = { readonly head: Head | undefined; readonly decisions: ReadonlyMap<string, Decision>; readonly scores: ReadonlyMap<string, Score> };

const isSame = (one: unknown, other: unknown): boolean => hashOf({ of: one ?? null }) === hashOf({ of: other ?? null });

/** The first of these that is not as the events say. */
const firstOtherwise = (pairs: readonly (readonly [name: string, stands: unknown, follows: unknown])[]): Doubt => {
  const found = pairs.find(([, stands, follows]) => !isSame(stands, follows));
  return found && `${found[0]} of it does not follow from the events`;
};

/** What each kind of item must say by the events; a kind that is recorded once and for all is held by its seal alone. */
const CHECKS: Readonly<Record<Contents['kind'], Check>> = {
  head: (folded, content, others) => {
    const head = readShape(Head, content);
    return head && checkHead(folded, head, others);
  },
  status: ({ revisions }, content) => {
    const status = readShape(RevisionStatus, content);
    if (!status) return undefined;
    const { verdict, asOf: _, approval: __, ...submitted } = revisions.get(status.revision) ?? {};
    return firstOtherwise([
      ['the submission', { hash: status.hash, submittedBy: status.submittedBy, submittedAt: status.submittedAt }, submitted],
      ['the verdict', { status: status.status, by: status.decidedBy, at: status.decidedAt, note: status.note }, verdict ?? { status: 'submitted' }],
    ]);
  },
  'decision-progress': ({ decisions }, content) => {
    const progress = readShape(DecisionProgress, content);
    const follows = progress && decisions.get(progress.decision);
    return (
      progress &&
      firstOtherwise([
        ['the approvals', progress.approvals, follows?.approvals],
        ['the revocations', progress.revocations, follows?.revocations],
        ['the withdrawal', progress.withdrawn, follows?.withdrawn],
        ['the hearing', progress.hearing, follows?.hearing],
      ])
    );
  },
  'capture-erasure': ({ erasures }, content) => {
    const erasure = readShape(CaptureErasure, content);
    if (!erasure) return undefined;
    const { capture, platform: _, ...said } = erasure;
    return firstOtherwise([['the erasure', said, erasures.get(capture)]]);
  },
  terms: ({ terms }, content) => {
    const state = readShape(TermsState, content);
    if (!state) return undefined;
    const { platform: _, document, ...said } = state;
    return firstOtherwise([['what is remembered of the document', said, terms.get(document)]]);
  },
  decision: ({ decisions }, content) => {
    const decision = readShape(Decision, content);
    if (!decision) return undefined;
    const { id, platform, grounds, hash, proposedBy, proposedAt, ...proposal } = decision;
    const follows = decisions.get(id);
    return firstOtherwise([
      ['the proposer', { proposedBy, proposedAt }, { proposedBy: follows?.proposedBy, proposedAt: follows?.proposedAt }],
      ['the hash', [hash, hash], [hashOfDecision(platform, proposal, grounds), follows?.hash]],
    ]);
  },
  'current-revision': ({ revisions }, content, { head }) => {
    const { revision, hash, submittedBy, assessment } = content;
    const follows = revisions.get(Number(revision));
    return firstOtherwise([
      [
        'the revision',
        { hash, submittedBy, is: 'approved' },
        { hash: follows?.hash, submittedBy: follows?.submittedBy, is: follows?.verdict?.status },
      ],
      ...(head ? [['the revision', revision, head.approved?.revision] as const] : []),
      ['the assessment', isOfHash(Object(readJson(assessment)), hash), true],
    ]);
  },
  score: () => undefined,
  revision: () => undefined,
  review: () => undefined,
  answer: () => undefined,
  capture: () => undefined,
  anchors: () => undefined,
};

function checkHead(folded: Folded, head: Head, { decisions, scores }: Pick<Others, 'decisions' | 'scores'>): Doubt {
  const { revisions, review, published } = folded;
  const waiting = [...revisions].filter(([, { verdict }]) => verdict === undefined);
  const approved = head.approved && revisions.get(head.approved.revision);
  const score = head.published && scores.get(head.published.id);
  const standing = [...folded.decisions].filter(([, { hasEnded }]) => !hasEnded);
  return firstOtherwise([
    ['the profile', head.profile, folded.profile],
    ['the documents that are watched', head.terms, folded.watched],
    ['the creation', head.createdAt, folded.createdAt],
    ['the number of revisions', head.latestRevision, Math.max(0, ...revisions.keys())],
    [
      'what waits for a verdict',
      listWaiting(head).map(({ revision, hash, submittedBy, submittedAt }) => ({ revision, hash, submittedBy, submittedAt })),
      waiting.map(([revision, { hash, submittedBy, submittedAt }]) => ({ revision, hash, submittedBy, submittedAt })),
    ],
    [
      'the approval',
      head.approved && { ...head.approved, revision: 'approved', asOf: undefined },
      approved && {
        revision: approved.verdict?.status,
        hash: approved.hash,
        submittedBy: approved.submittedBy,
        approvedBy: approved.verdict?.by,
        approvedAt: approved.verdict?.at,
      },
    ],
    [
      'the published score',
      head.published && {
        id: head.published.id,
        computedAt: head.published.computedAt,
        figures: toFigures(head.published),
      },
      published && { id: published.id, computedAt: published.computedAt, figures: published.figures },
    ],
    ...(published?.reach === undefined
      ? []
      : [['who is reached by the published score', [head.published?.reach, head.published?.law], [published.reach, published.law]] as const]),
    ['the announced rating', head.announced, folded.announced],
    ...(score && head.published
      ? [['the published score', toSummary(head.published), toSummary({ ...score, register: score.register.version })] as const]
      : []),
    ['the day of the last approval or confirmation', head.renewedOn, folded.renewedOn],
    ['the confirmations', head.confirmedBy ?? [], folded.confirmedBy],
    ...(folded.nextReviewOn === undefined ? [] : [['the day of the next review', head.nextReviewOn, folded.nextReviewOn] as const]),
    ['the time until the next review', isInTime(folded), true],
    ['the open review', head.review && { ...head.review, dueOn: undefined }, review && { ...review, dueOn: undefined }],
    ['who is to look at it, and when', [head.assigned, head.snoozed], [folded.assigned, folded.snoozed]],
    ['the list of decisions', (head.decisions ?? []).map(({ id }) => id), standing.map(([id]) => id)],
    ...(head.decisions ?? []).flatMap((found) => {
      const decision = decisions.get(found.id);
      const follows = folded.decisions.get(found.id);
      const bare = (words: readonly { by: string; at: string; withdrawnAt?: string }[] = []) =>
        words.map(({ by, at, withdrawnAt }) => ({ by, at, ...(withdrawnAt !== undefined && { withdrawnAt }) }));
      const hearing = follows?.hearing && summarizeHearing(follows.hearing as Hearing);
      const words = {
        ...{ approvals: bare(follows?.approvals), revocations: bare(follows?.revocations), isEffective: follows?.isEffective },
        ...(hearing && { hearing }),
      };
      // Heads of 0.1.0 do not name the proposer.
      const seen = decision && { proposedBy: decision.proposedBy, ...found };
      return decision ? [[`the decision ${found.id}`, seen, { ...toStanding(decision), ...words }] as const] : [];
    }),
  ]);
}

/** Nobody's act puts a review off for longer than band and gate allow. */
function isInTime({ nextReviewOn, latestReviewOn }: Folded): boolean {
  return typeof nextReviewOn !== 'string' || latestReviewOn === undefined || nextReviewOn <= latestReviewOn;
}

type Summary = Pick<Score, 'asOf' | 'score' | 'parts' | 'ways' | 'open' | 'band' | 'bandRange' | 'confidence' | 'gate' | 'method'> & {
  readonly register: string;
};
function toSummary({ asOf, score, parts, ways, open, band, bandRange, confidence, gate, method, register }: Summary) {
  return { asOf, score, parts, ways, open, band, bandRange, confidence, gate, method, register };
}

/** What stands for the present follows from what was done: who submitted, approved and revoked, what was published, until when. */
export function verifyFold(
  { contents, named }: Pick<ChainReading, 'contents'> & { named: ReadonlyMap<string, string> },
  links: readonly Link[],
): Broken[] {
  const folded = foldEvents(links.flatMap(({ event }) => event ?? []));
  const decisions = new Map<string, Decision>();
  const scores = new Map<string, Score>();
  const found = contents.find(({ kind }) => kind === 'head');
  const head = found && readShape(Head, found.content);
  for (const { kind, content } of contents) {
    const decision = kind === 'decision' ? readShape(Decision, content) : undefined;
    if (decision) decisions.set(decision.id, decision);
    const score = kind === 'score' ? readScore(content) : undefined;
    if (score?.id !== undefined) scores.set(score.id, score);
  }
  return contents.flatMap(({ kind, item, seal, content }) => {
    // Of another content the verifier has said so already, or it is of a moment before the last event.
    if (named.get(item) !== seal) return [];
    const doubt = CHECKS[kind](folded, content, { head, decisions, scores });
    return doubt === undefined ? [] : [{ item, fault: 'unfounded' as const, detail: doubt }];
  });
}

function readScore({ score }: Record<string, unknown>): Score | undefined {
  return readShape(Score, readJson(score));
}

/** What was tampered with is named by its seal, and must keep nothing else from being read. */
function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
