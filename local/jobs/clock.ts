import * as z from 'zod';
import { findText, writeWhole } from '../data-folder.ts';
import { StartFailure } from '../start-failure.ts';

/** The clock of this instance: the real one, plus how far it was moved. It only goes forward, over restarts too. */
export type Clock = {
  now(): Date;
  /** `kept`: a later instant, at which it goes on where this process is ended on the way there: one write does for all moves up to it. */
  moveTo(instant: Date, kept?: Date): void;
};

const Stored = z.strictObject({ offsetMs: z.int().nonnegative() });

export function openClock(file: string): Clock {
  let { offsetMs } = readOffset(file);
  let keptMs = offsetMs;
  const now = () => new Date(Date.now() + offsetMs);
  return {
    now,
    moveTo(instant, kept) {
      const toReach = (to: Date) => offsetMs + Math.max(0, to.getTime() - now().getTime());
      const wantedMs = toReach(kept ?? instant);
      offsetMs = toReach(instant);
      if (kept && offsetMs <= keptMs) return;
      keptMs = wantedMs;
      writeWhole(file, JSON.stringify({ offsetMs: keptMs }));
    },
  };
}

function readOffset(file: string): z.infer<typeof Stored> {
  const stored = findText(file);
  if (stored === undefined) return { offsetMs: 0 };
  try {
    return Stored.parse(JSON.parse(stored));
  } catch (error) {
    throw new StartFailure(`The clock's file ${file} cannot be read: delete it to go back to the real time.`, { cause: error });
  }
}
