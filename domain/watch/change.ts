import * as z from 'zod';
import { ASPECTS, TOPICS } from './claim.ts';

/** Whether a change opens a review or is a line in the digest. */
const GRADES = ['review', 'digest'] as const;

/** What one side of a change has and the other has not. Compared the other way round, `came` and `went` change places. */
const Difference = z
  .strictObject({
    aspect: z.enum(ASPECTS).meta({ example: 'place' }),
    came: z.array(z.string()).meta({ example: ['MY'] }),
    went: z.array(z.string()).meta({ example: [] }),
  })
  .meta({
    id: 'TermsDifference',
    description: 'What came and what went, by aspect: places by ISO 3166-1 codes, transfer tools, parties, modalities.',
  });
export type Difference = z.infer<typeof Difference>;

export const Change = z
  .strictObject({
    kind: z.enum(['came', 'went', 'reworded']).meta({ example: 'reworded' }),
    before: z.string().nullable().meta({ description: 'The sentence that stood, in plain words; null where it came.' }),
    after: z.string().nullable().meta({ description: 'The sentence that stands, in plain words; null where it went.' }),
    topics: z.array(z.enum(TOPICS)).meta({ example: ['storage'] }),
    differs: z.array(Difference),
    grade: z.enum(GRADES).meta({ example: 'review' }),
  })
  .meta({
    id: 'TermsChange',
    description: 'A change of what the terms say on places, staff, owners or encryption.',
    example: {
      kind: 'reworded',
      before: 'It is kept in the United States and Singapore.',
      after: 'It is kept in the United States, Malaysia and Singapore.',
      topics: ['storage'],
      differs: [{ aspect: 'place', came: ['MY'], went: [] }],
      grade: 'review',
    },
  });
export type Change = z.infer<typeof Change>;
