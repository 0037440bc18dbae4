import * as z from 'zod';
import { PlatformId } from '../../domain/facts/platform.ts';

/** What is recorded for good, and can be proved. */
export const SealedParams = z.strictObject({
  platform: PlatformId,
  id: z
    .string()
    .regex(/^(?:scr|dec)_[0-9A-HJKMNP-TV-Z]{26}$/, 'must be the id of a score or a decision, scr_ or dec_ and a ULID')
    .meta({ description: 'The id of a published score or of a decision.', example: 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
});
