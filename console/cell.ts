import { useLayoutEffect, useState } from 'preact/hooks';

/** A value that views follow. */
export type Cell<T> = {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
};

export function createCell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useCell<T>(cell: Cell<T>): T {
  const [value, setValue] = useState(() => ({ of: cell.get() }));
  useLayoutEffect(() => {
    const follow = () => setValue({ of: cell.get() });
    follow();
    return cell.subscribe(follow);
  }, [cell]);
  return value.of;
}
