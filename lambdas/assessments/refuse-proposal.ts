import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { fault } from '../../domain/facts/fault.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';

/** So many refusals of one person stand on a platform at a time. */
const MOST = 500;

const ProposalParams = z.strictObject({
  platform: PlatformId,
  key: z
    .string()
    .regex(/^[0-9a-f]{32}$/, fault('not-a-proposal-key'))
    .meta({ description: 'The key of a proposal.', example: '5f2b0c9d41aa7e3058be11f0c2d7a964' }),
});

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

export const takeBackRefusal = operation({
  params: ProposalParams,
  reply: { 204: z.undefined().meta({ description: 'It is drafted again, for everybody.' }) },
  find: findPlatform,
  async run({ params: { platform, key }, caller }, { store, now }) {
    const standing = (await store.listRefusals(platform)).get(key);
    if (!standing || standing.takenBack) throw new Problem('not-found', detail('not-refused', { platform, key }));
    await store.putRefusal({ ...standing, takenBack: { by: caller.id, at: now().toISOString() } });
    return { status: 204, body: undefined };
  },
});
