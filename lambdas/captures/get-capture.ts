import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { CaptureParams, findCapture } from '../runtime/find-capture.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';

/** Whatever the bytes are, a browser shows them as letters, runs nothing of them and loads nothing for them. */
const INERT = {
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
};

export const getCapture = operation({
  params: CaptureParams,
  query: z.strictObject({
    part: z
      .enum(['bytes', 'text'])
      .default('bytes')
      .meta({ description: 'The bytes as they were read, whose SHA-256 is the name, or the text that quotes are looked for in.', example: 'text' }),
  }),
  reply: { 200: z.unknown().meta({ description: 'The bytes of the capture, or its text, never as anything but plain text.' }) },
  find: findCapture,
  async run({ params: { sha256 }, query: { part }, found: { capture, key } }, { vault, store }) {
    const erasure = await store.findErasure(capture.platform, sha256);
    const bytes = await (part === 'text' ? vault.readText(capture, key) : vault.read(key, 'bytes', sha256));
    if (erasure?.erasedAt !== undefined) throw new Problem('capture-erased', detail('contents-erased'));
    if (key.wrapped === undefined) throw new Problem('capture-erased', detail('data-key-destroyed'));
    if (!bytes) throw new Problem('capture-erased', detail('contents-lost'));
    return ok(bytes, INERT);
  },
});
