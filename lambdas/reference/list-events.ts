import * as z from 'zod';
import { toFault } from '../../domain/facts/fault.ts';
import { CloudEvent, MOST_EVENTS, toShortType } from '../../domain/record/cloud-event.ts';
import { EVENT_TYPES } from '../../domain/record/event.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor, toSetAside } from '../runtime/page.ts';
import { invalid } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { wholeNumber } from '../runtime/whole-number.ts';

const Types = z
  .string()
  .transform((list) => list.split(',').map(toShortType))
  .pipe(z.array(z.enum(EVENT_TYPES)));

const Query = z.strictObject({
  ...PageQuery,
  after: wholeNumber({ min: 0, max: MOST_EVENTS })
    .optional()
    .meta({ description: 'The place in the feed that was read last; 0, the default, for the beginning.', example: 120 }),
  types: Types.optional().meta({
    description: 'Only these types, separated by commas, with or without `eu.whereabouts.` and `.v1`.',
    example: 'score.published,score.band-changed',
  }),
});

const FeedPage = pageOf(CloudEvent)
  .extend({
    upTo: z.int().meta({ description: 'The last place that was looked at: ask for what is behind it next time, as `after`.', example: 140 }),
  })
  .meta({ id: 'FeedPage', description: 'Events in the order of the feed. The feed has no gap, and nothing is put in later.' });

export const listEvents = operation({
  query: Query,
  reply: { 200: FeedPage },
  async run({ query: { after, cursor, types, limit } }, deps) {
    if (after !== undefined && cursor !== undefined) throw invalid([{ pointer: '/after', in: 'query', ...toFault('not-both') }]);
    const wanted = types && new Set<string>(types.map((type) => `eu.whereabouts.${type}.v1`));
    const list = `events ${wanted ? [...wanted].sort().join() : ''}`;
    const place = Number((await openCursor(cursor, list, deps)) ?? after ?? 0);
    const { events, setAside, upTo, more } = await deps.store.listFeed({ after: place, limit, wants: wanted && ((event) => wanted.has(event.type)) });
    return ok({ items: events, ...toSetAside(setAside), nextCursor: more ? await sealCursor(String(upTo), list, deps) : null, upTo });
  },
});
