import type { Assessment, Commitment } from '../facts/assessment.ts';
import type { FoundPath } from '../score/findings.ts';
import { toRange } from '../score/points.ts';
import type { Scored } from '../score/score.ts';
import { type Counterfactual, end, guard, toChange } from './counterfactual.ts';
import type { CommitmentExplained } from './explanation.ts';
import { bandAfter } from './lowers.ts';

/** Each promise on its own, as if delivered and proven. Until then it weighs nothing; on a path that is not admitted it does nothing. */
export function explainCommitments(assessment: Assessment, scored: Scored, { rescore }: Counterfactual): CommitmentExplained[] {
  return (assessment.commitments ?? []).map((commitment) => {
    const becomes = rescore({ paths: scored.findings.paths.map((path) => deliver(path, commitment)) });
    return {
      id: commitment.id,
      ...(commitment.dueOn && { dueOn: commitment.dueOn }),
      weighsNow: 0,
      becomes: toRange(becomes),
      band: bandAfter(scored, becomes),
      change: toChange(scored.score, becomes),
    };
  });
}

function deliver(path: FoundPath, { moves = [], ends = [], adds = [] }: Commitment): FoundPath {
  let delivered = path;
  for (const { path: id, to } of moves) if (id === path.id) delivered = { ...delivered, jurisdiction: to };
  for (const { path: id, safeguard } of adds) if (id === path.id) delivered = guard(delivered, safeguard);
  return ends.includes(path.id) ? end(delivered) : delivered;
}
