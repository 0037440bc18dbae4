import { useCallback, useEffect, useState } from 'preact/hooks';
import type { components } from '../../docs/api-types.ts';
import { call } from './client.ts';
import { ApiProblem } from './problem.ts';

export type RecordedEvent = components['schemas']['RecordedEvent'];
type Page = { readonly items: readonly RecordedEvent[]; readonly nextCursor: string | null };
type State = { readonly events: readonly RecordedEvent[] | undefined; readonly cursor: string | null; readonly problem: ApiProblem | undefined };

const PAGE = 50;
const NONE: State = { events: undefined, cursor: null, problem: undefined };

/** A platform’s own events, newest first, a page at a time; of a past day, those up to an instant. */
export function useEvents(platform: string, until: string | undefined) {
  const [state, setState] = useState(NONE);
  const read = useCallback(
    async (from: State, signal?: AbortSignal) => {
      try {
        const next = await readPage(platform, from.cursor, until, signal);
        setState({ events: [...(from.events ?? []), ...next.items], cursor: next.nextCursor, problem: undefined });
      } catch (error) {
        if (signal?.aborted) return;
        if (!(error instanceof ApiProblem)) throw error;
        setState({ ...from, problem: error });
      }
    },
    [platform, until],
  );
  useEffect(() => {
    const abort = new AbortController();
    void read(NONE, abort.signal);
    return () => abort.abort();
  }, [read]);
  return { ...state, more: () => read(state) };
}

/** The next page that has something in it: what came after the instant is passed over. */
async function readPage(platform: string, from: string | null, until: string | undefined, signal: AbortSignal | undefined): Promise<Page> {
  let cursor = from;
  for (;;) {
    const query = `limit=${PAGE}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { data } = await call<Page>('GET', `/v1/platforms/${platform}/events?${query}`, signal ? { signal } : {});
    const items = data.items.filter(({ at }) => until === undefined || at <= until);
    if (items.length > 0 || data.nextCursor === null) return { items, nextCursor: data.nextCursor };
    cursor = data.nextCursor;
  }
}
