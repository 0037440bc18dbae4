import { hashOf } from '../facts/hash.ts';
import type { Change } from './change.ts';
import { compareTexts } from './compare-texts.ts';
import { isBroken, type JudgedQuote, judgeQuotes, type StandingQuote } from './judge-quotes.ts';
import type { Names } from './names.ts';
import { findSuspicion } from './suspicion.ts';
import { SILENT_DAYS, STANDING_HOURS, SUSPECT_DAYS, type Suspicion, type VersionName, type WatchState } from './watch-state.ts';

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

const MS_PER_HOUR = 3_600_000;
const later = (instant: string, hours: number): string => new Date(Date.parse(instant) + hours * MS_PER_HOUR).toISOString();
const nameOf = ({ version, sha256, recordedAt }: VersionName): VersionName => ({ version, sha256, recordedAt });

/** What the newest version of a document means, and what to remember of it. Taking the same version again at the same time changes nothing. */
export function takeVersion(watched: Watched): { readonly state: WatchState; readonly outcome: Outcome } {
  const { version, baseline } = watched;
  const heardAt = [watched.state.heardAt ?? '', version.recordedAt].sort().at(-1) ?? version.recordedAt;
  const state = { ...watched.state, heardAt };
  const name = nameOf(version);
  const rest = { baseline: name, heardAt, ...(state.silenceToldOf !== undefined && { silenceToldOf: state.silenceToldOf }) };
  if (state.baseline === undefined || baseline === undefined) return { state: rest, outcome: { kind: 'baseline', why: 'first' } };
  if (state.baseline.sha256 === version.sha256) return { state: { ...rest, baseline: state.baseline }, outcome: { kind: 'unchanged' } };
  if (version.isTechnicalUpgrade) return { state: rest, outcome: { kind: 'baseline', why: 'technical-upgrade' } };

  const why = findSuspicion(baseline, version.text, watched.language);
  return why === undefined ? weigh(watched, state, rest, state.baseline, baseline) : doubt(watched, state, rest, state.baseline, baseline, why);
}

function weigh(watched: Watched, state: WatchState, rest: WatchState, from: VersionName, baseline: string) {
  const { version, now, quotes, language, names } = watched;
  const to = nameOf(version);
  const { changes } = compareTexts({ before: baseline, after: version.text, language, names });
  const broken = judgeQuotes(quotes, baseline, version.text, language).filter(isBroken);
  if (changes.length + broken.length === 0) return { state: rest, outcome: { kind: 'baseline', why: 'same' } as const };

  const differs = hashOf({
    changes: changes.map(({ before, after }) => [before, after]),
    broken: broken.map(({ item, now: words }) => [item, words ?? '']),
  });
  const since = state.waiting?.differs === differs ? state.waiting.since : version.recordedAt;
  const until = later(since, STANDING_HOURS);
  if (Date.parse(now) < Date.parse(until)) {
    const { suspect: _, ...kept } = state;
    return { state: { ...kept, waiting: { ...to, differs, since } }, outcome: { kind: 'waiting', until } as const };
  }
  const opensReview = broken.length > 0 || changes.some(({ grade }) => grade === 'review');
  return { state: rest, outcome: { kind: 'changed', from, to, opensReview, broken, changes } as const };
}

function doubt(watched: Watched, state: WatchState, rest: WatchState, from: VersionName, baseline: string, why: Suspicion) {
  const { version, now, quotes, language } = watched;
  const to = nameOf(version);
  const known = state.suspect?.why === why ? state.suspect : undefined;
  const since = known?.since ?? version.recordedAt;
  if (Date.parse(now) < Date.parse(later(since, 24 * SUSPECT_DAYS))) {
    const { waiting: _, ...kept } = state;
    return { state: { ...kept, suspect: { ...to, why, since } }, outcome: { kind: 'suspect', why, since, isNew: known === undefined } as const };
  }
  const broken = judgeQuotes(quotes, baseline, version.text, language).filter(isBroken);
  return { state: rest, outcome: { kind: 'changed', source: why, from, to, opensReview: broken.length > 0, broken, changes: [] } as const };
}

/** Whether nothing was recorded for 90 days, so that nobody knows what the document says; announced once for each silence. */
export function isSilent({ heardAt }: WatchState, now: string): boolean {
  return heardAt !== undefined && Date.parse(now) >= Date.parse(later(heardAt, 24 * SILENT_DAYS));
}
