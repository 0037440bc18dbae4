import * as z from 'zod';
import { CalendarDate } from '../facts/date.ts';
import { JurisdictionCode } from '../facts/jurisdiction-code.ts';
import { MODES, STAKES } from '../facts/vocabulary.ts';
import type { Factors } from '../score/exposure.ts';
import { Range } from '../score/points.ts';

export const ModeName = z.enum(MODES).meta({ id: 'Mode', description: 'How a jurisdiction reaches the data.', example: 'remote-access' });

const Pointer = z.string().meta({ description: 'JSON pointer into the assessment.', example: '/paths/0/evidence' });

const Row = z
  .strictObject({ jurisdiction: JurisdictionCode, from: CalendarDate.nullable(), to: CalendarDate.nullable() })
  .meta({ description: 'The row of the register in force on the day, half-open; null: not bounded, or not in the register.' });

const Share = z.number().min(0).max(1);

/** The factors of a path's exposure, in the order of the formula. */
export const FACTORS = ['belief', 'hazard', 'law', 'mode', 'data', 'technical', 'organisational'] as const satisfies readonly (keyof Factors)[];

export const FactorExplained = z
  .strictObject({
    factor: z.enum(FACTORS),
    low: Share,
    point: Share,
    high: Share,
    because: z.string().meta({ example: 'The contract does not bind the authority.' }),
    facts: z.array(Pointer).meta({ description: 'The facts of the assessment that it rests on.' }),
    row: Row.optional(),
  })
  .meta({
    id: 'FactorExplained',
    description: 'A factor of a path’s exposure, 0 to 1 in each column, with the facts and the law it rests on.',
    example: {
      factor: 'hazard',
      low: 0.958,
      point: 0.958,
      high: 0.962,
      because: 'The hazard of CN by its row of the register.',
      facts: ['/paths/0/jurisdiction'],
      row: { jurisdiction: 'CN', from: '2021-11-01', to: null },
    },
  });
export type FactorExplained = z.infer<typeof FactorExplained>;

export const PathExplained = z
  .strictObject({
    id: z.string(),
    jurisdiction: JurisdictionCode,
    mode: ModeName,
    stake: z.enum(STAKES).optional(),
    wins: z.boolean().meta({ description: 'The strongest path of its jurisdiction at the point: the one that counts there.' }),
    exposure: Range,
    factors: z.array(FactorExplained),
  })
  .meta({
    id: 'PathExplained',
    description: 'An admitted path, with why it reaches as far as it does.',
    example: {
      id: 'cn-control',
      jurisdiction: 'CN',
      mode: 'control',
      stake: 'sole',
      wins: true,
      exposure: { low: 80.6, point: 81.4, high: 81.4 },
      factors: [],
    },
  });
export type PathExplained = z.infer<typeof PathExplained>;
