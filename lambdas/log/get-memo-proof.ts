import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { fault } from '../../domain/facts/fault.ts';
import { Sha256 } from '../../domain/facts/hash.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { replyProof } from './find-proof.ts';
import { LogProof } from './get-proof.ts';

const Params = z.strictObject({
  platform: PlatformId,
  decision: z
    .string()
    .regex(/^dec_[0-9A-HJKMNP-TV-Z]{26}$/, fault('not-a-decision-id'))
    .meta({ description: 'The decision that the memo is of.', example: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
  memo: Sha256.meta({
    description: 'The SHA-256 of the memo’s bytes.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  }),
});

export const getMemoProof = operation({
  params: Params,
  reply: { 200: LogProof },
  async run({ params: { platform, decision, memo: sha256 } }, deps) {
    const event = await deps.store.findMemoEvent(platform, decision, sha256);
    if (!event) throw new Problem('not-found', detail('no-memo', { platform, sha256 }));
    return replyProof(event, deps);
  },
});
