import * as z from 'zod';
import { Sentence } from './sentence.ts';

export const Rank = z.strictObject({ rank: z.int().min(1), of: z.int().min(1), sentence: Sentence }).meta({
  id: 'Rank',
  description: 'Where the published point stands among those of all rated platforms, the highest first; equal points share a place.',
  example: { rank: 3, of: 20, sentence: { code: 'rank', params: { rank: 3, of: 20 }, text: '3rd of 20' } },
});
