import * as z from 'zod';
import { Day } from '../facts/date.ts';
import { Sha256 } from '../facts/hash.ts';
import { Delta, Range } from '../score/points.ts';
import { Band, Gate } from '../score/rating.ts';

const CAUSES = ['facts', 'law', 'evidence', 'time'] as const;

const ExposureCause = z
  .strictObject({
    kind: z.enum(CAUSES).meta({
      description:
        'facts: another revision answers from this day on; law: a row of the register begins or ends; evidence: a fact begins, ends or is seen again; time: age alone.',
      example: 'law',
    }),
    refs: z.array(z.string()).meta({ description: 'The revision, jurisdictions or facts; empty for time.', example: ['KR'] }),
    points: Delta,
  })
  .meta({ id: 'ExposureCause', description: 'A share of the change of the point on a day.' });
export type ExposureCause = z.infer<typeof ExposureCause>;

export const ExposureStep = z
  .strictObject({
    day: Day.meta({ description: 'The first day on which this held.', example: '2021-12-17' }),
    assessment: z
      .strictObject({ revision: z.int().min(1), hash: Sha256, asOf: Day, noneThatEarly: z.boolean().optional() })
      .meta({ description: 'The revision that answers; `noneThatEarly` where every approved one is of a later day.' }),
    score: Range,
    band: Band,
    gate: Gate,
    causes: z
      .array(ExposureCause)
      .meta({ description: 'Why it moved since the day before; the points add up to the difference. None for the first step.' }),
  })
  .meta({ id: 'ExposureStep', description: 'A day on which a figure, the band, the gate or the revision that answers changed.' });
export type ExposureStep = z.infer<typeof ExposureStep>;
