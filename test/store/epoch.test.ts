import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberOf, toSerial } from '../../domain/policy/revision-number.ts';
import { openFolderArchive } from '../../local/archive.ts';
import { backUp } from '../../store/backup.ts';
import { beginEpoch } from '../../store/epoch.ts';
import { restore } from '../../store/restore.ts';
import { deciding } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import { auditor, type Json, policyTool, readExample, type Service, startService } from '../started-service.ts';

let folder: string;
let first: Service;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-epoch-'));
  first = await startService();
  first.setNow('2023-03-14T09:00:00Z');
  await deciding(first).assess('tiktok', readExample('tiktok/2023-02-23.json'));
  for (let day = 14; day < 17; day += 1) await fetching(first).minute(`2023-03-${day}T14:00:00Z`);
});
afterAll(async () => {
  await first.stop();
  rmSync(folder, { recursive: true, force: true });
});

const tableOf = ({ client, table }: Service) => ({ client, name: table });
const archiveOf = (name: string) => openFolderArchive(join(folder, name));
const held = async (service: Service): Promise<string> => (await fetching(service).get('scores.json')).json.revision;
const isLater = (serial: number, than: number) => serial !== than && (serial - than + 2 ** 32) % 2 ** 32 < 2 ** 31;

async function take(service: Service): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of backUp(tableOf(service), '2023-03-17T00:00:00.000Z')) lines.push(line);
  return lines;
}

/** Another instance with the record of a backup, a minute later. */
async function bringBack(lines: readonly string[], archives: readonly string[], use: (service: Service) => Promise<void>): Promise<void> {
  const service = await startService();
  try {
    await restore(tableOf(service), async function* () {
      yield* lines;
    });
    await beginEpoch(tableOf(service), archives.map(archiveOf));
    await fetching(service).minute('2023-03-18T10:00:00Z');
    await use(service);
  } finally {
    await service.stop();
  }
}

describe('a restore raises the epoch of the revisions', () => {
  it('above what tools hold, above every epoch that an archive knows, and for good', async () => {
    const lines = await take(first);
    for (let day = 17; day < 30; day += 1) await fetching(first).minute(`2023-03-${day}T14:00:00Z`);
    const lost = await held(first);
    expect(numberOf(lost)).toBeLessThan(1_000_000);
    await bringBack(lines, ['a'], async (second) => {
      const revision = await held(second);
      expect(numberOf(revision)).toBe(1_000_001);
      expect(isLater(toSerial(revision), toSerial(lost))).toBe(true);
      expect((await fetching(second).get('domains', {}, { as: 'rpz' })).text).toContain(' SOA localhost. root.localhost. 1000001 ');
      await fetching(second).minute('2023-03-19T10:00:00Z');
      expect(numberOf(await held(second))).toBe(1_000_002);
      // The same backup once more, of which the record of the backup knows nothing.
      await bringBack(lines, ['a'], async (third) => expect(numberOf(await held(third))).toBe(2_000_001));
      // A backup of what was restored, whose own archive knows no epoch; and with both.
      const again = await take(second);
      await bringBack(again, [], async (third) => expect(numberOf(await held(third))).toBe(2_000_001));
      await bringBack(again, ['b', 'a'], async (third) => expect(numberOf(await held(third))).toBe(3_000_001));
      expect(await archiveOf('b').list('epochs/')).toEqual(['epochs/0003.json']);
    });
  });

  it('and who holds what was lost is told so, by list, answer and status, and is never numbered by', async () => {
    const report = async (service: Service, id: string, revision: string) => {
      const body = { labels: { id }, bundles: { whereabouts: { active_revision: revision } } };
      return service.call('POST', '/v1/policy/opa/status', { as: policyTool, body });
    };
    const find = async (service: Service, id: string) =>
      (await service.call('GET', '/v1/policy/consumers', { as: auditor })).json.items.find((one: Json) => one.id === id);
    const before = numberOf(await held(first)) ?? 0;
    const forged = '999999-deadbeef';
    await report(first, 'opa-ahead', forged);
    expect(await find(first, 'opa-ahead')).toMatchObject({ revision: forged, isAhead: true, isBehind: true });
    await fetching(first).minute('2023-03-30T14:30:00Z');
    expect(numberOf(await held(first))).toBe(before + 1);
    expect((await first.call('GET', '/v1/policy/consumers', { as: auditor })).json.epoch).toBe(0);
  });
});
