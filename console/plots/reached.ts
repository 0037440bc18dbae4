import type { Mode, Score } from '../api/views.ts';

/** A jurisdiction with what is known of it: whether data is kept there, in which ways it is reached from there. */
export type Reached = {
  readonly code: string;
  readonly isStored: boolean;
  readonly ways: readonly Mode[];
  readonly exposure: Score['score'] | undefined;
  readonly points: number;
};
