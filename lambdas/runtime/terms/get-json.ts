import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { AnswerFault } from './terms-client.ts';

export type Patience = {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** For all requests that one document takes together, from the first one's turn on. */
  readonly documentMs: number;
};

/** What a collection may take: 20 seconds and 5 MB an answer, and two minutes a document, so that a slow one leaves time for the others. */
export const TERMS_PATIENCE: Patience = { timeoutMs: 20_000, maxBytes: 5_000_000, documentMs: 120_000 };

/** What came of a request. Redirects are answers too: whether one is followed is not decided here. */
export type Got =
  | { readonly status: number; readonly headers: IncomingHttpHeaders; readonly json?: unknown; readonly fault?: AnswerFault }
  | { readonly status?: undefined; readonly fault: AnswerFault };

type Options = {
  readonly headers: Record<string, string>;
  readonly patience: Omit<Patience, 'documentMs'>;
  /** Authorities that are trusted besides those of Node. */
  readonly ca?: string | undefined;
};

const failed = (code: string, detail: string): Got => ({ fault: { code, detail } });

/** One GET over HTTPS for JSON. What the other side sends is measured while it comes, and never part of a fault. */
export async function getJson(url: URL, { headers, patience, ca }: Options): Promise<Got> {
  if (url.protocol !== 'https:') return failed('not-https', 'the address is not https');
  const signal = AbortSignal.timeout(patience.timeoutMs);
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(
        url,
        { headers: { accept: 'application/json', 'accept-encoding': 'identity', ...headers }, signal, ...(ca && { ca }) },
        resolve,
      );
      sent.on('error', reject).end();
    });
    return await readAnswer(response, patience);
  } catch (error) {
    if (signal.aborted) return failed('too-slow', `there was no whole answer within ${patience.timeoutMs / 1000} seconds`);
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
      return failed('cut-off', 'the connection ended before the answer did');
    return failed('unreachable', `there was no connection (${error instanceof Error && 'code' in error ? error.code : 'unknown'})`);
  }
}

async function readAnswer(response: IncomingMessage, { maxBytes }: Pick<Patience, 'maxBytes'>): Promise<Got> {
  const { statusCode: status = 0, headers } = response;
  if (status !== 200) {
    response.destroy();
    return { status, headers };
  }
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const encoding = headers['content-encoding'] ?? 'identity';
  const refuse = (code: string, detail: string): Got => {
    response.destroy();
    return { status, headers, fault: { code, detail } };
  };
  if (!/^application\/([\w.-]+\+)?json$/.test(type) || encoding !== 'identity') return refuse('not-json', 'the answer is not JSON by its own word');
  if (Number(headers['content-length'] ?? 0) > maxBytes) return refuse('too-large', `the answer is longer than ${maxBytes} bytes`);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBytes) return refuse('too-large', `the answer is longer than ${maxBytes} bytes`);
    parts.push(part);
  }
  if (!response.complete) return refuse('cut-off', 'the connection ended before the answer did');
  try {
    return { status, headers, json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))) };
  } catch {
    return { status, headers, fault: { code: 'not-json', detail: 'the answer cannot be read as JSON' } };
  }
}
