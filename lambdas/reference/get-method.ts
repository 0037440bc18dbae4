import * as z from 'zod';
import { byMode } from '../../domain/facts/vocabulary.ts';
import { CURRENT as method } from '../../domain/score/method.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';

const Weights = z.record(z.string(), z.number());
const Effects = z.record(z.string(), Weights);

const Method = z
  .strictObject({
    version: z.string().meta({ example: method.version }),
    register: z.strictObject({ version: z.string().meta({ example: 'jr-2026.11.22' }), hash: z.string() }),
    bands: z
      .array(z.strictObject({ name: z.string(), from: z.number() }))
      .meta({ description: 'By the point, from this figure up.', example: [{ name: 'severe', from: 75 }] }),
    confidences: z
      .array(z.strictObject({ name: z.string(), below: z.number().nullable() }))
      .meta({ description: 'By the width of the range, below this figure; null: any.' }),
    gate: Weights.meta({
      description:
        '`restrict` from this point up; `precaution` from this upper bound up; `allow` below this upper bound and this much open, `unproven` where more is open; else `review`.',
    }),
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
        extent: Weights,
      })
      .meta({ description: 'Every table of the method; docs/method.md has the reason for each.' }),
  })
  .meta({ id: 'Method', description: 'How scores are computed.' });

export const getMethod = operation({
  reply: { 200: Method },
  etag: (_, __, { register }) => `${method.version.replace(' ', '-')}-${register.hash.slice(0, 16)}`,
  run: (_, { register: { version, hash } }) =>
    ok({
      version: method.version,
      register: { version, hash },
      bands: method.bands,
      confidences: method.confidences.map(({ name, below }) => ({ name, below: finite(below) })),
      gate: method.gate,
      weights: {
        reliability: method.reliability,
        credibility: method.credibility,
        massCap: method.massCap,
        halfLifeDays: {
          ...byMode((mode) => method.modes[mode].halfLifeDays),
          ...Object.fromEntries(Object.entries(method.halfLifeDays).map(([kind, days]) => [kind, finite(days)])),
        },
        compulsion: method.compulsion,
        hazard: method.hazard,
        adequacy: method.adequacyCredit,
        contract: method.contractCredit,
        mode: byMode((mode) => method.modes[mode].weight),
        stake: method.stake,
        data: method.data,
        technical: method.technical,
        organisational: method.organisational,
        incident: method.incidentSeverity,
        extent: method.incidentExtent,
      },
    }),
});

/** JSON has no infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
