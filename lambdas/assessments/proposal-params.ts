import * as z from 'zod';
import { fault } from '../../domain/facts/fault.ts';
import { PlatformId } from '../../domain/facts/platform.ts';

export const ProposalParams = z.strictObject({
  platform: PlatformId,
  key: z
    .string()
    .regex(/^[0-9a-f]{32}$/, fault('not-a-proposal-key'))
    .meta({ description: 'The key of a proposal.', example: '5f2b0c9d41aa7e3058be11f0c2d7a964' }),
});
