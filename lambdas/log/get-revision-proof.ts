import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { replyProof } from './find-proof.ts';
import { LogProof } from './get-proof.ts';

const Params = z.strictObject({
  revision: z
    .string()
    .regex(/^\d{6,10}-[0-9a-f]{8}$/, 'must be a revision as an export names it, such as 000002-ced69b94')
    .meta({ description: 'As the header `Whereabouts-Revision` of an export has it.', example: '000002-ced69b94' }),
});

/** One proof for all exports of the revision: its event names the SHA-256 of each, as it is sent. */
export const getRevisionProof = operation({
  params: Params,
  reply: { 200: LogProof },
  async run({ params: { revision } }, deps) {
    const event = await deps.store.findReleaseEvent(revision);
    if (!event) throw new Problem('not-found', detail('not-released', { revision }));
    return replyProof(event, deps);
  },
});
