import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { BROWSERS, toBrowserPolicies } from '../../../domain/policy/browser.ts';
import type { Json } from '../../started-service.ts';
import definitions from './browser-definitions.json' with { type: 'json' };
import { documentAt, many, suspension, tiktok } from './commission.ts';

const AFTER = '2023-03-15T00:00:00.000Z';
const read = (text: string): Json => JSON.parse(text);

/** A pattern of the vendors' format for a whole host: no scheme, no port, no path, and no dot before it, which would leave out what is below. */
const HOST = /^(?!\.)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/;

describe.each(BROWSERS)('the policy of %s', (kind) => {
  const { policy, maxEntries, windows } = definitions[kind];
  const Policy = z.strictObject({ [policy]: z.array(z.string().regex(HOST)).max(maxEntries) });

  it('is as its vendor defines it: this policy alone, a list of hosts, and read from its place', () => {
    const { policies, limits, places, kind: told, enforcement } = read(toBrowserPolicies(documentAt(AFTER), kind));
    expect(policies.map((one: unknown) => Policy.parse(one))).toEqual([{ URLBlocklist: ['tiktok.com'] }]);
    expect(limits).toEqual({ max: maxEntries, used: 1, dropped: 0 });
    expect(places.windows.toLowerCase()).toBe(windows.toLowerCase());
    expect(told).toBe(kind);
    expect(JSON.stringify(enforcement)).not.toContain('one list of');
    for (const wrong of ['https://tiktok.com', '.tiktok.com', 'tiktok.com/path', 'tiktok.com:443', '*'])
      expect(Policy.safeParse({ URLBlocklist: [wrong] }).success).toBe(false);
  });

  it('holds as many as a browser reads, and past that two lists, which is said and cuts nothing', () => {
    const at = (count: number) => read(toBrowserPolicies(documentAt(AFTER, [many(count, 'web')]), kind));
    expect(at(maxEntries).policies).toHaveLength(1);
    const { policies, limits, enforcement } = at(maxEntries + 1);
    for (const one of policies) Policy.parse(one);
    expect(new Set(policies.flatMap(({ URLBlocklist }: { URLBlocklist: string[] }) => URLBlocklist)).size).toBe(maxEntries + 1);
    expect(limits).toEqual({ max: maxEntries, used: maxEntries + 1, dropped: 0 });
    expect(enforcement[0].gaps).toContain(
      'a browser reads one list of 1000 entries: what is in the second and later ones needs another control, such as the domains export',
    );
  });

  it('names what is pending, and blocks neither that nor what is limited', () => {
    const pending = read(toBrowserPolicies(documentAt('2023-03-01T00:00:00.000Z'), kind));
    expect(pending.policies).toEqual([{ URLBlocklist: [] }]);
    expect(pending.pending).toMatchObject([{ appId: 'tiktok.com', enforceBy: suspension.enforceBy }]);
    expect(read(toBrowserPolicies(documentAt(AFTER, [tiktok({ decision: 'limit' })]), kind)).policies).toEqual([{ URLBlocklist: [] }]);
  });
});
