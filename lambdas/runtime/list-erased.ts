import type { Assessment } from '../../domain/facts/assessment.ts';
import { listCaptured } from '../../domain/vault/quotes.ts';
import type { Deps } from './deps.ts';

/** Which captures of an assessment have been erased since. */
export function listErased(assessment: Assessment, { vault }: Pick<Deps, 'vault'>): Promise<ReadonlySet<string>> {
  const captures = listCaptured(assessment);
  // Most have none, and reach no vault.
  return captures.length === 0 ? Promise.resolve(new Set()) : vault.listErased(captures);
}
