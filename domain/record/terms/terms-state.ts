import * as z from 'zod';
import { Instant } from '../../facts/date.ts';
import { LocalId } from '../../facts/evidence.ts';
import { PlatformId } from '../../facts/platform.ts';
import { VersionName, WatchState } from '../../watch/watch-state.ts';

/** Changes that are listed of a document; the chain has them all. */
const MOST_LISTED = 20;

/** What the record remembers of a watched document: versions by their names, changes by the events that say them. Texts lie in the archive. */
export const TermsState = z.strictObject({
  platform: PlatformId,
  document: LocalId,
  /** The version that was taken last, whatever was made of it. */
  newest: VersionName.optional(),
  watch: WatchState,
  /** Events that told a change, newest first, by their numbers in the chain. */
  changes: z.array(z.strictObject({ sequence: z.int(), at: Instant })),
});
export type TermsState = z.infer<typeof TermsState>;

type Listed = TermsState['changes'];

export function listChange(changes: Listed, change: Listed[number]): Listed {
  return [change, ...changes].slice(0, MOST_LISTED);
}
