import * as z from 'zod';
import { findText, writeWhole } from '../data-folder.ts';
import { StartFailure } from '../start-failure.ts';

/** The clock of this instance: the real one, plus how far it was moved. It only goes forward, over restarts too. */
export type Clock = {
  now(): Date;
  moveTo(instant: Date): void;
};

const Stored = z.strictObject({ offsetMs: z.int().nonnegative() });

export function openClock(file: string): Clock {
  let { offsetMs } = readOffset(file);
  const now = () => new Date(Date.now() + offsetMs);
  return {
    now,
    moveTo(instant) {
      offsetMs += Math.max(0, instant.getTime() - now().getTime());
      writeWhole(file, JSON.stringify({ offsetMs }));
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
