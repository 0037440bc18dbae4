import * as z from 'zod';
import { Instant } from '../facts/date.ts';
import { Sha256 } from '../facts/hash.ts';

/** A version of a text by its names: what its origin calls it, and the SHA-256 of its bytes. The text itself lies in the archive. */
export const VersionName = z.strictObject({
  version: z.string().meta({ description: 'The id of the version at its origin.', example: '2f1c9d0' }),
  sha256: Sha256,
  recordedAt: Instant.meta({ description: 'When its origin recorded it.' }),
});
export type VersionName = z.infer<typeof VersionName>;

/** Why a text is not taken for the document: another language, under half of the words, thirty sentences gone (or come) one-sidedly. */
const SUSPICIONS = ['other-language', 'shrunk', 'one-sided'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** What the watch remembers of a document, small enough for an item of the table. */
export const WatchState = z.strictObject({
  /** The last good version, which the next one is compared with. */
  baseline: VersionName.optional(),
  /** A version that differs in what matters, and since when what differs has stood; `differs` is a SHA-256 over it. */
  waiting: VersionName.extend({ differs: Sha256, since: Instant }).optional(),
  /** A version that is not taken for the document, and since when. */
  suspect: VersionName.extend({ why: z.enum(SUSPICIONS), since: Instant }).optional(),
  /** When the newest version was recorded: what silence is counted from. */
  heardAt: Instant.optional(),
  /** The `heardAt` whose silence was announced, so that it is announced once. */
  silenceToldOf: Instant.optional(),
});
export type WatchState = z.infer<typeof WatchState>;

const MS_PER_HOUR = 3_600_000;
const STANDING_HOURS = 36;
const SUSPECT_DAYS = 14;
const SILENT_DAYS = 90;

const later = (instant: string, hours: number): string => new Date(Date.parse(instant) + hours * MS_PER_HOUR).toISOString();

/** When what a document waits for will have stood long enough; undefined where nothing waits. */
export function dueAt({ waiting, suspect }: Pick<WatchState, 'waiting' | 'suspect'>): string | undefined {
  if (suspect) return later(suspect.since, 24 * SUSPECT_DAYS);
  return waiting && later(waiting.since, STANDING_HOURS);
}

/** Whether nothing was recorded for 90 days, so that it is not known what the document says. */
export function isSilent({ heardAt }: WatchState, now: string): boolean {
  return heardAt !== undefined && Date.parse(now) >= Date.parse(later(heardAt, 24 * SILENT_DAYS));
}
