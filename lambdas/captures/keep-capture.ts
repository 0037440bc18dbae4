import { detail } from '../../domain/facts/detail.ts';
import { toFault } from '../../domain/facts/fault.ts';
import { isAfter } from '../../domain/record/decision.ts';
import { keepCapture as keep } from '../../domain/record/keep-capture.ts';
import { type Capture, CaptureOrigin, MEDIA_TYPES, MOST_BYTES } from '../../domain/vault/capture.ts';
import { readCapture } from '../../domain/vault/read-capture.ts';
import { hashOfBytes } from '../../store/hash-of-bytes.ts';
import { CaptureView, toCaptureView } from '../runtime/capture-view.ts';
import type { Deps } from '../runtime/deps.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { invalid, Problem } from '../runtime/problem.ts';
import { rawBody } from '../runtime/raw-body.ts';
import { created, ok } from '../runtime/reply.ts';
import { takeBrought } from './take-brought.ts';

export const keepCapture = operation({
  params: PlatformParams,
  query: CaptureOrigin,
  raw: rawBody(MEDIA_TYPES),
  maxBytes: MOST_BYTES,
  reply: {
    200: CaptureView.meta({ id: 'CaptureKnown', description: 'The manifest of the capture that these bytes already are, of whichever platform.' }),
    201: CaptureView,
  },
  find: findPlatform,
  async run({ params: { platform }, query: origin, body: { bytes, mediaType }, caller, witness, found: head }, deps) {
    const at = deps.now().toISOString();
    const capture = hashOfBytes(bytes);
    const actor = { by: caller.id, ...witness, at };
    const standing = await findStanding(capture, deps);
    const capturedAt = origin.capturedAt ?? at;
    if (isAfter(capturedAt, at) && (!standing || origin.document !== undefined))
      throw invalid([{ pointer: '/capturedAt', in: 'query', ...toFault('date-in-future', {}) }]);
    if (standing && origin.document !== undefined) await takeBrought(head, { ...standing, ...origin, capturedAt }, undefined, actor, deps);
    if (standing) return ok(toCaptureView(standing, await deps.store.findErasure(standing.platform, capture)));

    if ((origin.original === undefined) !== (origin.extractor === undefined)) {
      const missing = origin.original === undefined ? 'original' : 'extractor';
      throw invalid([{ pointer: `/${missing}`, in: 'query', ...toFault('both-or-neither') }]);
    }
    const read = readCapture(bytes, mediaType);
    if (read.fault !== undefined) throw invalid([{ pointer: '', ...toFault('unreadable-capture', { why: read.why }) }]);
    const { extractor } = read;
    const text = extractor === undefined ? undefined : Buffer.from(read.text);
    await deps.vault.keep({ capture, platform }, { bytes, ...(text && { text }) });
    const manifest: Capture = {
      ...{ capture, platform, mediaType: mediaType, bytes: bytes.length },
      ...origin,
      ...{ capturedAt, capturedBy: caller.id, keptAt: at },
      ...(text && extractor !== undefined && { text: { sha256: hashOfBytes(text), extractor } }),
    };
    if (origin.document === undefined) await deps.store.commit({ from: head, ...keep(head, manifest, actor, deps) });
    else await takeBrought(head, manifest, read.text, actor, deps);
    return created(toCaptureView(manifest), `/v1/captures/${capture}`);
  },
});

/** The same bytes are one capture. What was erased because it should not have been kept is not kept again. */
async function findStanding(capture: string, { vault, store }: Deps): Promise<Capture | undefined> {
  const key = await vault.findKey(capture);
  if (!key) return undefined;
  if (key.wrapped === undefined) throw new Problem('capture-erased', detail('text-erased'));
  return store.findCapture(key.platform, capture);
}
