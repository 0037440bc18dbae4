import type { Assessment } from '../facts/assessment.ts';
import type { Register } from '../score/register.ts';
import type { Scored } from '../score/score.ts';
import { listActs } from './acts.ts';
import { explainCommitments } from './commitments.ts';
import { counterfactualOf } from './counterfactual.ts';
import type { Explanation } from './explanation.ts';
import type { Moved } from './explanation-moved.ts';
import { findWhatTheGateHangsOn } from './hangs-on.ts';
import { findWhatHoldsTheGate } from './holds.ts';
import { explainLeads, explainUnknowns } from './leads.ts';
import { explainLowers } from './lowers.ts';
import { toMarginal, tryActs } from './marginal.ts';
import { findOutNext, findWhatMatters, toFindOutNext } from './next.ts';
import { explainPaths } from './paths.ts';
import { inOrder, shorten } from './short.ts';
import { explainSmallestSets } from './smallest-sets.ts';
import { summarise } from './summary.ts';

/** Section 8: explains a score of an assessment, exactly; `moved` by what it differs from another. */
export function explainScore(assessment: Assessment, scored: Scored, register: Register, moved?: Moved): Explanation {
  const counterfactual = counterfactualOf(scored);
  const tried = tryActs(listActs(assessment, scored), scored, counterfactual);
  const lowers = explainLowers(scored, counterfactual);
  const matters = findWhatMatters(scored, lowers);
  const next = findOutNext(tried, scored, counterfactual);
  const explained = {
    paths: explainPaths(assessment, scored),
    leads: explainLeads(scored),
    unknowns: explainUnknowns(scored),
    marginal: tried.map(toMarginal),
    lowers,
    smallestSets: explainSmallestSets(scored),
    ...(matters && { whatMatters: matters }),
    holds: findWhatHoldsTheGate(assessment, scored, counterfactual),
    hangsOn: findWhatTheGateHangsOn(assessment, scored, counterfactual),
    commitments: explainCommitments(assessment, scored, counterfactual),
    ...(moved && { moved }),
  };
  const groups = summarise(assessment, scored, register, { ...explained, tried, findOutNext: next });
  return {
    summary: inOrder(groups),
    short: shorten(groups, assessment, scored),
    ...explained,
    ...(next && { findOutNext: toFindOutNext(next) }),
  };
}
