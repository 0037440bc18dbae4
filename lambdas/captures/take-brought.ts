import { type SaidFault, toFault } from '../../domain/facts/fault.ts';
import type { Head } from '../../domain/record/head.ts';
import type { Actor } from '../../domain/record/step.ts';
import type { Capture } from '../../domain/vault/capture.ts';
import type { Deps } from '../runtime/deps.ts';
import { invalid } from '../runtime/problem.ts';
import { readCaptureText } from '../runtime/terms/read-capture-text.ts';
import { takeKept } from '../runtime/terms/take-version.ts';

/** A version of a watched document that a person brings: the same comparison as of one that was read. `text` is that of a capture that is new. */
export async function takeBrought(
  { platform, terms = [] }: Head,
  manifest: Capture,
  newText: string | undefined,
  actor: Actor,
  deps: Deps,
): Promise<void> {
  const { document = '', capture, version = capture, capturedAt: recordedAt } = manifest;
  const refuse = (field: string, fault: SaidFault) => invalid([{ pointer: `/${field}`, in: 'query', ...fault }]);
  if (!terms.some(({ id }) => id === document)) throw refuse('document', toFault('not-watched', { document, watched: terms.map(({ id }) => id) }));
  const text = newText ?? (await readCaptureText(capture, deps));
  if (text === undefined) throw new Error(`what was kept of ${capture} is not there`);
  const kept = { version: { version, sha256: capture, recordedAt, text }, ...(newText !== undefined && { capture: manifest }) };
  const taken = await takeKept(platform, document, kept, actor, deps);
  if (taken.fault) throw refuse('version', { ...taken.fault, params: {} });
}
