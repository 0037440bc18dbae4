import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyst, type Service, startService } from '../started-service.ts';
import { openRecord } from '../store/record.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
  const { create, approve } = openRecord(service, 'signal');
  await create();
  await approve('a');
});
afterAll(() => service.stop());

test.each<[string, Record<string, string>, object]>([
  ['scores', { from: '1990-01-01', to: '2199-12-31' }, { items: [{ platform: 'signal' }] }],
  ['scores', { from: '2199-12-31' }, { items: [] }],
  ['scores', { to: '1990-01-01' }, { items: [] }],
  ['score', { asOf: '1990-01-01', knownBy: '1991-05-09' }, { platform: 'signal', asOf: '1990-01-01' }],
  ['score/diff', { from: '1991-05-09', to: '2021-01-01' }, { from: { day: '1991-05-09', published: null }, to: { published: null } }],
])('the first and last days that are taken are days like others: %s %j', async (path, query, expected) => {
  const answer = await service.call('GET', `/v1/platforms/signal/${path}`, { as: analyst, query });
  expect(answer.status).toBe(200);
  expect(answer.json).toMatchObject(expected);
});

test.each(['0000-01-01', '0001-01-01', '1989-12-31', '2200-01-01', '9999-12-31'])('%s is no day of a platform', async (asOf) => {
  const { json } = await service.call('GET', '/v1/platforms/signal/score', { as: analyst, query: { asOf } });
  expect(json).toMatchObject({ status: 400, errors: [{ pointer: '/asOf', in: 'query', detail: expect.stringContaining('1990 to 2199') }] });
});
