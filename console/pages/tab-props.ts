import type { PlatformView, Score } from '../api/views.ts';

/** A past day, and the day whose knowledge counts. */
export type Moment = { readonly asOf: string; readonly knownBy: string };
/** What every tab of a platform gets. The moment is undefined today. */
export type TabProps = { readonly platform: PlatformView; readonly score: Score; readonly moment: Moment | undefined };
