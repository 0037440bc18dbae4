import type { Assessment } from '../domain/facts/assessment.ts';
import type { Evidence } from '../domain/facts/evidence.ts';
import { MODES } from '../domain/facts/vocabulary.ts';

/** A fact of an assessment with the place of its evidence; favourable ones lower a score. */
export type Fact = {
  readonly steps: readonly PropertyKey[];
  readonly isFavourable: boolean;
  readonly evidence: readonly Evidence[];
};

export function listAllFacts({ paths, incidents = [], complete = {}, clearText, commitments = [] }: Assessment): Fact[] {
  const favourable = (steps: readonly PropertyKey[], evidence: readonly Evidence[]): Fact => ({ steps, isFavourable: true, evidence });
  return [
    ...paths.flatMap((path, i) => [
      { steps: ['paths', i], isFavourable: false, evidence: path.evidence },
      ...(path.transfer ? [favourable(['paths', i, 'transfer'], path.transfer.evidence)] : []),
      ...(path.safeguards ?? []).map(({ evidence }, j) => favourable(['paths', i, 'safeguards', j], evidence)),
      ...(path.ended ? [favourable(['paths', i, 'ended'], path.ended.evidence)] : []),
    ]),
    ...incidents.map(({ evidence }, i) => ({ steps: ['incidents', i], isFavourable: false, evidence })),
    ...MODES.flatMap((mode) => (complete[mode] ? [favourable(['complete', mode], complete[mode].evidence)] : [])),
    ...(clearText ? [favourable(['clearText'], clearText.evidence)] : []),
    ...commitments.map(({ evidence }, i) => favourable(['commitments', i], evidence)),
  ];
}
