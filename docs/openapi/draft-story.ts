import type { Asker } from './stage.ts';

/** What is begun is kept for its writer, in two windows, and thrown away. */
export async function keepDraft(send: Asker, platform: { platform: string }, day: string): Promise<void> {
  const of = { as: 'analyst', params: { form: 'assessment', ...platform } };
  const body = { asOf: day, paths: [{ id: 'remote-cn', jurisdiction: 'CN', mode: 'remote-access', data: null }] };
  await send('get-draft', of);
  await send('put-draft', { ...of, body });
  const { headers } = await send('put-draft', { ...of, headers: { 'if-none-match': '*' }, body });
  const version = { 'if-match': headers.get('etag') ?? '' };
  await send('put-draft', { ...of, headers: version, body: { ...body, note: 'The rest tomorrow.' } });
  await send('put-draft', { ...of, headers: version, body });
  await send('get-draft', of);
  await send('get-draft', { as: 'decider-1', params: of.params });
  await send('delete-draft', of);
}
