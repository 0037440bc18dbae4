import type { Head } from '../../domain/record/head.ts';
import { type KeptHearing, keepHearing } from '../../domain/record/hearing/keep-hearing.ts';
import type { Deps } from '../runtime/deps.ts';
import { findFacts } from '../runtime/find-facts.ts';

/** Decisions of the platform that are looked at, the newest first: one whose party was heard longer ago is heard anew. */
const MOST_READ = 20;

/** The newest hearing of the same party in which it was shown every ground of what is proposed now. */
export async function findKeptHearing({ platform, approved, profile }: Head, deps: Pick<Deps, 'store'>): Promise<KeptHearing | undefined> {
  const { decisions } = await deps.store.listDecisions({ platform, limit: MOST_READ });
  const heard = decisions.filter(({ progress }) => progress.hearing?.held);
  const grounds = approved && heard.length > 0 ? await findFacts(platform, approved, deps) : undefined;
  if (!grounds) return undefined;
  for (const decided of heard) {
    const shown = await findFacts(platform, decided.decision.grounds.assessment, deps);
    const kept = shown && keepHearing({ ...decided, assessment: shown.assessment }, profile, grounds.assessment);
    if (kept) return kept;
  }
  return undefined;
}
