import type { Assessment } from '../../domain/facts/assessment.ts';
import type { Anchor } from '../../domain/vault/anchor.ts';
import { listCaptured } from '../../domain/vault/quotes.ts';
import type { Deps } from './deps.ts';

/** Which captures of an assessment have been erased since. */
export function listErased(assessment: Assessment, deps: Pick<Deps, 'vault'>): Promise<ReadonlySet<string>> {
  return ask(listCaptured(assessment), deps);
}

/** The same by where its quotes stood, which takes less to read: each quote with a capture has its anchor. */
export function listErasedOf(anchors: readonly Anchor[], deps: Pick<Deps, 'vault'>): Promise<ReadonlySet<string>> {
  return ask([...new Set(anchors.map(({ capture }) => capture))], deps);
}

/** Most have none, and reach no vault. */
function ask(captures: readonly string[], { vault }: Pick<Deps, 'vault'>): Promise<ReadonlySet<string>> {
  return captures.length === 0 ? Promise.resolve(new Set()) : vault.listErased(captures);
}
