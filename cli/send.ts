import { setTimeout as sleep } from 'node:timers/promises';
import { Outage } from './failure.ts';

/** Statuses of a service that is busy or being replaced: the same request may succeed in a moment. */
const BUSY = new Set([429, 502, 503, 504]);
const PAUSES_MS = [200, 1000, 3000];
const LONGEST_PAUSE_MS = 10_000;

/** Sends a request that may be repeated safely: a read, or a change under a key or a condition. No answer is an `Outage`. */
export async function send(request: Request): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const pauseMs = PAUSES_MS[attempt];
    const answer = await sendOnce(request.clone());
    if (pauseMs === undefined || !BUSY.has(answer.status) || (await isAnswer(answer))) return answer;
    await sleep(Math.min(LONGEST_PAUSE_MS, Math.max(pauseMs, Number(answer.headers.get('retry-after') ?? 0) * 1000)), undefined, {
      signal: request.signal,
    });
  }
}

async function sendOnce(request: Request): Promise<Response> {
  const { origin } = new URL(request.url);
  try {
    return await fetch(request);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
    throw new Outage([
      `Nothing answers at ${origin}${code === undefined ? '' : ` (${code})`}.`,
      'In local mode, start it with: npm start. Elsewhere, look at the address: --url, or WHEREABOUTS_URL.',
    ]);
  }
}

/** A withheld export is an answer, though its status is that of a service that is busy. */
async function isAnswer(answer: Response): Promise<boolean> {
  return answer.status === 503 && (answer.headers.get('content-type') ?? '').startsWith('application/problem+json');
}
