import * as z from 'zod';
import type { Asker, Stage } from './stage.ts';

/** The record of a platform is changed behind the service, and two people put it back. */
export async function repair(send: Asker, forge: Stage['forge']): Promise<void> {
  const of = { params: { platform: 'signal' } };
  const word = (hash: string) => ({ hash, reason: 'The same in the copy of 09:00.' });
  await send('get-repair', { as: 'operator', ...of });
  await forge('signal', { latestRevision: 3 });
  const { hash } = REPAIR.parse((await send('get-repair', { as: 'operator', ...of })).body);
  await send('confirm-repair', { as: 'auditor', ...of, body: word(hash) });
  await send('propose-repair', { as: 'operator', ...of, body: word('0'.repeat(64)) });
  await send('propose-repair', { as: 'operator', ...of, body: word(hash) });
  await send('confirm-repair', { as: 'operator', ...of, body: word(hash) });
  await send('confirm-repair', { as: 'auditor', ...of, body: word(hash) });
}

const REPAIR = z.object({ hash: z.string() });
