import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ProposalParams } from './proposal-params.ts';

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
