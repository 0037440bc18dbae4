import * as z from 'zod';
import type { Ask, Asker } from './stage.ts';

const KEPT = z.object({ capture: z.string() });

/** The party is notified of a proposal, and answers before its time is over. */
export async function hearParty(
  send: Asker,
  of: Record<string, string>,
  { hash, at, fact }: { hash: string; at: string; fact: string },
): Promise<void> {
  const decider: Ask = { as: 'decider-1', params: of };
  await send('approve-decision', { as: 'decider-2', params: of, body: { hash } });
  await send('get-dossier', { ...decider, query: { lang: 'en' } });
  await send('get-dossier', { ...decider, query: { as: 'json' } });
  const letter: Ask = {
    as: 'analyst',
    params: { platform: of.platform ?? '' },
    query: { capturedAt: at, language: 'en' },
    headers: { 'content-type': 'text/plain' },
    body: 'We disagree. No employee in China has access to data of users in the EEA.',
  };
  const { capture } = KEPT.parse((await send('keep-capture', letter)).body);
  const statements = [{ fact, says: 'disputed', quote: 'No employee in China has access to data of users in the EEA.' }];
  const answer: Ask = { as: 'decider-1', params: of, body: { capture, answeredAt: at, statements } };
  await send('record-answer', answer);
  const held = { notifiedAt: at, to: 'TikTok Technology Limited, legal department, Dublin', deadline: '2023-03-09T00:00:00Z' };
  await send('record-hearing', { ...decider, body: { hash } });
  await send('record-hearing', { ...decider, body: { hash, held } });
  await send('record-hearing', { ...decider, body: { hash, held } });
  await send('record-answer', { ...answer, body: { capture, answeredAt: at, statements: [{ ...statements[0], quote: 'We agree.' }] } });
  await send('record-answer', answer);
  await send('list-answers', { as: 'analyst', params: of });
}
