import * as z from 'zod';
import { CalendarDate } from '../facts/date.ts';
import { JurisdictionCode } from '../facts/jurisdiction-code.ts';
import { DATA_CLASSES, INCIDENT_KINDS, STAKES } from '../facts/vocabulary.ts';
import { Gate } from '../score/rating.ts';
import { ModeName } from './explanation-paths.ts';

const Days = z.int().min(0).meta({ description: 'Before the day of the score.', example: 1350 });

const Words = z
  .strictObject({
    source: z.string(),
    title: z.string(),
    publisher: z.string(),
    by: z.enum(['third-party', 'platform', 'platform-accountable']).meta({ description: 'Whose words they are.' }),
    reserves: z.boolean().meta({ description: 'Whether it only reserves a right.' }),
    observed: CalendarDate,
    days: Days,
    quote: z.string().optional(),
  })
  .meta({ description: 'The item that weighs most; of equal ones the newest.' });

export const HeldFact = z
  .strictObject({
    fact: z.string().meta({ description: 'Id of the path or the incident.', example: 'control-cn' }),
    kind: z.enum(['path', 'incident']),
    countries: z.array(JurisdictionCode).meta({ description: 'Those it reaches from, the strongest first.', example: ['CN'] }),
    mode: ModeName.optional(),
    stake: z.enum(STAKES).optional(),
    data: z.enum(DATA_CLASSES).meta({ description: 'The data class at the point.' }),
    incident: z.enum(INCIDENT_KINDS).optional(),
    on: CalendarDate.optional().meta({ description: 'The day of the incident.' }),
    summary: z.string().optional().meta({ description: 'Of the incident.' }),
    parties: z.array(z.string()),
    words: Words,
    items: z.int().min(1).meta({ description: 'How many items say so.' }),
    newest: z.strictObject({ observed: CalendarDate, days: Days }).meta({ description: 'The newest of them.' }),
    ended: z
      .strictObject({ on: CalendarDate, proven: z.int().min(0).max(100), observed: CalendarDate, days: Days })
      .optional()
      .meta({ description: 'Its end, where that is claimed: how far it is proven, in percent, and the newest item on it.' }),
  })
  .meta({
    id: 'HeldFact',
    description: 'A fact that holds the gate: what it is, whose words it rests on, and how old they are.',
    example: {
      fact: 'control-cn',
      kind: 'path',
      countries: ['CN'],
      mode: 'control',
      stake: 'sole',
      data: 'content',
      parties: ['ByteDance Ltd.'],
      words: {
        source: 'court-2023',
        title: 'Judgment',
        publisher: 'A court',
        by: 'third-party',
        reserves: false,
        observed: '2023-02-23',
        days: 0,
      },
      items: 5,
      newest: { observed: '2023-02-23', days: 0 },
    },
  });
export type HeldFact = z.infer<typeof HeldFact>;

export const Holds = z
  .strictObject({
    facts: z.array(HeldFact).max(3),
    decides: z.boolean().meta({ description: 'Whether the gate would be another without them.' }),
    without: Gate.meta({ description: 'The gate without them.' }),
    lists: z.array(ModeName).meta({ description: 'For the gate unproven: the modes whose lists hold it, because nobody has proven them complete.' }),
  })
  .meta({
    id: 'Holds',
    description:
      'What holds the gate: the strongest facts, up to three, as few as move it; of a gate that no fact holds, the strongest of what is named.',
    example: { facts: [], decides: false, without: 'unproven', lists: ['storage'] },
  });
export type Holds = z.infer<typeof Holds>;
