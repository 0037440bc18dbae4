import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeExports } from '../../domain/policy/write-exports.ts';
import { documentAt, suspension, tiktok } from '../domain/policy/commission.ts';
import { until } from './opa-stage.ts';
import { ELSEWHERE, kinds, openResolvers, run, ZONE } from './resolver-stage.ts';

const AFTER = '2023-03-15T00:00:00.000Z';
const DOMAINS = ['tiktok.com', 'xn--80adrabb4aegksdjbafk0u.xn--p1ai', 'xn--qxa6a.example'];

const zoneOf = (domains: readonly string[], number = 412) => {
  const grounds = { ...suspension.grounds, apps: { android: [], ios: [], web: [...domains] } };
  const words = 'None.\nexample.org CNAME .\r@ NS evil. ; "(';
  return writeExports(documentAt(AFTER, [tiktok({ grounds, consequence: words })], number)).get('domains-rpz') ?? '';
};

let resolvers: Awaited<ReturnType<typeof openResolvers>>;
beforeAll(async () => {
  resolvers = await openResolvers();
});
afterAll(() => resolvers?.stop());

describe.each(kinds)('the zone in a real %s, configured as the guide says', (kind) => {
  let server: Awaited<ReturnType<typeof resolvers.start>>;
  beforeAll(async () => {
    server = await resolvers.start(kind, zoneOf(DOMAINS));
  });

  it('is taken without a fault', () => {
    expect(server.checked).toMatch(kind === 'bind' ? /loaded serial 412\n/ : /no errors/);
  });

  it.each(DOMAINS)('answers that %s and all below it do not exist', async (domain) => {
    for (const name of [domain, `www.${domain}`, `a.b.${domain}`]) expect([name, await server.ask(name)]).toEqual([name, 'ENOTFOUND']);
  });

  it('leaves every other name alone', async () => {
    for (const name of ['signal.org', 'example.org', 'nottiktok.com', 'tiktok.com.example'])
      expect([name, await server.ask(name)]).toEqual([name, [ELSEWHERE]]);
  });

  it('is followed to the next revision, whose serial is greater, over an epoch and over the 32 bits of a serial', async () => {
    for (const number of [413, 1_000_001, 2 ** 31, 2 ** 32 - 1, 2 ** 32 + 7]) {
      const next = `n${number}.example`;
      server.reload(zoneOf([next], number));
      await until(async () => (await server.ask(next)) === 'ENOTFOUND');
      if (kind === 'bind') expect(await server.serial()).toBe(number % 2 ** 32);
    }
    expect(await server.ask('tiktok.com')).toEqual([ELSEWHERE]);
  });
});

it('the zone loads under an origin of sixty characters, and the check sees what would not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-zone-'));
  try {
    const check = (zone: string, origin: string) => {
      const file = join(folder, 'zone');
      writeFileSync(file, zone);
      return run('/usr/bin/named-checkzone', [origin, file]);
    };
    const long = `${'o'.repeat(30)}.${'p'.repeat(29)}`;
    for (const origin of [ZONE, long]) expect(check(zoneOf(DOMAINS), origin)).toContain('loaded serial 412');
    expect(() => check(`${zoneOf(DOMAINS)}\ntwo words CNAME\n`, ZONE)).toThrow('not loaded due to errors');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
