import { type Outcome, takeVersion, type Version, type Watched } from './take-version.ts';
import { dueAt, type WatchState } from './watch-state.ts';

export type Played = { readonly at: string; readonly outcome: Outcome };

/**
 * What recorded versions mean one after the other, each taken when it was recorded and again when what it waits for has come, up to
 * `until`: the history of a document, or what a watch that stood still has missed. `versions` in the order in which they were recorded;
 * `quotesOn` gives the quotes that stood at an instant.
 */
export function playVersions(
  versions: readonly Version[],
  { until, quotesOn, ...known }: Pick<Watched, 'language' | 'names'> & { until: string; quotesOn: (instant: string) => Watched['quotes'] },
): { readonly state: WatchState; readonly played: Played[] } {
  const played: Played[] = [];
  let state: WatchState = {};
  let baseline: string | undefined;
  const take = (version: Version, now: string) => {
    const taken = takeVersion({ state, baseline, version, now, quotes: quotesOn(now), ...known });
    if (taken.state.baseline?.sha256 === version.sha256) baseline = version.text;
    state = taken.state;
    played.push({ at: now, outcome: taken.outcome });
  };
  for (const [i, version] of versions.entries()) {
    take(version, version.recordedAt);
    const due = dueAt(state);
    if (due !== undefined && due <= (versions[i + 1]?.recordedAt ?? until)) take(version, due);
  }
  return { state, played };
}
