import type { Assessment } from '../facts/assessment.ts';
import { expandPath } from '../facts/expand-paths.ts';
import { toRange } from '../score/points.ts';
import { inTenths, type Scored } from '../score/score.ts';
import { findWinningPath } from '../score/winning-path.ts';
import { compare } from './change.ts';
import { listSupporting, newestOf } from './describe-fact.ts';
import type { PathExplained } from './explanation-paths.ts';
import { explainFactors } from './factors.ts';
import { toBelief } from './leads.ts';
import { witnessesOf } from './weighed-facts.ts';

/** Section 8.2: every admitted path, the strongest first: the factors it is made of, each tied to its facts and its row of the register. */
export function explainPaths(assessment: Assessment, scored: Scored): PathExplained[] {
  const entries = new Map(assessment.paths.flatMap((entry, place) => expandPath(entry).map(({ id }) => [id, { entry, place }])));
  const winners = new Set([...scored.jurisdictions.keys()].map((code) => findWinningPath(scored.paths, code)));
  const witnesses = witnessesOf(assessment, scored);
  return [...scored.paths]
    .sort((x, y) => y.exposure[1] - x.exposure[1] || compare(x.path.id, y.path.id))
    .flatMap((exposed) => {
      const { id, jurisdiction, mode, stake, belief, ended } = exposed.path;
      const found = entries.get(id);
      if (!found) return [];
      const { entry, place } = found;
      const newest = newestOf(listSupporting(entry.evidence, witnesses, scored), scored);
      const endedNewest = entry.ended && ended && newestOf(listSupporting(entry.ended.evidence, witnesses, scored), scored);
      const apart = {
        path: toBelief(belief),
        newest,
        ...(ended && endedNewest && { ended: toBelief([ended[1], ended[2], ended[0]]), endedNewest }),
      };
      return {
        id,
        jurisdiction,
        mode,
        ...(mode === 'control' && { stake }),
        wins: winners.has(exposed),
        exposure: toRange(inTenths(exposed.exposure)),
        belief: apart,
        factors: explainFactors(exposed, apart, entry, `/paths/${place}`, scored),
      };
    }) as PathExplained[];
}
