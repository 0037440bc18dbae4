import * as z from 'zod';
import { Capture, type CaptureErasure } from '../../domain/vault/capture.ts';

const Said = z.strictObject({ by: z.string().meta({ example: 'operator' }), at: z.iso.datetime() });

/** A manifest with what became of the capture. */
export const CaptureView = z
  .strictObject({
    ...Capture.shape,
    state: z.enum(['held', 'erasure-proposed', 'erased']).meta({ description: 'Whether its contents can be read.', example: 'held' }),
    erasure: z
      .strictObject({ reason: z.string(), proposed: Said, erased: Said.optional() })
      .optional()
      .meta({ description: 'Why it is, or is to be, erased, and by whom.' }),
  })
  .meta({ id: 'CaptureView', description: 'The manifest of a capture, with its state.' });

/** `isKeyless`: its data key is destroyed. A record that was restored from before an erasure does not know of it. */
export function toCaptureView(capture: Capture, erasure?: CaptureErasure, isKeyless = false): z.infer<typeof CaptureView> {
  if (!erasure) return { ...capture, state: isKeyless ? 'erased' : 'held' };
  const { reason, proposedBy, proposedAt, erasedBy, erasedAt } = erasure;
  const erased = erasedBy !== undefined && erasedAt !== undefined ? { by: erasedBy, at: erasedAt } : undefined;
  const proposed = { by: proposedBy, at: proposedAt };
  return { ...capture, state: erased || isKeyless ? 'erased' : 'erasure-proposed', erasure: { reason, proposed, ...(erased && { erased }) } };
}
