import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ProposalParams } from './proposal-params.ts';

/** So many refusals of one person stand on a platform at a time. */
const MOST = 500;

export const refuseProposal = operation({
  params: ProposalParams,
  reply: { 204: z.undefined().meta({ description: 'It is not drafted again from this sentence, for anybody.' }) },
  find: findPlatform,
  async run({ params: { platform, key }, caller }, { store, now }) {
    const refusals = await store.listRefusals(platform);
    const standing = refusals.get(key);
    if (standing && !standing.takenBack) return { status: 204, body: undefined };
    const own = [...refusals.values()].filter(({ by, takenBack }) => by === caller.id && !takenBack);
    if (own.length >= MOST) throw new Problem('limit-reached', detail('refusals-stand', { platform, count: own.length }));
    await store.putRefusal({ platform, key, by: caller.id, at: now().toISOString() });
    return { status: 204, body: undefined };
  },
});
