import type { StandingEvent } from '../event.ts';
import type { ReviewReason } from '../review.ts';
import type { TermsState } from '../terms/terms-state.ts';

/** One person's word, as the event that it was given in says. */
export type Word = { readonly by: string; readonly at: string; readonly note?: string };

type FoldedRevision = {
  readonly hash: unknown;
  readonly submittedBy: string;
  readonly submittedAt: string;
  asOf: unknown;
  verdict?: Word & { readonly status: 'approved' | 'rejected' | 'withdrawn' };
  /** Its place among the approvals; 0.1.0 counted none. */
  approval?: number;
};

type FoldedDecision = {
  readonly hash: unknown;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly approvals: Word[];
  readonly revocations: (Word & { withdrawnAt?: string })[];
  withdrawn?: Word;
  hearing?: Record<string, unknown> & { answers?: unknown[] };
  isEffective: boolean;
  /** Revoked, withdrawn or expired: the head carries it no more. */
  hasEnded: boolean;
};

type FoldedTerms = { newest?: unknown; watch: unknown; changes: TermsState['changes'] };

type FoldedErasure = { readonly reason: unknown; readonly proposedBy: string; readonly proposedAt: string; erasedBy?: string; erasedAt?: string };

/** What the events of a platform's chain say, one after the other. A figure that none of them names is left out. */
export type Folded = {
  profile?: unknown;
  createdAt?: string;
  changedAt?: string;
  readonly revisions: Map<number, FoldedRevision>;
  published?: { readonly id: unknown; readonly computedAt: string; readonly figures: unknown; readonly reach?: unknown; readonly law?: unknown };
  /** The rating that was announced last. */
  announced?: unknown;
  readonly decisions: Map<string, FoldedDecision>;
  /** Erasures of captures, by the capture. */
  readonly erasures: Map<string, FoldedErasure>;
  /** Which documents of the terms are watched, as it was said last; none before the first, or where it was said of none. */
  watched?: readonly unknown[];
  /** What is remembered of each document, by its id. */
  readonly terms: Map<string, FoldedTerms>;
  review?: { readonly id: unknown; readonly openedAt: string; dueOn: unknown; reasons: ReviewReason[]; furtherReasons?: number; announced: unknown };
  /** Reasons that the machine or a file gave, by their keys, open or not; none before the first. */
  raised?: Set<string>;
  /** Who confirmed the standing facts since their approval, and from which day the interval counts. */
  confirmedBy: string[];
  renewedOn?: string;
  /** Who is to look at the platform, and until when it is put off. */
  assigned?: { readonly to: unknown; readonly by: string; readonly at: string };
  snoozed?: { readonly until: unknown; readonly reason: unknown; readonly by: string; readonly at: string };
  /** Named by each change that moves it, from this version on. */
  nextReviewOn?: unknown;
  /** The latest day that the change which named it could have moved it to. */
  latestReviewOn?: string;
};

/** What one type of event changes about what stands. */
export type Fold = (folded: Folded, event: StandingEvent) => void;

export const wordOf = ({ by, at, data: { note } }: StandingEvent): Word => ({ by, at, ...(typeof note === 'string' && { note }) });
