import { Conflict } from './conflict.ts';

const TIMES = 8;
const SHORTEST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 500;

/**
 * Does it again where somebody else was first, from its reading on, after a random pause of up to 20 ms that doubles with each attempt.
 * The last `Conflict` is thrown; every other error at once.
 */
export async function again<T>(act: () => Promise<T>, { times = TIMES }: { readonly times?: number } = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= times) throw error;
      const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** attempt);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
    }
  }
}

/** For what somebody else has then done already: what was written first stands. */
export function ignoreConflict(error: unknown): undefined {
  if (!(error instanceof Conflict)) throw error;
  return undefined;
}
