import * as z from 'zod';
import { LIMITS, text } from '../../domain/facts/evidence.ts';
import { fault } from '../../domain/facts/fault.ts';
import { SHA256_PATTERN } from '../../domain/facts/hash.ts';

export const Approval = z
  .strictObject({
    hash: z
      .string()
      .regex(SHA256_PATTERN, fault('not-a-sha256', { of: 'decision' }))
      .meta({ description: 'The hash of what was looked at.' }),
    note: text(LIMITS.text).optional().meta({ example: 'Grounds and app ids checked.' }),
  })
  .meta({ id: 'Word', description: 'Another person’s word on a decision, sealed to its content by the hash.' });
