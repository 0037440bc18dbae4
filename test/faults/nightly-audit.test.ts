import { afterAll, beforeAll, expect, it } from 'vitest';
import { archiveCheckpoint } from '../../lambdas/jobs/archive-checkpoint.ts';
import { measureLag } from '../../lambdas/jobs/measure-lag.ts';
import { verifyChains } from '../../lambdas/jobs/verify-chains.ts';
import { analyst, auditor, readExample, type Service, startService } from '../started-service.ts';
import { behind } from './behind-the-service.ts';
import { takeCheckpoint } from './take-checkpoint.ts';

const profile = readExample('tiktok/platform.json');

let service: Service;
let attacker: ReturnType<typeof behind>;
beforeAll(async () => {
  service = await startService();
  attacker = behind(service);
  service.setNow('2026-01-01T12:00:00Z');
  for (const platform of ['a', 'b', 'c']) await put(platform, { 'if-none-match': '*' });
});
afterAll(() => service.stop());

const put = (platform: string, headers: Record<string, string>) =>
  service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body: profile, headers });
const brokenChains = async () => (await measureLag(service.deps)).brokenChains;
const night = (at: string) => {
  service.setNow(at);
  return verifyChains(service.deps);
};
const audit = async () => (await service.call('GET', '/v1/status', { as: auditor })).json.audit;

it('a record that nobody touched is looked at once a night', async () => {
  expect(await night('2026-01-01T22:00:00Z')).toEqual({ chains: 3, events: 3, leaves: 0, broken: 0 });
  expect(await night('2026-01-01T22:15:00Z')).toEqual({ chains: 0, events: 0, leaves: 0, broken: 0 });
  expect(await audit()).toEqual({ finishedAt: '2026-01-01T22:00:00.000Z', broken: [] });
});

it('a broken chain is a figure until it is mended, however often a run is repeated', async () => {
  const head = await attacker.change('b', 'HEAD', () => ({ latestRevision: 7 }));
  expect(await night('2026-01-02T22:00:00Z')).toMatchObject({ chains: 3, broken: 1 });
  for (const at of ['2026-01-02T22:15:00Z', '2026-01-02T23:45:00Z']) {
    expect(await night(at)).toMatchObject({ chains: 0, broken: 1 });
    expect(await brokenChains()).toBe(1);
  }
  expect((await audit()).broken.map(({ chain, item, since }: { chain: string; item: string; since: string }) => [chain, item, since])).toEqual([
    ['b', 'HEAD', '2026-01-02T22:00:00.000Z'],
  ]);
  expect(await night('2026-01-03T22:00:00Z')).toMatchObject({ broken: 1 });
  expect((await audit()).broken[0].since).toBe('2026-01-02T22:00:00.000Z');
  await attacker.write(head);
  expect(await brokenChains()).toBe(1);
  expect(await night('2026-01-04T22:00:00Z')).toMatchObject({ broken: 0 });
  expect(await brokenChains()).toBe(0);
});

it('a change that is refused is noted at once', async () => {
  const head = await attacker.change('c', 'HEAD', () => ({ latestRevision: 7 }));
  const { headers } = await service.call('GET', '/v1/platforms/c', { as: analyst });
  expect((await put('c', { 'if-match': headers.etag ?? '' })).status).toBe(500);
  expect(await brokenChains()).toBe(1);
  await attacker.write(head);
  await night('2026-01-05T22:00:00Z');
  expect(await brokenChains()).toBe(0);
});

it('a round that breaks off goes on at the next run of the night, and not before where it stopped', async () => {
  const known = await service.deps.store.findAudit();
  await service.deps.store.recordAudit(known, { night: '2026-01-06', place: 'a', broken: [] });
  expect(await night('2026-01-06T22:15:00Z')).toMatchObject({ chains: 2 });
  const { store } = service.deps;
  const recordAudit: typeof store.recordAudit = async () => {
    throw new Error('the function was stopped');
  };
  Object.assign(service.deps, { store: { ...store, recordAudit } });
  await expect(night('2026-01-07T22:00:00Z')).rejects.toThrow('stopped');
  Object.assign(service.deps, { store });
  expect(await night('2026-01-07T22:15:00Z')).toMatchObject({ chains: 3 });
});

it('a tree that no longer holds its archived checkpoint stays a figure after the retry', async () => {
  service.setNow('2026-01-08T00:10:00Z');
  expect(await takeCheckpoint(service)).toMatchObject({ archived: 1 });
  const tree = await attacker.readAt('TREE', 'TREE');
  await attacker.write({ ...tree, size: 1 });
  service.setNow('2026-01-09T00:10:00Z');
  for (let time = 0; time < 2; time += 1) {
    expect(await archiveCheckpoint(service.deps)).toEqual({ archived: 0, broken: 1 });
    expect(await brokenChains()).toBe(1);
  }
});
