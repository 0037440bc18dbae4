import type { Capture } from '../vault/capture.ts';
import type { Head } from './head.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

/** Announces a capture in its platform's chain, so that nobody can exchange it, nor say that it was another's. */
export function keepCapture(head: Head, manifest: Capture, actor: Actor, means: Pick<Means, 'newId'>): Step {
  const { capture, mediaType, bytes, url, capturedAt, text } = manifest;
  const data = { capture, mediaType, bytes, ...(url !== undefined && { url }), capturedAt, ...(text && { text: text.sha256 }) };
  return {
    to: { ...head, changedAt: actor.at },
    record: [{ kind: 'capture', value: manifest }],
    events: [draftEvent('capture.kept', data, actor, means)],
  };
}
