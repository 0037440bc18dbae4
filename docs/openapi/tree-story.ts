import * as z from 'zod';
import type { Asker } from './stage.ts';

const LISTED = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) });

/** The tree as a stranger reads it. */
export async function readTree(send: Asker, memo: Readonly<Record<string, string>>): Promise<void> {
  const { body: listed } = await send('list-scores', { as: 'analyst', params: { platform: 'tiktok' } });
  const score = LISTED.parse(listed).items[0]?.id ?? '';
  const of = { as: 'analyst', params: { platform: 'tiktok', id: score } };
  await send('get-sealed', of);
  await send('get-proof', of);
  await send('get-sealed', { ...of, params: { platform: 'signal', id: score } });
  await send('get-proof', { ...of, params: { platform: 'signal', id: score } });
  await send('get-memo-proof', { as: 'analyst', params: memo });
  await send('get-memo-proof', { as: 'analyst', params: { ...memo, memo: '0'.repeat(64) } });
  const { headers } = await send('get-scores-json', { as: 'policy-tool' });
  const revision = headers.get('whereabouts-revision') ?? '';
  await send('get-revision-proof', { as: 'policy-tool', params: { revision } });
  await send('get-revision-proof', { as: 'policy-tool', params: { revision: '000009-00000000' } });
  const { body } = await send('get-log-checkpoint');
  const [, size = ''] = String(body).split('\n');
  await send('get-log-policy');
  await send('get-log-tile', { params: { tile: `0/000.p/${size}` } });
  await send('get-log-tile', { params: { tile: '0/001' } });
}
