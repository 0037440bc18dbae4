import * as z from 'zod';
import { Delta, Points } from '../score/points.ts';

const CAUSE_KINDS = ['method', 'time', 'register', 'facts'] as const;

export const Cause = z
  .strictObject({ kind: z.enum(CAUSE_KINDS), ref: z.string().meta({ description: 'What it changed to.', example: 'jr-2026.11.22' }), points: Delta })
  .meta({
    id: 'Cause',
    description: 'A share of a change of the point, in points.',
    example: { kind: 'register', ref: 'jr-2026.11.22', points: 1.1 },
  });
export type Cause = z.infer<typeof Cause>;

export const Moved = z
  .strictObject({
    from: Points,
    to: Points,
    causes: z.array(Cause).meta({ description: 'Method, time, register, facts, in that order; the points add up to the difference.' }),
    facts: z
      .array(z.strictObject({ ref: z.string(), points: Delta }))
      .meta({ description: 'The share of the facts, fact by fact in the order of the assessment; the points add up to it.' }),
  })
  .meta({
    id: 'Moved',
    description: 'Why the point moved since another score.',
    example: { from: 88.1, to: 89.2, causes: [{ kind: 'facts', ref: '4', points: 1.1 }], facts: [{ ref: 'incidents/fine-2025', points: 1.1 }] },
  });
export type Moved = z.infer<typeof Moved>;
