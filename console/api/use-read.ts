import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, call, keptAnswer, readAll } from './client.ts';
import { ApiProblem } from './problem.ts';

/** What a view knows of something it reads: the last answer, if any, and why there is no newer one, if so. */
export type Reading<T> = {
  readonly data: T | undefined;
  readonly etag: string | null;
  readonly at: Date | undefined;
  readonly problem: ApiProblem | undefined;
  readonly isLoading: boolean;
  reload(): void;
};

/** Reads one thing; undefined reads nothing. What was read before is shown while it is read again. */
export function useRead<T>(path: string | undefined): Reading<T> {
  return useReading<T>(path, path, (signal) => call<T>('GET', path ?? '', { signal }));
}

/** Reads a whole list. */
export function useReadAll<T>(path: string | undefined): Reading<T[]> {
  return useReading<T[]>(path, path && `all ${path}`, (signal) => readAll<T>(path ?? '', signal));
}

type State<T> = {
  path: string | undefined;
  answer: Answer<T> | undefined;
  problem: ApiProblem | undefined;
  /** What was thrown that is no refusal. */
  fault?: { error: unknown };
  isLoading: boolean;
};

function useReading<T>(path: string | undefined, key: string | undefined, read: (signal: AbortSignal) => Promise<Answer<T>>): Reading<T> {
  const first = (): State<T> => ({
    path,
    answer: key === undefined ? undefined : keptAnswer<T>(key),
    problem: undefined,
    isLoading: path !== undefined,
  });
  const [state, setState] = useState<State<T>>(first);
  const [turn, setTurn] = useState(0);
  const reader = useRef(read);
  reader.current = read;
  useEffect(() => {
    if (path === undefined) return;
    const abort = new AbortController();
    setState((old) => (old.path === path && !old.fault ? { ...old, isLoading: true } : first()));
    reader
      .current(abort.signal)
      .then((answer) => setState({ path, answer, problem: undefined, isLoading: false }))
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        setState((old) => ({ ...old, ...(error instanceof ApiProblem ? { problem: error } : { fault: { error } }), isLoading: false }));
      });
    return () => abort.abort();
  }, [path, turn]);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  const current = state.path === path ? state : first();
  // Thrown while drawing, it reaches the boundary around what is read.
  if (current.fault) throw current.fault.error;
  return {
    data: current.answer?.data,
    etag: current.answer?.etag ?? null,
    at: current.answer?.at,
    problem: current.problem,
    isLoading: current.isLoading,
    reload,
  };
}
