import type { Asker } from './stage.ts';

/** The tree as a stranger reads it. */
export async function readTree(send: Asker): Promise<void> {
  const { body } = await send('get-log-checkpoint');
  const [, size = ''] = String(body).split('\n');
  await send('get-log-policy');
  await send('get-log-tile', { params: { tile: `0/000.p/${size}` } });
  await send('get-log-tile', { params: { tile: '0/001' } });
}
