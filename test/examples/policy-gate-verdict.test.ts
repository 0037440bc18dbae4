import { describe, expect, it } from 'vitest';
import type { PlatformRecord } from '../../domain/policy/document.ts';
import { listApps } from '../../domain/policy/listed-apps.ts';
import { toOpaFiles } from '../../domain/policy/opa.ts';
import { concludeVerdict } from '../../domain/policy/verdict.ts';
import { Data } from '../../examples/policy-gate/bundle.ts';
import { decide } from '../../examples/policy-gate/decide.ts';
import { listSituations } from '../../lambdas/jobs/asked-back/situations.ts';
import { documentAt, record, signal, suspension, tiktok } from '../domain/policy/commission.ts';

const AT = '2023-03-15T00:00:00.000Z';
const limit = { decision: 'limit', conditions: [{ id: 'managed-browser-only' }, { id: 'no-account' }] } as const;
const shared = (platform: string, decision: Partial<typeof suspension> = {}, web = ['shared.example']) =>
  record(
    platform,
    [
      {
        ...suspension,
        ...{ id: `dec_${platform}`, exemptions: [] },
        ...decision,
        grounds: { ...suspension.grounds, apps: { ...suspension.grounds.apps, web } },
      },
    ],
    { apps: suspension.grounds.apps },
  );

function gate(records: PlatformRecord[]) {
  const document = documentAt(AT, records);
  const data = Data.parse(JSON.parse(toOpaFiles(document).find(({ name }) => name.endsWith('data.json'))?.text ?? ''));
  const ask = (os: string, app: string, device: string, groups: readonly string[] = [], met: readonly string[] = []) =>
    decide(data, { os, app, device, groups, met }, 'deny', new Date(AT));
  return { ask, apps: listApps(document) };
}

describe('the gate concludes what the record does', () => {
  it.each<[string, PlatformRecord[]]>([
    ['of one suspension that exempts a group', [tiktok(), signal]],
    ['of a limit with two conditions', [tiktok(limit)]],
    [
      'of two platforms that bind other devices',
      [shared('a', { scope: ['corporate-device'] }), shared('b', { scope: ['enrolled-personal-device'] })],
    ],
    [
      'of a suspension that exempts a group, and a limit that does not',
      [shared('a', { exemptions: suspension.exemptions ?? [] }), shared('b', limit)],
    ],
    ['of a permission, two limits and an undecided platform', [shared('a', { decision: 'allow' }), shared('b', limit), shared('c', limit), signal]],
    [
      'of a domain below another platform\u2019s',
      [shared('a', { scope: ['corporate-device'] }), shared('b', { ...limit, scope: ['enrolled-personal-device'] }, ['m.shared.example'])],
    ],
  ])('%s', (_, records) => {
    const { ask, apps } = gate(records);
    expect(apps.length).toBeGreaterThan(0);
    for (const app of apps)
      for (const { deviceClass, groups, conditionsMet } of listSituations(app)) {
        const allowed = !concludeVerdict(app, { deviceClass, groups, conditionsMet }).deny;
        const names = app.system === 'web' ? [app.appId, `unlisted.${app.appId}`, `${app.appId.toUpperCase()}.`] : [app.appId];
        for (const name of names)
          expect([name, deviceClass, groups, conditionsMet, ask(app.system, name, deviceClass, groups, conditionsMet).allowed]).toEqual([
            name,
            deviceClass,
            groups,
            conditionsMet,
            allowed,
          ]);
      }
  });

  it('and knows no name that only looks alike', () => {
    const { ask } = gate([tiktok()]);
    for (const [os, name] of [
      ['web', 'nottiktok.com'],
      ['web', ''],
      ['android', 'x.com.zhiliaoapp.musically'],
      ['constructor', 'name'],
      ['web', 'constructor'],
    ] as const)
      expect(ask(os, name, 'corporate-device')).toMatchObject({ allowed: true, why: 'no decision is about it' });
  });
});
