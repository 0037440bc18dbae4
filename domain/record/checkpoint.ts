import * as z from 'zod';
import { CalendarDate, Instant } from '../facts/date.ts';
import { Sha256 } from '../facts/hash.ts';

/** The end of one chain: so many events, the last with this hash. */
export const ChainEnd = z.strictObject({ chain: z.string(), sequence: z.int().min(1), lastHash: Sha256 });
export type ChainEnd = z.infer<typeof ChainEnd>;

/** The ends of all chains on one day; signed, and kept out of the table. */
export const Checkpoint = z.strictObject({
  day: CalendarDate,
  takenAt: Instant,
  /** SHA-256 of the signed document before, so that one left out shows; null for the first. */
  previous: Sha256.nullable(),
  chains: z.array(ChainEnd),
  /** Chains that no longer hold what the checkpoint before says: here they keep its end, so that the break stays in sight. */
  broken: z.array(z.string()),
});
export type Checkpoint = z.infer<typeof Checkpoint>;
