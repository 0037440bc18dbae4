import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Json, type Service, startService } from '../started-service.ts';
import { createPlatform, document, operator } from './terms-case.ts';

const ALLOWED = 'https://terms.example.org/api/v1/';
let service: Service;
beforeAll(async () => {
  service = await startService({ termsEndpoints: [ALLOWED] });
});
afterAll(() => service.stop());

test('a document whose endpoint is not in the list is refused, with every other one that is not, and nothing is changed', async () => {
  await createPlatform(service, 'listed', undefined, [document()]);
  const path = '/v1/platforms/listed/terms';
  const terms = [
    'https://evil.example',
    'https://terms.example.org',
    'https://terms.example.org/api/v1',
    'https://terms.example.org.evil.example/api/v1',
  ];
  const body = { terms: terms.map((endpoint, i) => document({ id: `document-${i}`, endpoint })) };
  const { status, json } = await service.call('PUT', path, { as: operator, body });
  expect([status, json.errors.map(({ pointer, code }: Json) => [pointer, code])]).toEqual([
    400,
    [0, 1, 3].map((i) => [`/terms/${i}/endpoint`, 'endpoint-not-allowed']),
  ]);
  const { endpoint: _, ...brought } = document();
  expect((await service.call('PUT', path, { as: operator, body: { terms: [document(), { ...brought, id: 'by-hand' }] } })).status).toBe(200);
});
