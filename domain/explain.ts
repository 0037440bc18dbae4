import type { Assessment } from './assessment.ts';
import { counterfactualOf } from './counterfactual.ts';
import { explainCommitments } from './explain-commitments.ts';
import { explainLowers } from './explain-lowers.ts';
import { explainMarginal } from './explain-marginal.ts';
import { findOutNext, findWhatMatters } from './explain-next.ts';
import { explainLeads, explainPaths, explainUnknowns } from './explain-paths.ts';
import { explainSmallestSets } from './explain-smallest-sets.ts';
import { summarise } from './explain-summary.ts';
import type { Explanation } from './explanation.ts';
import type { Moved } from './explanation-moved.ts';
import type { Register } from './register.ts';
import type { Scored } from './score.ts';

/** Explains a score of an assessment, exactly; `moved` by what it differs from another. */
export function explainScore(assessment: Assessment, scored: Scored, register: Register, moved?: Moved): Explanation {
  const counterfactual = counterfactualOf(scored, register);
  const marginal = explainMarginal(scored, counterfactual);
  const lowers = explainLowers(scored, register, counterfactual);
  const matters = findWhatMatters(scored, lowers);
  const next = findOutNext(scored, marginal, counterfactual);
  const explained = {
    paths: explainPaths(assessment, scored, register),
    leads: explainLeads(scored),
    unknowns: explainUnknowns(scored),
    marginal,
    lowers,
    smallestSets: explainSmallestSets(scored),
    ...(matters && { whatMatters: matters }),
    ...(next && { findOutNext: next }),
    commitments: explainCommitments(assessment, scored, counterfactual),
    ...(moved && { moved }),
  };
  return { summary: summarise(assessment, scored, register, explained), ...explained };
}
