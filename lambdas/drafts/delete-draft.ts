import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { DraftParams, demandOwnDraft } from './find-draft.ts';

export const deleteDraft = operation({
  params: DraftParams,
  reply: { 204: z.undefined().meta({ description: 'It is gone.' }) },
  find: demandOwnDraft,
  async run({ params, caller }, { store }) {
    await store.deleteDraft({ by: caller.id, ...params });
    return { status: 204, body: undefined };
  },
});
