/** Sends a request to a witness's `add-checkpoint`; what the witness answers is not believed. */
export type AskWitness = (url: string, body: string) => Promise<{ readonly status: number; readonly text: string }>;

const PATIENCE_MS = 5_000;
/** Cosignatures are some hundred bytes; nothing longer is read. */
const MOST_BYTES = 16_384;

export type AskOptions = {
  /** Whether an address may be called. @default https alone, without a user name */
  readonly allows?: (url: URL) => boolean;
  readonly patienceMs?: number;
};

/** For local mode: a witness on this machine needs no certificate. */
export const isHttpsOrLoopback = (url: URL) =>
  isSafe(url) || (url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname));

const isSafe = ({ protocol, username, password }: URL) => protocol === 'https:' && username === '' && password === '';

/**
 * Calls the addresses of the policy's witnesses and no other: the list is closed when it is made. It follows no redirection, waits five
 * seconds and reads 16 KB.
 */
export function openWitnesses(urls: readonly string[], { allows = isSafe, patienceMs = PATIENCE_MS }: AskOptions = {}): AskWitness {
  const allowed = new Set(urls.filter((url) => allows(new URL(url))));
  return async (url, body) => {
    if (!allowed.has(url)) throw new Error('the policy names no witness at this address that may be called');
    const answer = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: answer.status, text: await readShort(answer) };
  };
}

async function readShort({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error(`the witness answered with more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
