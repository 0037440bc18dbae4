import * as z from 'zod';
import * as method from '../../domain/score/method.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';

const Weights = z.record(z.string(), z.number());
const Effects = z.record(z.string(), Weights);

const Method = z
  .strictObject({
    version: z.string().meta({ example: method.METHOD_VERSION }),
    register: z.strictObject({ version: z.string().meta({ example: 'jr-2026.11.22' }), hash: z.string() }),
    bands: z
      .array(z.strictObject({ name: z.string(), from: z.number() }))
      .meta({ description: 'By the point, from this figure up.', example: [{ name: 'severe', from: 75 }] }),
    confidences: z
      .array(z.strictObject({ name: z.string(), below: z.number().nullable() }))
      .meta({ description: 'By the width of the range, below this figure; null: any.' }),
    gate: Weights.meta({ description: '`allow` below this upper bound, `restrict` from this point up, else `review`.' }),
    weights: z
      .strictObject({
        reliability: Weights,
        credibility: Weights,
        massCap: Weights,
        halfLifeDays: z.record(z.string(), z.number().nullable()).meta({ description: 'Null: does not age.' }),
        compulsion: Weights,
        hazard: Weights,
        adequacy: z.number(),
        contract: z.number(),
        mode: Weights,
        stake: Weights,
        data: Weights,
        technical: Effects,
        organisational: Weights,
        incident: Weights,
      })
      .meta({ description: 'Every table of the method; docs/method.md has the reason for each.' }),
  })
  .meta({ id: 'Method', description: 'How scores are computed.' });

export const getMethod = operation({
  reply: { 200: Method },
  etag: (_, __, { register }) => `${method.METHOD_VERSION.replace(' ', '-')}-${register.hash.slice(0, 16)}`,
  run: (_, { register: { version, hash } }) =>
    ok({
      version: method.METHOD_VERSION,
      register: { version, hash },
      bands: method.BANDS,
      confidences: method.CONFIDENCES.map(({ name, below }) => ({ name, below: finite(below) })),
      gate: method.GATE,
      weights: {
        reliability: method.RELIABILITY,
        credibility: method.CREDIBILITY,
        massCap: method.MASS_CAP,
        halfLifeDays: Object.fromEntries(Object.entries(method.HALF_LIFE_DAYS).map(([kind, days]) => [kind, finite(days)])),
        compulsion: method.COMPULSION_WEIGHTS,
        hazard: method.HAZARD_WEIGHTS,
        adequacy: method.ADEQUACY_CREDIT,
        contract: method.CONTRACT_CREDIT,
        mode: method.MODE_WEIGHT,
        stake: method.STAKE_WEIGHT,
        data: method.DATA_WEIGHT,
        technical: method.TECHNICAL_EFFECT,
        organisational: method.ORGANISATIONAL_EFFECT,
        incident: method.INCIDENT_SEVERITY,
      },
    }),
});

/** JSON has no infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
