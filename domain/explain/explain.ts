import type { Assessment } from '../facts/assessment.ts';
import type { Register } from '../score/register.ts';
import type { Scored } from '../score/score.ts';
import { explainCommitments } from './commitments.ts';
import { counterfactualOf } from './counterfactual.ts';
import type { Explanation } from './explanation.ts';
import type { Moved } from './explanation-moved.ts';
import { explainLowers } from './lowers.ts';
import { explainMarginal } from './marginal.ts';
import { findOutNext, findWhatMatters } from './next.ts';
import { explainLeads, explainPaths, explainUnknowns } from './paths.ts';
import { explainSmallestSets } from './smallest-sets.ts';
import { summarise } from './summary.ts';

/** Explains a score of an assessment, exactly; `moved` by what it differs from another. */
export function explainScore(assessment: Assessment, scored: Scored, register: Register, moved?: Moved): Explanation {
  const counterfactual = counterfactualOf(scored);
  const marginal = explainMarginal(scored, counterfactual);
  const lowers = explainLowers(scored, counterfactual);
  const matters = findWhatMatters(scored, lowers);
  const next = findOutNext(scored, marginal, counterfactual);
  const explained = {
    paths: explainPaths(assessment, scored),
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
