import * as z from 'zod';

/** What changed among the facts, as answers show it. */
export const FactChanges = z
  .array(
    z.strictObject({
      fact: z.string().meta({ description: 'Kind and id of the fact.', example: 'paths/remote-cn' }),
      change: z.enum(['added', 'removed', 'changed']).meta({ example: 'changed' }),
      from: z.unknown().meta({ description: 'The fact before; null when it was not there.' }),
      to: z.unknown().meta({ description: 'The fact after; null when it is gone.' }),
    }),
  )
  .meta({ id: 'FactChanges', description: 'Facts that were added, removed or changed, by their ids.' });
