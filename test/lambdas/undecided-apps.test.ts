import { afterAll, beforeAll, expect, it } from 'vitest';
import { advanceDecisions } from '../../lambdas/jobs/advance-decisions.ts';
import { deciding } from '../decision-case.ts';
import { analyst, readExample, type Service, startService } from '../started-service.ts';

let service: Service;
let acts: ReturnType<typeof deciding>;
beforeAll(async () => {
  service = await startService();
  acts = deciding(service);
  service.setNow('2023-02-23T09:00:00Z');
  const facts = readExample('tiktok/2023-02-23.json');
  await acts.assess('odd', facts, { name: 'Odd', operator: 'Somebody', apps: { android: ['com.odd.app'], web: ['odd.example'] } });
  await acts.assess('even', facts, { name: 'Even', operator: 'Somebody', apps: { web: ['even.odd.example'] } });
  await acts.assess('noapps', facts, { name: 'None', operator: 'Somebody' });
});
afterAll(() => service.stop());

const read = (path: string) => service.call('GET', path, { as: analyst });

it('the answer to a proposal says what it does besides, and what it does not', async () => {
  expect((await acts.propose('noapps')).json.warnings).toEqual(['"noapps" lists no app and no domain: no tool can tell by what to block it']);
  const { warnings } = (await acts.propose('odd')).json;
  expect(warnings).toEqual(['"even" lists web:even.odd.example too: the decision blocks it there as well']);
  expect((await acts.propose('even')).json).not.toHaveProperty('warnings');
});

it('an app that is listed after the decision is told by the platform and by the list', async () => {
  await acts.decide('odd');
  service.setNow('2023-02-23T12:00:00Z');
  await advanceDecisions(service.deps);
  await service.pump();
  const before = await read('/v1/platforms/odd');
  expect(before.json).toMatchObject({ decision: { decision: 'suspend' } });
  expect(before.json).not.toHaveProperty('undecidedApps');
  const body = { name: 'Odd', operator: 'Somebody', apps: { android: ['com.odd.app', 'com.odd.lite'], web: ['odd.example', 'm.odd.example'] } };
  const changed = await service.call('PUT', '/v1/platforms/odd', { as: analyst, body, headers: { 'if-match': before.headers.etag ?? '' } });
  expect(changed.json).toMatchObject({ undecidedApps: ['android:com.odd.lite'] });
  expect((await read('/v1/platforms/odd')).json).toMatchObject({ undecidedApps: ['android:com.odd.lite'] });
  const listed = (await read('/v1/platforms')).json.items;
  expect(listed.map(({ id, undecidedApps }: Record<string, unknown>) => [id, undecidedApps])).toEqual([
    ['even', undefined],
    ['noapps', undefined],
    ['odd', ['android:com.odd.lite']],
  ]);
});

it('ids that no device tool takes are refused, all at once', async () => {
  const apps = { android: ['tiktok', 'com.android.settings'], ios: ['835599320'], web: ['co.uk', 'odd.example'] };
  const body = { name: 'Odd', operator: 'Somebody', apps };
  const refused = await service.call('PUT', '/v1/platforms/worse', { as: analyst, body, headers: { 'if-none-match': '*' } });
  expect(refused.status).toBe(400);
  const pointers = refused.json.errors.map(({ pointer }: { pointer: string }) => pointer).sort();
  expect(pointers).toEqual(['/apps/android/0', '/apps/android/1', '/apps/ios/0', '/apps/web/0']);
});
