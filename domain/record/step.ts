import type { Score } from '../explain/published-score.ts';
import type { Register } from '../score/register.ts';
import type { Capture, CaptureErasure } from '../vault/capture.ts';
import type { Anchors } from './anchors.ts';
import type { ClosedReview } from './closed-review.ts';
import type { Decision } from './decision.ts';
import type { DecisionProgress } from './decision-progress.ts';
import type { EventDraft } from './event.ts';
import type { HeadContent } from './head.ts';
import type { PartyAnswer } from './hearing/answer.ts';
import type { Revision, RevisionStatus } from './revision.ts';
import type { TermsState } from './terms/terms-state.ts';

/** Something that a change puts into the record, by its kind; where it lies is the store's. */
export type Recorded =
  | { readonly kind: 'revision'; readonly value: Revision }
  /** The revision that is scored every day. */
  | { readonly kind: 'current-revision'; readonly value: Revision }
  /** `from` is what the rule was given of it, in whose place it comes. */
  | { readonly kind: 'status'; readonly value: RevisionStatus; readonly from?: RevisionStatus }
  | { readonly kind: 'score'; readonly value: Score }
  | { readonly kind: 'review'; readonly value: ClosedReview }
  | { readonly kind: 'decision'; readonly value: Decision }
  | { readonly kind: 'answer'; readonly value: PartyAnswer }
  | { readonly kind: 'capture'; readonly value: Capture }
  | { readonly kind: 'capture-erasure'; readonly value: CaptureErasure; readonly from?: CaptureErasure }
  /** Where the quotes of a revision stand in their captures. */
  | { readonly kind: 'anchors'; readonly value: Anchors }
  | { readonly kind: 'terms'; readonly value: TermsState; readonly from?: TermsState }
  | { readonly kind: 'decision-progress'; readonly value: DecisionProgress; readonly from?: DecisionProgress };

/** What a rule makes of a head: the head after it, what is recorded with it, and the events that say so, in order. */
export type Step = {
  readonly to: HeadContent;
  readonly record: readonly Recorded[];
  readonly events: readonly EventDraft[];
  /** When the platform is scored again at the latest, as an instant; left out where that stays as it is. */
  readonly rescoreAt?: string;
};

/** Who acts, and when: a subject id and an instant of RFC 3339 in UTC; by which request and token, where it is no machine of ours. */
export type Actor = Witness & { readonly by: string; readonly at: string };

/** What logs know of an act beside the record. */
export type Witness = { readonly request?: string; readonly token?: string };

/** What rules need beside the record itself. */
export type Means = {
  readonly register: Register;
  /** A fresh id: the prefix and a ULID, `rev_01J...`. */
  readonly newId: (prefix: string) => string;
};

/** A step that changes nothing but the head. */
export function stepTo(to: HeadContent): Step {
  return { to, record: [], events: [] };
}

/** The first step, and what the second, made from its head, adds to it. */
export function thenStep(first: Step, next: (head: HeadContent) => Step): Step {
  const { to, record, events, ...more } = next(first.to);
  return { ...first, ...more, to, record: [...first.record, ...record], events: [...first.events, ...events] };
}

export function draftEvent(
  type: EventDraft['type'],
  data: EventDraft['data'],
  { by, at, request, token }: Actor,
  { newId }: Pick<Means, 'newId'>,
): EventDraft {
  return { id: newId('evt'), type, at, by, ...(request !== undefined && { request }), ...(token !== undefined && { token }), data };
}
