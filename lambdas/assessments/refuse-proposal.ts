import * as z from 'zod';
import { PlatformId } from '../../domain/facts/platform.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';

export const refuseProposal = operation({
  params: z.strictObject({
    platform: PlatformId,
    key: z
      .string()
      .regex(/^[0-9a-f]{32}$/, 'must be the key of a proposal, 32 hexadecimal digits in lower case')
      .meta({ description: 'The key of a proposal.', example: '5f2b0c9d41aa7e3058be11f0c2d7a964' }),
  }),
  reply: { 204: z.undefined().meta({ description: 'It is not drafted again from this sentence, for anybody.' }) },
  find: findPlatform,
  async run({ params: { platform, key }, caller }, { store, now }) {
    await store.refuseProposal({ platform, key, by: caller.id, at: now().toISOString() });
    return { status: 204, body: undefined };
  },
});
