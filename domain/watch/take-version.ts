import { hashOf } from '../facts/hash.ts';
import type { Change } from './change.ts';
import { compareTexts } from './compare-texts.ts';
import { isBroken, type JudgedQuote, judgeQuotes, type StandingQuote } from './judge-quotes.ts';
import type { Names } from './names.ts';
import { findSuspicion } from './suspicion.ts';
import { dueAt, type Suspicion, type VersionName, type WatchState } from './watch-state.ts';

/** A version as it was read: its names and its text (Markdown). */
export type Version = VersionName & { readonly text: string; readonly isTechnicalUpgrade?: boolean };

export type Watched = {
  readonly state: WatchState;
  /** The text of `state.baseline`, out of the archive; undefined where there is no baseline yet. */
  readonly baseline: string | undefined;
  /** The newest version. The one of the last call again, where no newer one was recorded: it may have stood long enough by now. */
  readonly version: Version;
  /** Instant of RFC 3339. */
  readonly now: string;
  readonly quotes: readonly StandingQuote[];
  /** BCP 47. */
  readonly language: string;
  readonly names: Names;
};

/** What a version changes in what the platform says. `source` where another text than the document's has stood for 14 days. */
type TermsChange = {
  readonly kind: 'changed';
  readonly from: VersionName;
  readonly to: VersionName;
  /** Whether a review opens: a quote is broken, or a change is of review grade. */
  readonly opensReview: boolean;
  readonly broken: readonly JudgedQuote[];
  readonly changes: readonly Change[];
  readonly source?: Suspicion;
};

export type Outcome =
  /** The first version, a technical upgrade, or one in which nothing changed that matters: it is the baseline now, without a word. */
  | { readonly kind: 'baseline'; readonly why: 'first' | 'technical-upgrade' | 'same' }
  /** It is the baseline already. */
  | { readonly kind: 'unchanged' }
  /** It differs, and has not stood for 36 hours yet. */
  | { readonly kind: 'waiting'; readonly until: string }
  /** The baseline stays; `isNew` once, so that one event says so. */
  | { readonly kind: 'suspect'; readonly why: Suspicion; readonly since: string; readonly isNew: boolean }
  | TermsChange;

const nameOf = ({ version, sha256, recordedAt }: VersionName): VersionName => ({ version, sha256, recordedAt });
const earlier = (one: string, other: string): string => (Date.parse(one) < Date.parse(other) ? one : other);

/**
 * What the newest version of a document means, and what to remember of it. Taking the same version again at the same time changes
 * nothing. A version that says it was recorded in the future counts from now on.
 */
export function takeVersion(watched: Watched): { readonly state: WatchState; readonly outcome: Outcome } {
  const { version, baseline, language, now } = watched;
  const recordedAt = earlier(version.recordedAt, now);
  const { waiting, suspect, ...kept } = watched.state;
  const heardAt = kept.heardAt !== undefined && kept.heardAt > recordedAt ? kept.heardAt : recordedAt;
  const taken: WatchState = { ...kept, heardAt, baseline: nameOf(version) };
  const from = kept.baseline;
  if (from === undefined || baseline === undefined) return { state: taken, outcome: { kind: 'baseline', why: 'first' } };
  if (from.sha256 === version.sha256) return { state: { ...taken, baseline: from }, outcome: { kind: 'unchanged' } };
  if (version.isTechnicalUpgrade) return { state: taken, outcome: { kind: 'baseline', why: 'technical-upgrade' } };

  const step = { from, taken, held: { ...kept, heardAt }, recordedAt };
  const why = findSuspicion(baseline, version.text, language);
  return why === undefined ? weigh(watched, baseline, { ...step, waiting }) : doubt(watched, baseline, { ...step, suspect }, why);
}

/** `taken` where the version is the baseline from now on, `held` where the old one stays. */
type Step = { readonly from: VersionName; readonly taken: WatchState; readonly held: WatchState; readonly recordedAt: string };
type Taken = ReturnType<typeof takeVersion>;

function weigh(watched: Watched, baseline: string, { from, taken, held, recordedAt, waiting }: Step & Pick<WatchState, 'waiting'>): Taken {
  const { version, now, quotes, language, names } = watched;
  const { changes } = compareTexts({ before: baseline, after: version.text, language, names });
  const broken = judgeQuotes(quotes, baseline, version.text, language).filter(isBroken);
  if (changes.length + broken.length === 0) return { state: taken, outcome: { kind: 'baseline', why: 'same' } };

  const differs = hashOf({
    changes: changes.map(({ before, after }) => [before, after]),
    broken: broken.map(({ item, now: words = null }) => [item, words]),
  });
  const since = waiting?.differs === differs ? waiting.since : recordedAt;
  const state = { ...held, waiting: { ...nameOf(version), differs, since } };
  const until = dueAt(state) ?? now;
  if (Date.parse(now) < Date.parse(until)) return { state, outcome: { kind: 'waiting', until } };
  const opensReview = broken.length > 0 || changes.some(({ grade }) => grade === 'review');
  return { state: taken, outcome: { kind: 'changed', from, to: nameOf(version), opensReview, broken, changes } };
}

function doubt(
  watched: Watched,
  baseline: string,
  { from, taken, held, recordedAt, suspect }: Step & Pick<WatchState, 'suspect'>,
  why: Suspicion,
): Taken {
  const { version, now, quotes, language } = watched;
  const since = suspect?.since ?? recordedAt;
  const state = { ...held, suspect: { ...nameOf(version), why, since } };
  if (Date.parse(now) < Date.parse(dueAt(state) ?? now)) return { state, outcome: { kind: 'suspect', why, since, isNew: suspect === undefined } };
  const broken = judgeQuotes(quotes, baseline, version.text, language).filter(isBroken);
  return { state: taken, outcome: { kind: 'changed', source: why, from, to: nameOf(version), opensReview: broken.length > 0, broken, changes: [] } };
}
