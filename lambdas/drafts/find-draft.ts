import * as z from 'zod';
import { DraftForm } from '../../domain/draft/form.ts';
import { detail } from '../../domain/facts/detail.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import type { Draft } from '../../store/draft.ts';
import type { Scope } from '../routes.ts';
import { type Caller, demand } from '../runtime/caller.ts';
import type { Deps } from '../runtime/deps.ts';
import { Problem } from '../runtime/problem.ts';

/** The platform need not be there yet: its profile may be what is begun. */
export const DraftParams = z.strictObject({ form: DraftForm, platform: PlatformId });
type Asked = { readonly params: z.infer<typeof DraftParams>; readonly caller: Caller };

/** Who may submit what the draft becomes. */
const SCOPES: Readonly<Record<DraftForm, Scope>> = { assessment: 'assess', profile: 'assess', proposal: 'decide' };

export async function findOwnDraft({ params, caller }: Asked, { store, now }: Deps): Promise<Draft | undefined> {
  demand(caller, SCOPES[params.form]);
  return store.findDraft({ by: caller.id, ...params }, now());
}

export async function demandOwnDraft(asked: Asked, deps: Deps): Promise<Draft> {
  const draft = await findOwnDraft(asked, deps);
  if (!draft) throw new Problem('not-found', detail('no-draft', { platform: asked.params.platform }));
  return draft;
}
