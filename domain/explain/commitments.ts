import type { Assessment, Commitment } from '../facts/assessment.ts';
import { expandPath } from '../facts/expand-paths.ts';
import type { FoundPath } from '../score/findings.ts';
import { toRange } from '../score/points.ts';
import type { Scored } from '../score/score.ts';
import { toChange } from './change.ts';
import { type Counterfactual, end, guard } from './counterfactual.ts';
import type { CommitmentExplained } from './explanation.ts';

/** Section 8.5: each promise on its own, as if delivered and proven. Until then it weighs nothing; on a path that is not admitted it does nothing. */
export function explainCommitments(assessment: Assessment, scored: Scored, { now, rescore }: Counterfactual): CommitmentExplained[] {
  const entryOf = new Map(assessment.paths.flatMap((entry) => expandPath(entry).map(({ id }) => [id, entry.id])));
  return (assessment.commitments ?? []).map((commitment) => {
    const becomes = rescore({ paths: scored.findings.paths.map((path) => deliver(path, commitment, [path.id, entryOf.get(path.id)])) });
    return {
      id: commitment.id,
      ...(commitment.dueOn && { dueOn: commitment.dueOn }),
      weighsNow: 0,
      becomes: toRange(becomes.score),
      band: becomes.band,
      change: toChange(now, becomes),
    };
  });
}

/** A promise names a path by its own id, or by that of the entry which names several jurisdictions. */
function deliver(path: FoundPath, { moves = [], ends = [], adds = [] }: Commitment, ids: readonly (string | undefined)[]): FoundPath {
  let delivered = path;
  for (const { path: id, to } of moves) if (ids.includes(id)) delivered = { ...delivered, jurisdiction: to };
  for (const { path: id, safeguard } of adds) if (ids.includes(id)) delivered = guard(delivered, safeguard);
  return ends.some((id) => ids.includes(id)) ? end(delivered) : delivered;
}
