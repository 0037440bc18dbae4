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
  ['scores', { from: '0001-01-01', to: '9999-12-31' }, { items: [{ platform: 'signal' }] }],
  ['scores', { from: '9999-12-31' }, { items: [] }],
  ['scores', { to: '0001-01-01' }, { items: [] }],
  ['score', { asOf: '0001-01-01', knownBy: '0513-05-09' }, { platform: 'signal', asOf: '0001-01-01' }],
  ['score/diff', { from: '0513-05-09', to: '2021-01-01' }, { from: { day: '0513-05-09', published: null }, to: { published: null } }],
])('the calendar’s first and last days are days like others: %s %j', async (path, query, expected) => {
  const answer = await service.call('GET', `/v1/platforms/signal/${path}`, { as: analyst, query });
  expect(answer.status).toBe(200);
  expect(answer.json).toMatchObject(expected);
});
