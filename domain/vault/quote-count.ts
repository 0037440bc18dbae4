import * as z from 'zod';

const Count = z.int().min(0);
/** "n of m quotes verified". */
export const QuoteCount = z.strictObject({ quotes: Count, held: Count, erased: Count, excerpt: Count, unverified: Count }).meta({
  id: 'QuoteCount',
  description: 'How many quotes there are, and by what they are known: `held` alone is verified.',
  example: { quotes: 12, held: 9, erased: 0, excerpt: 2, unverified: 1 },
});
export type QuoteCount = z.infer<typeof QuoteCount>;
