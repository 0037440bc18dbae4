import { StandingEvent } from '../domain/record/event.ts';
import { findFlaw } from '../domain/record/verify-chain.ts';
import { readBack } from './continuity.ts';
import { EVENT_PREFIX, headKey } from './keys.ts';
import type { Table } from './table.ts';

/** Events that one read looks back. */
const BACK = 100;

/** What people said of a decision, newest first and back to its proposal: the sound events of its chain that name it. */
export async function listWords(table: Table, platform: string, decision: string): Promise<StandingEvent[]> {
  const words: StandingEvent[] = [];
  for (let to = `${EVENT_PREFIX}~`; ; ) {
    const page = await readBack(table, headKey(platform).pk, { from: EVENT_PREFIX, to, limit: BACK });
    for (const { pk: _, sk: __, ...content } of page) {
      const event = StandingEvent.safeParse(content).data;
      if (!event || event.data.decision !== decision || findFlaw(event, platform) !== undefined) continue;
      words.push(event);
      if (event.type === 'decision.proposed') return words;
    }
    const last = page.at(-1)?.sk;
    if (last === undefined) return words;
    // Just before the last one read: sort keys of events are digits.
    to = `${last.slice(0, -1)}${String.fromCharCode(last.charCodeAt(last.length - 1) - 1)}~`;
  }
}
