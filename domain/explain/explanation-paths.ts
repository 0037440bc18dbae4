import * as z from 'zod';
import { CalendarDate } from '../facts/date.ts';
import { JurisdictionCode } from '../facts/jurisdiction-code.ts';
import { MODES, STAKES } from '../facts/vocabulary.ts';
import type { Factors } from '../score/exposure.ts';
import { Range } from '../score/points.ts';
import { Coverage } from '../score/register.ts';
import { Sentence } from './sentence.ts';

export const ModeName = z.enum(MODES).meta({ id: 'Mode', description: 'How a jurisdiction reaches the data.', example: 'remote-access' });

const Pointer = z.string().meta({ description: 'JSON pointer into the assessment.', example: '/paths/0/evidence' });

const Row = z
  .strictObject({ jurisdiction: JurisdictionCode, from: CalendarDate.nullable(), to: CalendarDate.nullable(), coverage: Coverage.shape.coverage })
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
    because: z.array(Sentence),
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
      because: [{ code: 'hazard-row', params: {}, text: 'How far the state can compel, by its row of the register.' }],
      facts: ['/paths/0/jurisdiction'],
      row: { jurisdiction: 'CN', from: '2021-11-01', to: null, coverage: 'full' },
    },
  });
export type FactorExplained = z.infer<typeof FactorExplained>;

const Percent = z.int().min(0).max(100);
export const BeliefRange = z.strictObject({ low: Percent, point: Percent, high: Percent }).meta({
  id: 'BeliefRange',
  description: 'Belief in whole percents.',
  example: { low: 95, point: 99, high: 100 },
});

const Newest = z
  .strictObject({ observed: CalendarDate, days: z.int().min(0).meta({ description: 'Before the day of the score.', example: 1350 }) })
  .meta({ description: 'The newest item that says so.' });

const BeliefExplained = z
  .strictObject({ path: BeliefRange, newest: Newest, ended: BeliefRange.optional(), endedNewest: Newest.optional() })
  .meta({ description: 'The factor belief apart: belief in the path, and in its end.' });

export const PathExplained = z
  .strictObject({
    id: z.string(),
    jurisdiction: JurisdictionCode,
    mode: ModeName,
    stake: z.enum(STAKES).optional(),
    wins: z.boolean().meta({ description: 'The strongest path of its jurisdiction at the point: the one that counts there.' }),
    exposure: Range,
    belief: BeliefExplained,
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
      belief: { path: { low: 95, point: 99, high: 100 }, newest: { observed: '2022-11-02', days: 113 } },
      factors: [],
    },
  });
export type PathExplained = z.infer<typeof PathExplained>;
