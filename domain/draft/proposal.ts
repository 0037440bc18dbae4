import * as z from 'zod';
import { JurisdictionCode } from '../facts/jurisdiction-code.ts';
import { MODES, TRANSFER_TOOLS } from '../facts/vocabulary.ts';

/** A fact that a sentence seems to say: a path, a transfer tool on paths to a jurisdiction, or that a path was closed. */
const DraftedFact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('path'),
    mode: z.enum(MODES).meta({ example: 'storage' }),
    jurisdiction: JurisdictionCode,
    stance: z.literal('reserves').optional().meta({ description: 'The sentence reserves a right ("may be stored in").' }),
    party: z.string().optional().meta({ description: 'Who, where the sentence names one.', example: 'LinkedIn Corporation' }),
  }),
  z.strictObject({ kind: z.literal('tool'), tool: z.enum(TRANSFER_TOOLS).meta({ example: 'scc' }), jurisdiction: JurisdictionCode }),
  z.strictObject({
    kind: z.literal('end'),
    mode: z.enum(MODES).meta({ example: 'remote-access' }),
    jurisdiction: JurisdictionCode,
  }),
]);
export type DraftedFact = z.infer<typeof DraftedFact>;

/** A fact that was read out of a text by rules, for a person to take or to refuse. It has no grade: that is the person's. */
export const Proposal = z
  .strictObject({
    key: z
      .string()
      .meta({ description: 'Of platform, sentence and fact: a proposal that was refused is not made again.', example: '5f2b0c9d41aa7e30' }),
    fact: DraftedFact,
    quote: z.string().meta({ description: 'The words of the text.', example: 'We store the data of users in Europe in Ireland and Norway.' }),
    because: z
      .array(z.strictObject({ says: z.string().meta({ example: 'NO' }), words: z.string().meta({ example: 'Norway' }) }))
      .meta({ description: 'Which words made it, and what each was read as.' }),
  })
  .meta({ id: 'ProposedFact', description: 'A fact that a sentence seems to say, by rules alone. It has no grade.' });
export type Proposal = z.infer<typeof Proposal>;
