import type { Asker } from './stage.ts';

const params = { platform: 'tiktok' };
const analyst = { as: 'analyst' };

/** Which documents are watched is put by whoever operates the service; a version is brought by hand. */
export async function watchTerms(send: Asker): Promise<void> {
  const endpoint = 'https://terms.example.org/api/v1';
  const document = { id: 'privacy-policy-eea', endpoint, service: 'TikTok', termsType: 'Privacy Policy', language: 'en', seenFrom: 'IE' };
  const body = { terms: [{ ...document, covers: 'Users in the EEA and Switzerland.' }] };
  const operator = { as: 'operator', params };
  await send('put-terms', { ...operator, body: { terms: [{ ...document, endpoint: 'http://terms.example.org' }] } });
  await send('put-terms', { ...analyst, params, body });
  await send('put-terms', { ...operator, params: { platform: 'tik-tok' }, body });
  await send('put-terms', { ...operator, body });
  await send('get-terms', { ...analyst, params: { platform: 'tik-tok' } });
  await send('get-terms', { ...analyst, params });
}
