import { describe, expect, it } from 'vitest';
import { listApps } from '../../../domain/policy/listed-apps.ts';
import { concludeVerdict, type Situation, type Verdict } from '../../../domain/policy/verdict.ts';
import { documentAt, record, suspension } from './commission.ts';

const AT = '2023-03-01T00:00:00.000Z';
const LATER = '2024-01-01T00:00:00Z';
const [CORPORATE, PERSONAL] = ['corporate-device', 'enrolled-personal-device'] as const;
const APP = 'com.shared.app';

type Standing = typeof suspension;
type Change = Partial<Standing>;

/** A platform that lists the app, with these decisions that seal it. */
function naming(platform: string, changes: readonly Change[] = [], apps: Partial<Standing['grounds']['apps']> = { android: [APP] }) {
  const sealed = { android: [], ios: [], web: [], ...apps };
  const decisions = changes.map((change, i) => ({
    ...suspension,
    id: `dec_${platform}_${i}`,
    exemptions: [],
    grounds: { ...suspension.grounds, apps: sealed },
    ...change,
  }));
  return record(platform, decisions, { apps: sealed });
}

function ask(records: ReturnType<typeof naming>[], situation: Partial<Situation> = {}, [system, appId] = ['android', APP], at = AT): Verdict {
  const app = listApps(documentAt(at, records)).find((one) => one.system === system && one.appId === appId);
  return concludeVerdict(app, { deviceClass: PERSONAL, groups: [], conditionsMet: [], ...situation });
}

const a = (...changes: Change[]) => naming('shared-a', changes);
const b = (...changes: Change[]) => naming('shared-b', changes);
const corporate: Change = { scope: [CORPORATE] };
const personal: Change = { scope: [PERSONAL] };
const exempting: Change = { exemptions: [{ group: 'press', until: LATER }] };
const limit: Change = { decision: 'limit', conditions: [{ id: 'managed-browser-only' }] };
const otherLimit: Change = { decision: 'limit', conditions: [{ id: 'no-account' }] };
const allow: Change = { decision: 'allow' };
const press = { groups: ['press'] };
const met = { conditionsMet: ['managed-browser-only'] };

const denied = (decision: Verdict['decision'], decisionId: string) => ({ known: true, deny: true, decision, decisionId });
const allowed = (decision: Verdict['decision'], decisionId: string | null) => ({ known: true, deny: false, decision, decisionId });
const A = 'dec_shared-a_0';
const B = 'dec_shared-b_0';

it.each<[string, ReturnType<typeof naming>[], Partial<Situation>, Partial<Verdict>]>([
  ['nobody decided on', [a()], {}, { ...allowed('none', null), block: 'no' }],
  ['one platform suspends', [a({})], {}, { ...denied('suspend', A), block: 'pending' }],
  ['suspended elsewhere alone', [a(corporate)], {}, { ...allowed('suspend', A), block: 'no' }],
  ['suspended, to an exempted group', [a(exempting)], press, { ...allowed('suspend', A), block: 'no' }],
  ['suspended, to another group', [a(exempting)], { groups: ['other'] }, denied('suspend', A)],
  ['limited and the condition is not met', [a(limit)], {}, { ...denied('limit', A), block: 'no' }],
  ['limited and the condition is met', [a(limit)], met, allowed('limit', A)],
  ['two suspend, one on these devices', [a(corporate), b(personal)], {}, denied('suspend', B)],
  ['the same on the other devices', [a(corporate), b(personal)], { deviceClass: CORPORATE }, denied('suspend', A)],
  ['the same on devices of neither', [a(corporate), b(personal)], { deviceClass: 'unenrolled' }, allowed('suspend', A)],
  ['exempted by one of two suspensions', [a(exempting), b({})], press, denied('suspend', B)],
  ['exempted by both', [a(exempting), b(exempting)], press, allowed('suspend', A)],
  ['suspended and limited', [a(limit), b({})], met, denied('suspend', B)],
  ['exempted from the suspension, not from the limit', [a(limit), b(exempting)], press, denied('limit', A)],
  ['the same with the condition met', [a(limit), b(exempting)], { ...press, ...met }, allowed('limit', A)],
  ['two limits, of which one is met', [a(limit), b(otherLimit)], met, denied('limit', B)],
  ['suspended and allowed', [a(allow), b({})], {}, denied('suspend', B)],
  ['allowed where it is limited, once met', [a(allow), b(limit)], met, allowed('limit', B)],
  ['suspended elsewhere, allowed here', [a(corporate), b(allow)], {}, allowed('allow', B)],
  ['suspended by one, and another has no decision', [a(), b({})], {}, denied('suspend', B)],
  ['two suspend: the earlier deadline is named', [a({ enforceBy: '2023-03-20T00:00:00Z' }), b({})], {}, denied('suspend', B)],
  ['the latest decision of one platform alone', [a({}, { ...allow, effectiveAt: '2023-02-24T00:00:00Z' })], {}, allowed('allow', 'dec_shared-a_1')],
  ['which another platform’s does not lift', [a({}, { ...allow, effectiveAt: '2023-02-24T00:00:00Z' }), b({})], {}, denied('suspend', B)],
])('%s', (_, records, situation, verdict) => {
  expect(ask(records, situation)).toMatchObject(verdict);
  expect(ask(records.toReversed(), situation)).toMatchObject(verdict);
});

describe('a list that removes apps', () => {
  const late: Change = { enforceBy: '2023-05-01T00:00:00Z' };
  it.each<[string, ReturnType<typeof naming>[], Partial<Situation>, string, Verdict['block']]>([
    ['names it as pending before the earliest deadline', [a(late), b({})], {}, AT, 'pending'],
    ['blocks it from the earliest on', [a(late), b({})], {}, '2023-03-15T00:00:00.000Z', 'blocked'],
    ['waits for that of the ruling on these devices', [a({ ...late, ...personal }), b(corporate)], {}, '2023-03-15T00:00:00.000Z', 'pending'],
    ['blocks it on the others', [a({ ...late, ...personal }), b(corporate)], { deviceClass: CORPORATE }, '2023-03-15T00:00:00.000Z', 'blocked'],
    ['has nothing of a limit', [a(limit)], {}, '2023-03-15T00:00:00.000Z', 'no'],
  ])('%s', (_, records, situation, at, block) => {
    expect(ask(records, situation, undefined, at).block).toBe(block);
  });
});

describe('what a platform lists beside the apps that its decision seals', () => {
  const seals = (android: string[], web: string[]) => ({ ...suspension.grounds, apps: { android, ios: [], web } });
  const since = naming('odd', [{ grounds: seals(['com.odd.app'], ['odd.example']) }], {
    android: ['com.odd.app', 'com.odd.lite'],
    web: ['odd.example', 'm.odd.example', 'odd.net'],
  });

  it('is known and undecided, whatever is suspended beside it', () => {
    expect(ask([since], {}, ['android', 'com.odd.lite'])).toEqual({ ...allowed('none', null), block: 'no' });
    expect(ask([since], {}, ['web', 'odd.net'])).toMatchObject(allowed('none', null));
    expect(ask([since], {}, ['android', 'com.odd.app'])).toMatchObject({ deny: true });
  });

  it('is bound where it lies below a domain that the decision seals, and so is another platform’s domain there', () => {
    expect(ask([since], {}, ['web', 'm.odd.example'])).toMatchObject({ deny: true });
    const other = naming('even', [], { web: ['even.odd.example', 'notodd.example'] });
    expect(ask([since, other], {}, ['web', 'even.odd.example'])).toMatchObject(denied('suspend', 'dec_odd_0'));
    expect(ask([since, other], {}, ['web', 'notodd.example'])).toMatchObject(allowed('none', null));
  });

  it('is of one system: the same id of another is another app', () => {
    expect(ask([since], {}, ['ios', 'com.odd.app'])).toMatchObject({ known: false, deny: false, decision: 'none', decisionId: null });
  });

  it('never mixes two platforms: each names its own figures and its own ruling', () => {
    const listed = listApps(documentAt(AT, [a({}), b()]));
    expect(listed.map(({ namings }) => namings.map(({ platform, assessed, ruling }) => [platform, assessed?.id, ruling?.platform]))).toEqual([
      [
        ['shared-a', 'shared-a', 'shared-a'],
        ['shared-b', 'shared-b', undefined],
      ],
    ]);
  });
});
