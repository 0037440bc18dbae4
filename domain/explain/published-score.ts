import * as z from 'zod';
import { CalendarDate } from '../facts/date.ts';
import type { Factors as FactorsOfPath } from '../score/exposure.ts';
import { CURRENT } from '../score/method.ts';
import { Open, Points, Range, toOpenPoints, toPoints, toRange, toWays, Ways } from '../score/points.ts';
import { Band, BandName, Confidence, Gate } from '../score/rating.ts';
import type { Register } from '../score/register.ts';
import type { Scored } from '../score/score.ts';
import { findWinningPath } from '../score/winning-path.ts';
import { toShortVector } from '../vector/short-vector.ts';
import { toVector } from '../vector/vector.ts';
import { Explanation } from './explanation.ts';
import { FACTORS } from './explanation-paths.ts';
import { HearingShown } from './hearing-shown.ts';

const Share = z.number().min(0).max(1);

/** As EXS 1.0 named them: in what was published by it. */
const OldFactors = z.strictObject({ q: Share, H: Share, L: Share, M: Share, D: Share, Ktech: Share, Korg: Share });

/** A map to those who read it, of which clients can be generated. */
export const Factors: z.ZodType<Readonly<Record<string, number>>> = z.union([z.strictObject(byFactor(() => Share)), OldFactors]).meta({
  id: 'Factors',
  description:
    'The factors of a path’s exposure at the point, 0 to 1: belief, hazard, law of transfers, mode, data, technical and organisational measures. In scores published by EXS 1.0: q, H, L, M, D, Ktech, Korg.',
  example: { belief: 0.99, hazard: 0.958003, law: 1, mode: 1, data: 0.85, technical: 1, organisational: 0.994066 },
});

export const Contribution = z
  .strictObject({
    of: z.string().meta({ description: 'A jurisdiction, `incidents`, or `floor`.', example: 'CN' }),
    points: Points,
    path: z.string().optional().meta({ description: 'The strongest path of the jurisdiction.', example: 'cn-remote' }),
    factors: Factors.optional(),
  })
  .meta({
    id: 'Contribution',
    description: 'What one jurisdiction, the incidents or the floor adds to the point. The points sum to it exactly.',
    example: { of: 'CN', points: 80.6, path: 'cn-control' },
  });

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Instant = z.iso.datetime();

export const Score = z
  .strictObject({
    id: z.string().optional().meta({ description: 'Of a published score.', example: 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    platform: z.string().optional().meta({ example: 'tiktok' }),
    asOf: CalendarDate.meta({ description: 'What was true then.' }),
    knownBy: CalendarDate.meta({ description: 'By what could be known then.' }),
    score: Range,
    parts: z
      .strictObject({ storage: Range, access: Range })
      .meta({ description: 'Where the data is kept, and whose staff and owners can reach it.' }),
    ways: Ways.optional().meta({ description: 'By which states; not in scores of EXS 1.0.' }),
    open: Open.optional().meta({ description: 'What nobody has named; not in scores of EXS 1.0.' }),
    scale: z.strictObject({ min: z.literal(0), max: z.literal(100), direction: z.literal('higher-is-riskier') }),
    band: Band,
    bandRange: z.tuple([BandName, BandName]).meta({ description: 'The bands of low and high.' }),
    confidence: Confidence,
    gate: Gate,
    contributions: z.array(Contribution),
    vector: z.string().meta({ description: 'All that the arithmetic reads, in one line: it recomputes the score with the same register.' }),
    shortVector: z.string().meta({ example: 'EXS:2.0/T:20230223/S:88.1[75.2-97.1]/O:100/B:severe/TOP:CN.C' }),
    method: z.string().meta({ example: CURRENT.version }),
    register: z.strictObject({ version: z.string().meta({ example: 'jr-2026.11.22' }), hash: Hash }),
    assessment: z.strictObject({
      revision: z.int().min(1).optional().meta({ description: 'The revision that answered; none for facts that are not in the record.' }),
      hash: Hash,
      asOf: CalendarDate.optional().meta({ description: 'The day that its facts are of; scores of 0.1.0 do not say it.' }),
      noneThatEarly: z
        .boolean()
        .optional()
        .meta({ description: 'Every approved revision is of a later day than the score: the earliest one answered.', example: true }),
    }),
    dataAsOf: Instant.optional().meta({ description: 'When the assessment was approved.' }),
    freshUntil: z.union([CalendarDate, Instant]).optional().meta({ description: 'The day the next review is due.' }),
    computedAt: Instant.optional(),
    hearings: z
      .array(HearingShown)
      .min(1)
      .optional()
      .meta({ description: 'Of a platform’s score today: what the party says to decisions that stand or wait.' }),
    explain: Explanation.optional(),
  })
  .meta({
    id: 'Score',
    description: 'How far a state outside the EU/EEA gets intelligible, non-public data of EU users, by the facts of one assessment.',
    example: {
      asOf: '2023-02-23',
      knownBy: '2023-02-23',
      score: { low: 75.2, point: 88.1, high: 97.1 },
      parts: { storage: { low: 44.8, point: 56.8, high: 63.3 }, access: { low: 68.1, point: 85.1, high: 96.4 } },
      ways: { programme: { low: 61.6, point: 80.6, high: 95.3 }, law: { low: 49.6, point: 61.7, high: 67.8 } },
      open: { whole: 100, storage: 100, access: 100 },
      scale: { min: 0, max: 100, direction: 'higher-is-riskier' },
      band: 'severe',
      bandRange: ['severe', 'severe'],
      confidence: 'moderate',
      gate: 'restrict',
      contributions: [{ of: 'CN', points: 88.1, path: 'cn-control' }],
      vector: 'EXS:2.0/RG:jr-2026.11.22/T:20230223/K:20230223/CN.C3.344.89-99-100/CP:0-0-0-0-0',
      shortVector: 'EXS:2.0/T:20230223/S:88.1[75.2-97.1]/O:100/B:severe/TOP:CN.C',
      method: 'EXS 2.0',
      register: { version: 'jr-2026.11.22', hash: '995ef58020b70ef008e52a062d76ec18916ee057a4b4e2ec95f7cb7176473c4f' },
      assessment: { revision: 1, hash: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1' },
    },
  });
export type Score = z.infer<typeof Score>;

/** What a score is made of beside the figures: the law it was computed with, and the facts, by their hash. */
export type ScoreContext = {
  readonly register: Register;
  readonly assessment: Score['assessment'];
  readonly explain?: Explanation;
};

/** A score as it is published. Callers add its id, platform and times. */
export function toScore(scored: Scored, { register, assessment, explain }: ScoreContext): Score {
  const { asOf, knownBy } = scored.findings;
  return {
    asOf,
    knownBy,
    score: toRange(scored.score),
    parts: { storage: toRange(scored.parts.storage), access: toRange(scored.parts.access) },
    ways: toWays(scored.ways),
    open: toOpenPoints(scored.open),
    scale: { min: 0, max: 100, direction: 'higher-is-riskier' },
    band: scored.band,
    bandRange: [...scored.bandRange],
    confidence: scored.confidence,
    gate: scored.gate,
    contributions: scored.contributions.map(({ of, tenths }) => {
      const winner = findWinningPath(scored.paths, of);
      const why = winner && { path: winner.path.id, factors: toFactors(winner.factors[1]) };
      return { of, points: toPoints(tenths), ...why };
    }),
    vector: toVector(scored, register),
    shortVector: toShortVector(scored),
    method: scored.method.version,
    register: { version: register.version, hash: register.hash },
    assessment: { ...assessment },
    ...(explain && { explain }),
  };
}

/** Six places tell a reader enough, and multiply back to the exposure within a thousandth of a point. */
export function toFactors(factors: FactorsOfPath): z.infer<typeof Factors> {
  return byFactor((factor) => places(factors[factor]));
}

function byFactor<T>(of: (factor: keyof FactorsOfPath) => T): Record<keyof FactorsOfPath, T> {
  return Object.fromEntries(FACTORS.map((factor) => [factor, of(factor)])) as Record<keyof FactorsOfPath, T>;
}

function places(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
