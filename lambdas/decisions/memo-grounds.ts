import { counterfactualOf } from '../../domain/explain/counterfactual.ts';
import type { HeldFact } from '../../domain/explain/explanation-holds.ts';
import { findWhatHoldsTheGate } from '../../domain/explain/holds.ts';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { MODES, type Mode } from '../../domain/facts/vocabulary.ts';
import type { Register } from '../../domain/score/register.ts';
import { scoreAssessment } from '../../domain/score/score.ts';

/** What a decision rests on, as a reader needs it: the facts that hold the gate first, who reaches the data, what has happened. */
export type MemoGrounds = {
  readonly facts: readonly HeldFact[];
  /** Jurisdictions of the admitted paths, by how they reach the data, in the order of the method; none of a way are left out. */
  readonly reached: readonly (readonly [mode: Mode, codes: readonly string[]])[];
  readonly incidents: NonNullable<Assessment['incidents']>;
};

/** Weighed on the day of the sealed score, by the register that is at hand: it orders the facts, and no figure is taken from it. */
export function findGrounds(assessment: Assessment, asOf: string, register: Register): MemoGrounds {
  const scored = scoreAssessment(assessment, register, { asOf, knownBy: asOf });
  const codesOf = (mode: Mode) => [...new Set(scored.paths.filter(({ path }) => path.mode === mode).map(({ path }) => path.jurisdiction))];
  const admitted = new Set(scored.incidents.map(({ id }) => id));
  return {
    facts: findWhatHoldsTheGate(assessment, scored, counterfactualOf(scored)).facts,
    reached: MODES.map((mode) => [mode, codesOf(mode)] as const).filter(([, codes]) => codes.length > 0),
    incidents: (assessment.incidents ?? []).filter(({ id }) => admitted.has(id)),
  };
}
