import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Assessment, Fault, Score } from '../api/views.ts';
import { today } from '../config.ts';

/** A pause in typing after which the facts are scored, in milliseconds. */
const PAUSE_MS = 350;

export type DryRun = {
  readonly score: Score | undefined;
  readonly faults: readonly Fault[];
  readonly problem: ApiProblem | undefined;
  readonly isWorking: boolean;
};

/** What the facts would score, asked of the API as one types; it stores nothing. The last answer stays while the next is awaited. */
export function useDryRun(assessment: Assessment, isToday: boolean): DryRun {
  const [run, setRun] = useState<DryRun>({ score: undefined, faults: [], problem: undefined, isWorking: true });
  const isFirst = useRef(true);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      setRun((old) => ({ ...old, isWorking: true }));
      try {
        const query = isToday ? `asOf=${today()}&explain=true` : 'explain=true';
        const { data } = await call<Score>('POST', `/v1/scores:simulate?${query}`, { body: assessment, signal: abort.signal });
        setRun({ score: data, faults: [], problem: undefined, isWorking: false });
      } catch (error) {
        if (abort.signal.aborted) return;
        if (!(error instanceof ApiProblem)) throw error;
        setRun((old) => ({ ...old, faults: error.errors, problem: error, isWorking: false }));
      }
    };
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : PAUSE_MS);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [assessment, isToday]);
  return run;
}
