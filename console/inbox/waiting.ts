import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { components } from '../../docs/api-types.ts';
import { call, changed } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Reading } from '../api/use-read.ts';
import { session } from '../session.ts';

type Inbox = components['schemas']['Inbox'];

const EVERY_MS = 60_000;
/** What the page shows: the rest is counted. */
export const MOST_SHOWN = 200;

const NONE: Omit<Reading<Inbox>, 'reload'> = { data: undefined, etag: null, at: undefined, problem: undefined, isLoading: true };

/** What waits for the person who is signed in, as it was last read. */
const waiting = signal(NONE);

async function read(): Promise<void> {
  const who = session.value?.name;
  if (who === undefined) return;
  try {
    const { data, etag, at } = await call<Inbox>('GET', `/v1/inbox?limit=${MOST_SHOWN}`, { isQuiet: true });
    if (session.value?.name === who) waiting.value = { data, etag, at, problem: undefined, isLoading: false };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (session.value?.name === who) waiting.value = { ...waiting.value, problem: error, isLoading: false };
  }
}

/** Reads it again each minute while the page is seen, when it is seen again, and after each act. */
export function useWaiting(): void {
  const who = session.value?.name;
  const acts = changed.value;
  useEffect(() => {
    waiting.value = NONE;
  }, [who]);
  useEffect(() => {
    const readIfSeen = () => void (document.visibilityState === 'visible' && read());
    readIfSeen();
    const timer = setInterval(readIfSeen, EVERY_MS);
    document.addEventListener('visibilitychange', readIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', readIfSeen);
    };
  }, [who, acts]);
}

export const useInbox = (): Reading<Inbox> => ({ ...waiting.value, reload: () => void read() });

/** How many entries there are; undefined before it is known. */
export const useCount = (): number | undefined => waiting.value.data?.total;
