import { Worker } from 'node:worker_threads';
import { MOST_BYTES } from '../../domain/vault/capture.ts';
import type { Answered, Asked } from './extract.ts';

/** By which version of which library a PDF becomes text. A test holds it against what is installed. */
export const PDF_EXTRACTOR = 'unpdf 1.7.0';

/** What a file may take before it is given up: pages, milliseconds, and bytes more than this process had. */
export type Limits = { readonly pages: number; readonly ms: number; readonly memory: number };
const LIMITS: Limits = { pages: 2000, ms: 60_000, memory: 1_000_000_000 };
const LOOK_MS = 50;
/** So far from its end a PDF may say that it ends (ISO 32000-1, annex H, note 18). */
const ENDING = 1024;

/**
 * The text of a PDF, line by line, or why it has none. It is read in a thread of its own that is stopped at the limits: a stream of a few
 * hundred kilobytes may unpack to gigabytes, which the heap of that thread does not count.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits = LIMITS): Promise<Answered> {
  if (!Buffer.from(bytes.subarray(-ENDING)).includes('%%EOF')) return { fault: 'is cut off: no PDF ends without %%EOF' };
  const asked: Asked = { bytes: new Uint8Array(bytes), mostPages: limits.pages, mostCharacters: MOST_BYTES };
  const worker = new Worker(new URL('./extract.ts', import.meta.url), { workerData: asked, stdout: true, stderr: true });
  const before = process.memoryUsage.rss();
  const { promise, resolve } = Promise.withResolvers<Answered>();
  const begun = Date.now();
  const watch = setInterval(() => {
    if (Date.now() - begun > limits.ms) resolve({ fault: `takes longer than ${limits.ms / 1000} seconds to be read` });
    else if (process.memoryUsage.rss() - before > limits.memory) resolve({ fault: `takes more than ${limits.memory / 1e6} MB of memory to be read` });
  }, LOOK_MS);
  worker.once('message', resolve);
  worker.once('error', (error) => resolve({ fault: `cannot be read as a PDF: ${error.message}` }));
  worker.once('exit', () => resolve({ fault: 'cannot be read as a PDF' }));
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}
