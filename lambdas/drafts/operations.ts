import type { Operations } from '../runtime/endpoint.ts';
import { deleteDraft } from './delete-draft.ts';
import { getDraft } from './get-draft.ts';
import { putDraft } from './put-draft.ts';

export const operations = { 'delete-draft': deleteDraft, 'get-draft': getDraft, 'put-draft': putDraft } as const satisfies Operations;
