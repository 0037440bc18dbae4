import type { Store } from '../../store/open-store.ts';
import type { Random } from './random.ts';

class Crash extends Error {
  override name = 'Crash';
}

/** Answers as the store does until something happens at a call: it may happen before the store was asked, or after. */
function intercept(store: Store, happen: (name: string, args: readonly unknown[]) => 'before' | 'after' | undefined): Store {
  const wrapped = Object.entries(store).map(([name, act]) => [
    name,
    async (...args: unknown[]) => {
      const when = happen(name, args);
      if (when === 'before') throw new Crash(`before ${name}`);
      const answer = await (act as (...given: unknown[]) => Promise<unknown>)(...args);
      if (when === 'after') throw new Crash(`after ${name}`);
      return answer;
    },
  ]);
  return Object.fromEntries(wrapped) as Store;
}

/** The process dies at its n-th call: from there on nothing of what it does arrives. */
export function dieAt(store: Store, call: number, when: 'before' | 'after'): { store: Store; isDead: () => boolean } {
  let left = call;
  const dying = intercept(store, () => {
    left -= 1;
    if (left > 0) return undefined;
    return left === 0 ? when : 'before';
  });
  return { store: dying, isDead: () => left <= 0 };
}

/** Each call fails with a small chance: not done, or done without an answer. */
export function failNowAndThen(store: Store, random: Random, share: number): Store {
  return intercept(store, () => (random.chance(share) ? random.pick(['before', 'after'] as const) : undefined));
}

/** Whatever is asked of these platforms' files fails. */
export function poison(store: Store, platforms: ReadonlySet<string>): Store {
  return intercept(store, (name, [platform]) => (name === 'findApproved' && platforms.has(String(platform)) ? 'before' : undefined));
}
