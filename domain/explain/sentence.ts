import * as z from 'zod';
import { explanation, type SentenceCode } from '../../messages/en/explanation.ts';

const CODES = Object.keys(explanation) as [SentenceCode, ...SentenceCode[]];

const Parameter = z.union([z.string(), z.number(), z.array(z.string())]).meta({ description: 'A text, a number, or a list of texts.' });

export const Sentence = z
  .strictObject({
    code: z.enum(CODES).meta({ description: 'Which sentence it is, in any language.' }),
    params: z.record(z.string(), Parameter).meta({ description: 'What it speaks of: codes, ids and figures.' }),
    text: z.string().meta({ description: 'The sentence in English.' }),
  })
  .meta({
    id: 'Sentence',
    description: 'A sentence of an explanation, by code and parameters, and in English.',
    example: { code: 'lower-set', params: { jurisdictions: ['CN'], bands: ['high'] }, text: 'Ending CN is the smallest step to high.' },
  });
export type Sentence = z.infer<typeof Sentence>;
