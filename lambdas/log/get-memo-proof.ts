import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { Sha256 } from '../../domain/facts/hash.ts';
import { DecisionParams } from '../runtime/find-decision.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { replyProof } from './find-proof.ts';
import { LogProof } from './get-proof.ts';

const Params = z.strictObject({
  ...DecisionParams.shape,
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
