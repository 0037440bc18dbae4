import type { IncomingMessage } from 'node:http';
import { Refusal } from './reply.ts';

/** The whole body, or 413 as soon as it is known to be longer than the limit. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw new Refusal(413);
  const chunks: Buffer[] = [];
  let length = 0;
  // Not `for await`: leaving that early destroys the socket before the refusal is sent.
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limitBytes) return void chunks.push(chunk);
      chunks.length = 0;
      reject(new Refusal(413));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the client left before its request was whole')));
  });
}
