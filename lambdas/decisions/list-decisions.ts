import { z } from 'zod';
import { DecisionState, isAfter } from '../../domain/decision.ts';
import { PlatformId } from '../../domain/platform.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';

const Query = z.strictObject({
  ...PageQuery,
  state: DecisionState.optional().meta({ description: 'Only those in this state.', example: 'effective' }),
  platform: PlatformId.optional().meta({ description: 'Only those on this platform.', example: 'tiktok' }),
  at: z.iso.datetime().optional().meta({ description: 'As of this instant (default: now).', example: '2023-03-15T00:00:00Z' }),
});

export const listDecisions = operation({
  query: Query,
  reply: { 200: pageOf(DecisionView).meta({ id: 'DecisionPage', description: 'A page of decisions, newest first.' }) },
  async run({ query: { limit, cursor, state, platform, at = undefined } }, deps) {
    const list = `decisions ${JSON.stringify({ state, platform, at })}`;
    const instant = at ?? deps.now().toISOString();
    const items: DecisionView[] = [];
    let place = await openCursor(cursor, list, deps);
    do {
      const page = await deps.store.listDecisions({ limit: limit - items.length, after: place });
      const views = page.decisions
        .filter(({ decision }) => (platform === undefined || decision.platform === platform) && !isAfter(decision.proposedAt, instant))
        .map((found) => toDecisionView(found, instant));
      items.push(...views.filter((view) => state === undefined || view.state === state));
      place = page.next;
    } while (place !== undefined && items.length < limit);
    return ok({ items, nextCursor: place === undefined ? null : await sealCursor(place, list, deps) });
  },
});
