import type { Platform } from '../../domain/facts/platform.ts';
import type { Decided } from '../../domain/record/decision-progress.ts';
import { type Dossier, hashOfDossier, toDossier } from '../../domain/record/hearing/dossier.ts';
import type { Deps } from '../runtime/deps.ts';
import { findFacts } from '../runtime/find-facts.ts';

/** The dossier of a decision, and its hash: what a party is shown, made from the grounds that the decision sealed. */
export async function findDossier(
  { decision }: Pick<Decided, 'decision'>,
  profile: Platform,
  deps: Pick<Deps, 'store'>,
): Promise<{ readonly dossier: Dossier; readonly hash: string }> {
  const { platform, grounds } = decision;
  const [published, revision] = await Promise.all([deps.store.findPublished(platform, grounds.score), findFacts(platform, grounds.assessment, deps)]);
  if (!published || !revision) throw new Error('a decision rests on a score or a revision that is not there');
  const dossier = toDossier({ decision, score: published.score, assessment: revision.assessment, party: profile });
  return { dossier, hash: hashOfDossier(dossier) };
}
