import * as z from 'zod';
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

const TEXT = `Where we keep your data

We store the information described above in secure servers located in the United States, Malaysia and Singapore. Certain employees of
our corporate group in China have limited remote access to this information. We currently store European user data in the U.S. and Singapore.`;

/** Facts are drafted from a newer text, one of them is refused, and what still stands in it is renewed. */
export async function draftFromText(send: Asker, platform: { platform: string }, capturedAt: string): Promise<void> {
  const analyst = { as: 'analyst', params: platform };
  const query = { capturedAt, language: 'en' };
  const { capture } = KEPT.parse((await send('keep-capture', { ...analyst, query, headers: { 'content-type': 'text/plain' }, body: TEXT })).body);
  const { texts } = DRAFTED.parse((await send('draft-facts', { ...analyst, query: { capture } })).body);
  await send('refuse-proposal', { as: 'analyst', params: { ...platform, key: texts[0]?.proposals[0]?.key ?? '' } });
  await send('take-back-refusal', { as: 'analyst', params: { ...platform, key: texts[0]?.proposals[0]?.key ?? '' } });
  await send('take-back-refusal', { as: 'analyst', params: { ...platform, key: '0'.repeat(32) } });
  await send('renew-quotes', { ...analyst, query: { capture } });
  await send('renew-quotes', { as: 'analyst', params: { platform: 'signal' }, query: { capture } });
}

const KEPT = z.object({ capture: z.string() });
const DRAFTED = z.object({ texts: z.array(z.object({ proposals: z.array(z.object({ key: z.string() })) })) });
