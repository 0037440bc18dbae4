import { counterfactualOf } from '../../domain/explain/counterfactual.ts';
import type { HeldFact } from '../../domain/explain/explanation-holds.ts';
import { findWhatHoldsTheGate } from '../../domain/explain/holds.ts';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { MODES, type Mode } from '../../domain/facts/vocabulary.ts';
import type { Register } from '../../domain/score/register.ts';
import { type Scored, scoreAssessment } from '../../domain/score/score.ts';
import { type QuoteState, quoteStateOf } from '../../domain/vault/quotes.ts';

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
  return {
    facts: findWhatHoldsTheGate(assessment, scored, counterfactualOf(scored)).facts,
    reached: listReached(scored),
    incidents: listAdmitted(assessment, scored),
  };
}

export function listReached({ paths }: Scored): MemoGrounds['reached'] {
  const codesOf = (mode: Mode) => [...new Set(paths.filter(({ path }) => path.mode === mode).map(({ path }) => path.jurisdiction))];
  return MODES.map((mode) => [mode, codesOf(mode)] as const).filter(([, codes]) => codes.length > 0);
}

export function listAdmitted({ incidents = [] }: Assessment, scored: Scored): MemoGrounds['incidents'] {
  const admitted = new Set(scored.incidents.map(({ id }) => id));
  return incidents.filter(({ id }) => admitted.has(id));
}

/** How the quote of a fact is known; undefined where it has none. */
export function verifiedOf({ fact, words }: HeldFact, { paths, incidents = [] }: Assessment, erased: ReadonlySet<string>): QuoteState | undefined {
  const { quote, source, observed } = words;
  const evidence = [...paths, ...incidents].filter(({ id }) => id === fact).flatMap((one) => one.evidence);
  const item = quote === undefined ? undefined : evidence.find((one) => one.source === source && one.observed === observed && one.quote === quote);
  return item && quoteStateOf(item, erased);
}
