import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { writeExports } from '../../../domain/policy/write-exports.ts';
import type { Json } from '../../started-service.ts';
import { documentAt, record, suspension } from './commission.ts';

const AT = '2023-03-20T00:00:00.000Z';
const sealing = (apps: Partial<typeof suspension.grounds.apps>) => ({
  grounds: { ...suspension.grounds, apps: { android: [], ios: [], web: [], ...apps } },
});
const written = (...records: ReturnType<typeof record>[]): ReadonlyMap<string, string> => writeExports(documentAt(AT, records));

describe('what a decision leaves open is said in every export', () => {
  const since = written(
    record('odd', [{ ...suspension, ...sealing({ android: ['com.odd.app'] }) }], { apps: { android: ['com.odd.app', 'com.odd.lite'] } }),
  );
  const empty = written(record('noapps', [{ ...suspension, ...sealing({}) }]));
  const gapsOf = (texts: ReadonlyMap<string, string>, name: string) =>
    JSON.parse(texts.get(name) ?? '').enforcement.flatMap(({ gaps }: Json) => gaps);
  const json = ['scores-json', 'android-policy-fully_managed', 'android-modify-personal_work_profile'];

  it.each(json)('%s: an app that was listed since', (name) => {
    expect(gapsOf(since, name)).toContain(`1 app listed since is not named by decision ${suspension.id} on odd: android:com.odd.lite`);
  });

  it('what is for another system says nothing of it', () => {
    expect(gapsOf(since, 'intune-ios-compliance').join()).not.toContain('listed since');
  });

  it.each([...json, 'intune-ios-compliance'])('%s: a suspension that names no app', (name) => {
    expect(gapsOf(empty, name)).toContain(`decision ${suspension.id} suspends noapps, which listed no app and no domain: it blocks nothing`);
  });

  it('the CSV says it in the line', () => {
    const lines = csvParse(since.get('scores-csv') ?? '');
    expect(lines.map(({ app_id, band, decision, gap }) => [app_id, band, decision, gap])).toEqual([
      ['com.odd.app', 'severe', 'suspend', ''],
      ['com.odd.lite', 'severe', '', `listed since: not named by decision ${suspension.id}`],
    ]);
    expect(csvParse(empty.get('scores-csv') ?? '')[0]?.gap).toContain('names no app and no domain');
  });

  it('Cedar keeps the app that was listed since, undecided', () => {
    const entities: Json[] = JSON.parse(since.get('cedar-entities') ?? '');
    const lite = entities.find(({ uid }) => uid.id === 'android:com.odd.lite');
    expect(lite).toMatchObject({ attrs: { decision: 'none', scope: [], rulings: {}, riskHigh: {} }, parents: [{ id: 'severe' }] });
  });
});

describe('a zone', () => {
  const long = (length: number) =>
    `${Array.from({ length: 5 }, () => 'a'.repeat(50))
      .join('.')
      .slice(0, length - 8)
      .replace(/\.$/, 'a')}.example`;
  const zoneOf = (...web: string[]) => written(record('odd', [{ ...suspension, ...sealing({ web }) }])).get('domains-rpz') ?? '';

  it('holds no name that would be longer than 253 characters below a name of 60', () => {
    const origin = 60;
    const fitting = long(190);
    const zone = zoneOf('odd.example', fitting, long(191), long(240));
    const names = zone.split('\n').flatMap((line) => (line.endsWith(' CNAME .') ? [line.replace(' CNAME .', '')] : []));
    expect(names).toContain(`*.${fitting}`);
    expect(names).toHaveLength(4);
    for (const name of names) expect(name.length + 1 + origin).toBeLessThanOrEqual(253);
    expect(zone).toContain('dropped 2');
    expect(zone).toContain(`; left out 2 of 2, longer than a zone has room for below a name of 60 characters: ${long(240)}`);
  });

  it('names a domain that another platform has before and while it is blocked', () => {
    const even = record('even', [], { apps: { web: ['m.odd.example'] } });
    const zone = written(record('odd', [{ ...suspension, ...sealing({ web: ['odd.example'] }) }]), even).get('domains-rpz');
    expect(zone).toContain(`; shared m.odd.example: blocked by decision ${suspension.id} on odd, and so for even, which is not suspended`);
  });
});
