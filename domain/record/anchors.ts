import * as z from 'zod';
import { PlatformId } from '../facts/platform.ts';
import { Anchor } from '../vault/anchor.ts';

/** Where the quotes of a revision stood in their captures when it was submitted: recorded with it, for good. */
export const Anchors = z.strictObject({ platform: PlatformId, revision: z.int().min(1), anchors: z.array(Anchor).min(1) });
export type Anchors = z.infer<typeof Anchors>;
