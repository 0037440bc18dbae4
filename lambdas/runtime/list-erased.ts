import type { Assessment } from '../../domain/facts/assessment.ts';
import { listQuotes } from '../../domain/vault/quotes.ts';
import type { Deps } from './deps.ts';

/** Which captures of an assessment have been erased since. */
export function listErased(assessment: Assessment, { vault }: Pick<Deps, 'vault'>): Promise<ReadonlySet<string>> {
  const captures = new Set(listQuotes(assessment).flatMap(({ evidence }) => evidence.capture ?? []));
  // Most have none, and reach no vault.
  return captures.size === 0 ? Promise.resolve(new Set()) : vault.listErased([...captures]);
}
