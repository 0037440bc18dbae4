import { detail } from '../facts/detail.ts';
import type { Capture, CaptureErasure } from '../vault/capture.ts';
import type { Head } from './head.ts';
import { Refusal } from './refusal.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

/**
 * One person proposes that a capture is erased, and says why; another does it. What stays is its hash, its manifest, the reason, and the
 * quotes in sealed assessments.
 */
export function eraseCapture(
  head: Head,
  { capture, before, reason }: { readonly capture: Capture; readonly before: CaptureErasure | undefined; readonly reason: string },
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Step & { readonly erasure: CaptureErasure } {
  const { by, at } = actor;
  if (before?.erasedAt !== undefined)
    throw new Refusal('already-decided', detail('capture-erased-on', { capture: capture.capture, day: before.erasedAt.slice(0, 10) }));
  if (before?.proposedBy === by) throw new Refusal('self-approval', detail('own-erasure'));
  const { platform } = head;
  const erasure: CaptureErasure = before
    ? { ...before, erasedBy: by, erasedAt: at }
    : { capture: capture.capture, platform, reason, proposedBy: by, proposedAt: at };
  const type = before ? 'capture.erased' : 'capture.erasure-proposed';
  return {
    erasure,
    to: { ...head, changedAt: at },
    record: [{ kind: 'capture-erasure', value: erasure, ...(before && { from: before }) }],
    events: [draftEvent(type, { capture: capture.capture, reason }, actor, means)],
  };
}
