import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { sealedKey } from '../../store/sealed.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { replyProof } from './find-proof.ts';
import { SealedParams } from './sealed-params.ts';

export const LogProof = z.string().meta({
  id: 'LogProof',
  contentMediaType: 'text/plain',
  description:
    'A proof for verifying offline that what was recorded is in the tree (C2SP tlog-proof): its `extra` is the event, whose SHA-256 is the leaf.',
  example: 'c2sp.org/tlog-proof@v1\nextra e30=\nindex 7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nwhereabouts.example.org/v1/log\n8\n',
});

export const getProof = operation({
  params: SealedParams,
  reply: { 200: LogProof },
  async run({ params: { platform, id } }, deps) {
    const event = await deps.store.findSealingEvent(platform, sealedKey(platform, id).sk);
    if (!event) throw new Problem('not-found', detail('not-recorded', { platform, id }));
    return replyProof(event, deps);
  },
});
