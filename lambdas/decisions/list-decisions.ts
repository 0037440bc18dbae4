import * as z from 'zod';
import { Instant } from '../../domain/facts/date.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import { DecisionState, isAfter } from '../../domain/record/decision.ts';
import { placeOf } from '../../store/decision.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';

const Query = z.strictObject({
  ...PageQuery,
  state: DecisionState.optional().meta({ description: 'Only those in this state.', example: 'effective' }),
  platform: PlatformId.optional().meta({ description: 'Only those on this platform.', example: 'tiktok' }),
  at: Instant.optional().meta({ description: 'As of this instant (default: now).', example: '2023-03-15T00:00:00Z' }),
});

const LEAST_READ = 50;

export const listDecisions = operation({
  query: Query,
  reply: { 200: pageOf(DecisionView).meta({ id: 'DecisionPage', description: 'A page of decisions, newest first.' }) },
  async run({ query: { limit, cursor, state, platform, at = undefined } }, deps) {
    const list = `decisions ${JSON.stringify({ state, platform, at })}`;
    const instant = at ?? deps.now().toISOString();
    // Where not all fit, a page of the table is no smaller than this: else the last places of a list cost a read each.
    const size = state === undefined && at === undefined ? limit : Math.max(limit, LEAST_READ);
    const items: DecisionView[] = [];
    let place = await openCursor(cursor, list, deps);
    do {
      const page = await deps.store.listDecisions({ platform, limit: size, after: place });
      const fitting = page.decisions
        .filter(({ decision }) => !isAfter(decision.proposedAt, instant))
        .map((found) => toDecisionView(found, instant))
        .filter((view) => state === undefined || view.state === state);
      const taken = fitting.slice(0, limit - items.length);
      items.push(...taken);
      const last = taken.at(-1);
      place = last && taken.length < fitting.length ? placeOf(last) : page.next;
    } while (place !== undefined && items.length < limit);
    return ok({ items, nextCursor: place === undefined ? null : await sealCursor(place, list, deps) });
  },
});
