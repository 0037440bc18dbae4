import type { TermsDocument } from '../../facts/terms-document.ts';
import type { Capture } from '../../vault/capture.ts';
import type { StandingQuote } from '../../watch/judge-quotes.ts';
import { namesOf } from '../../watch/names.ts';
import { type Outcome, takeVersion, type Version } from '../../watch/take-version.ts';
import { isSilent, type VersionName, type WatchState } from '../../watch/watch-state.ts';
import type { Head, HeadContent } from '../head.ts';
import { keepCapture } from '../keep-capture.ts';
import { addReasons } from '../open-review.ts';
import type { ReviewReason } from '../review.ts';
import { type Actor, draftEvent, type Means, type Step, stepTo, thenStep } from '../step.ts';
import { describeTermsChange, termsChangedReason, termsSilentReason } from './terms-reason.ts';
import { listChange, type TermsState } from './terms-state.ts';

/** What the watch reads before it takes a version: texts out of the archive, quotes out of the current revision. */
export type TermsFacts = {
  readonly document: TermsDocument;
  readonly before: TermsState | undefined;
  /** The text of the standing baseline; undefined where there is none, or it was erased. */
  readonly baseline: string | undefined;
  /** A version that was just read, or the one that was taken last again, which may have stood long enough by now. */
  readonly version: Version;
  /** Until when the version is known to have stood; now, where a later one does not say otherwise. */
  readonly stoodUntil?: string | undefined;
  readonly quotes: readonly StandingQuote[];
  /** The capture that is new with the version; none where these bytes are kept already. */
  readonly capture?: Capture | undefined;
};

const NOTHING: WatchState = {};

/** Takes a version of a watched document into the record, with all that follows; without events where it says nothing new. */
export function takeTerms(head: Head, facts: TermsFacts, actor: Actor, means: Pick<Means, 'newId'>): Step & { readonly outcome: Outcome } {
  const { document, before, baseline, version, stoodUntil = actor.at, quotes, capture } = facts;
  const watch = before?.watch ?? NOTHING;
  const taken = takeVersion({ state: watch, baseline, version, now: stoodUntil, quotes, language: document.language, names: namesOf(head.profile) });
  const { outcome } = taken;
  const newest: VersionName = { version: version.version, sha256: version.sha256, recordedAt: version.recordedAt };
  const isNew = before?.newest?.version !== newest.version || before.newest.recordedAt !== newest.recordedAt;
  const isChanged = outcome.kind === 'changed';
  const isSuspect = outcome.kind === 'suspect' && outcome.isNew;
  if (!isNew && !isChanged && !isSuspect) return { ...stepTo(head), outcome };

  const said = { document: document.id, newest, watch: taken.state };
  const start = capture ? keepCapture(head, capture, actor, means) : stepTo({ ...head, changedAt: actor.at });
  const events = [
    ...start.events,
    ...(isNew ? [draftEvent('terms.recorded', { ...said, outcome: sayOutcome(outcome) }, actor, means)] : []),
    ...(isSuspect ? [draftEvent('terms.suspect', { ...said, why: outcome.why, since: outcome.since }, actor, means)] : []),
    ...(isChanged
      ? [draftEvent('terms.changed', { ...said, ...describeTermsChange(document.id, outcome), opensReview: outcome.opensReview }, actor, means)]
      : []),
  ];
  const changes = isChanged ? listChange(before?.changes ?? [], { sequence: head.sequence + events.length, at: actor.at }) : (before?.changes ?? []);
  const state: TermsState = { platform: head.platform, document: document.id, newest, watch: taken.state, changes };
  const step: Step = { to: start.to, record: [...start.record, { kind: 'terms', value: state, ...(before && { from: before }) }], events };
  return { ...(isChanged && outcome.opensReview ? withReason(step, termsChangedReason(document.id, outcome), actor, means) : step), outcome };
}

const sayOutcome = (outcome: Outcome) => (outcome.kind === 'baseline' ? outcome.why : outcome.kind);

/** Says once of a silence of 90 days that nobody knows what the document says by now; `watchedSince` where no version was ever recorded. */
export function announceSilence(
  head: Head,
  { document, before, watchedSince }: Pick<TermsFacts, 'document' | 'before'> & { readonly watchedSince: string },
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Step {
  const watch = before?.watch ?? NOTHING;
  const heardAt = watch.heardAt ?? watchedSince;
  if (watch.silenceToldOf === heardAt || !isSilent({ heardAt }, actor.at)) return stepTo(head);
  const told: WatchState = { ...watch, silenceToldOf: heardAt };
  const state: TermsState = { platform: head.platform, document: document.id, changes: [], ...before, watch: told };
  const event = draftEvent('terms.silent', { document: document.id, since: heardAt, watch: told }, actor, means);
  const step: Step = {
    to: { ...head, changedAt: actor.at },
    record: [{ kind: 'terms', value: state, ...(before && { from: before }) }],
    events: [event],
  };
  return withReason(step, termsSilentReason(document.id, heardAt), actor, means);
}

/** Before the first approval there is nothing to look at again. */
function withReason(step: Step, reason: ReviewReason, actor: Actor, means: Pick<Means, 'newId'>): Step {
  return thenStep(step, (to: HeadContent) => (to.approved ? addReasons(to, [reason], actor, means) : stepTo(to)));
}
