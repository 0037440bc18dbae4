import { encodeTime } from 'ulid';

const DAY_MS = 86_400_000;

/** The id before all that scores got since the instant, in milliseconds: ids begin with their time, and there is none from before 1970. */
export function firstScoreIdAt(at: number): string {
  return `scr_${encodeTime(Math.max(0, at), 10)}`;
}

export function firstScoreIdOn(day: string): string {
  return firstScoreIdAt(Date.parse(day));
}

export function firstScoreIdAfter(day: string): string {
  return firstScoreIdAt(Date.parse(day) + DAY_MS);
}
