import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { LIMITS, text } from '../../domain/facts/evidence.ts';
import { eraseCapture as erase } from '../../domain/record/erase-capture.ts';
import { demand, demandPerson } from '../runtime/caller.ts';
import { CaptureView, toCaptureView } from '../runtime/capture-view.ts';
import type { Deps } from '../runtime/deps.ts';
import { CaptureParams, findCapture } from '../runtime/find-capture.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';

const Erasure = z
  .strictObject({
    reason: text(LIMITS.text).meta({
      description: 'Why the text should not have been kept.',
      example: 'It names a person who has nothing to do with the platform.',
    }),
  })
  .meta({ id: 'Erasure', description: 'A word on the erasure of a capture: the first person’s proposes it, another’s does it.' });

export const eraseCapture = operation({
  params: CaptureParams,
  body: Erasure,
  reply: { 200: CaptureView },
  find: findCapture,
  async run({ body: { reason }, caller, witness, found: { capture } }, deps: Deps) {
    demand(caller, 'operate');
    demandPerson(caller, detail('erasure-for-people'));
    const { platform } = capture;
    const head = await deps.store.findHead(platform);
    if (!head) throw new Error(`the platform of capture ${capture.capture} is not there`);
    const before = await deps.store.findErasure(platform, capture.capture);
    const actor = { by: caller.id, ...witness, at: deps.now().toISOString() };
    const destroyKey = () => deps.vault.destroyKey(capture.capture, platform);
    // Where the attempt before ended between record and key, this one ends it.
    if (before?.erasedAt !== undefined) await destroyKey();
    const { erasure, ...step } = erase(head, { capture, before, reason }, actor, deps);
    // The record first: it looks whether the first person's word is what that person gave, and a key does not come back.
    await deps.store.commit({ from: head, ...step });
    if (erasure.erasedAt !== undefined) await destroyKey();
    return ok(toCaptureView(capture, erasure));
  },
});
