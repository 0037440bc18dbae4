import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfText } from '../../domain/facts/hash.ts';
import { toNoteKey } from '../../domain/log/key.ts';
import { measureLag } from '../../lambdas/jobs/measure-lag.ts';
import { verifyChains } from '../../lambdas/jobs/verify-chains.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { openFolderArchive } from '../../local/archive.ts';
import { type Archive, openArchive } from '../../store/archive.ts';
import { beginArchive } from '../../store/begin-archive.ts';
import { newFolder } from '../local/open-gateway.ts';
import { analyst, auditor, type Json, readExample, type Service, startService } from '../started-service.ts';
import { behind } from './behind-the-service.ts';
import { pretendBucket } from './pretended-bucket.ts';
import { takeCheckpoint } from './take-checkpoint.ts';

type Place = {
  readonly archive: Archive;
  readonly remove: (name: string) => void;
  readonly exchange: (name: string, text: string) => void;
};

function folderPlace(): Place {
  const folder = newFolder();
  return {
    archive: openFolderArchive(folder),
    remove: (name) => rmSync(join(folder, name)),
    exchange(name, text) {
      chmodSync(join(folder, name), 0o600);
      writeFileSync(join(folder, name), text);
    },
  };
}

function bucketPlace(): Place {
  const bucket = pretendBucket();
  return { archive: openArchive('bucket', bucket.client), remove: bucket.remove, exchange: bucket.put };
}

const dayOf = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString().slice(0, 10);
const nameOf = (number: number) => `checkpoints/${dayOf(number)}.note`;
const take = (service: Service, number: number) => {
  service.setNow(`${dayOf(number)}T00:10:00Z`);
  return takeCheckpoint(service);
};
const night = (service: Service, number: number) => {
  service.setNow(`${dayOf(number)}T22:00:00Z`);
  return verifyChains(service.deps);
};
const named = ({ broken }: Json): string[] => broken.map(({ chain, item, fault }: Json) => `${chain} ${item} ${fault}`);
const status = async (service: Service): Promise<Json> => (await service.call('GET', '/v1/status', { as: auditor })).json.audit;
const alarm = async (service: Service) => (await measureLag(service.deps)).brokenChains;
const textOf = async (archive: Archive, number: number) => (await archive.find(nameOf(number))) ?? '';

async function begin(archive: Archive, parts: Partial<Deps> = {}): Promise<Service> {
  const service = await startService({ archive, ...parts });
  service.setNow('2026-01-01T12:00:00Z');
  const { status: made } = await service.call('PUT', '/v1/platforms/a', {
    as: analyst,
    body: readExample('tiktok/platform.json'),
    headers: { 'if-none-match': '*' },
  });
  expect(made).toBe(201);
  return service;
}

describe.each([
  ['a folder', folderPlace],
  ['a bucket', bucketPlace],
])('an archive in %s', (_, open) => {
  let place: Place;
  let service: Service;
  let attacker: ReturnType<typeof behind>;
  beforeAll(async () => {
    place = open();
    service = await begin(place.archive);
    attacker = behind(service);
    for (const number of [2, 3, 4]) expect(await take(service, number)).toMatchObject({ broken: 0 });
  });
  afterAll(() => service.stop());

  it('has an event for each document, with its hash', async () => {
    const events = (await attacker.list('PLATFORM#archive')).filter(({ sk }) => sk.startsWith('EVENT#'));
    expect(events.map(({ type, by, data }) => [type, by, data])).toEqual(
      await Promise.all(
        [2, 3, 4].map(async (number) => [
          'checkpoint.taken',
          'whereabouts',
          { documents: { [nameOf(number)]: hashOfText(await textOf(place.archive, number)) } },
        ]),
      ),
    );
    expect(await attacker.verify()).toMatchObject({ intact: true, broken: [], archive: { checkpoints: 3, begun: null } });
    expect(await night(service, 4)).toMatchObject({ broken: 0 });
  });

  it('is missed one document: by verify, and each night in status and alarm until it is put back', async () => {
    const text = await textOf(place.archive, 3);
    place.remove(nameOf(3));
    const found = [`checkpoints ${nameOf(3)} missing`];
    const report = await attacker.verify();
    expect([report.intact, named(report)]).toEqual([false, found]);
    for (const number of [5, 6]) {
      expect(await take(service, number)).toMatchObject({ broken: 0 });
      expect(await night(service, number)).toMatchObject({ broken: 1 });
      expect([named(await status(service)), await alarm(service)]).toEqual([found, 1]);
    }
    expect((await status(service)).broken[0].since).toBe('2026-01-05T22:00:00.000Z');
    await place.archive.record(nameOf(3), text);
    expect(await attacker.verify()).toMatchObject({ intact: true, broken: [] });
    expect(await night(service, 7)).toMatchObject({ broken: 0 });
    expect(await alarm(service)).toBe(0);
  });

  it('is held to the bytes of each, also where another document is signed by the right key', async () => {
    const text = await textOf(place.archive, 2);
    for (const forged of [await textOf(place.archive, 4), '']) {
      place.exchange(nameOf(2), forged);
      expect(named(await attacker.verify())).toEqual([`checkpoints ${nameOf(2)} changed`]);
    }
    expect(await night(service, 8)).toMatchObject({ broken: 1 });
    expect(await alarm(service)).toBe(1);
    place.exchange(nameOf(2), text);
    expect(await night(service, 9)).toMatchObject({ broken: 0 });
  });

  it('that was emptied is missed, and hides nothing else', async () => {
    for (let number = 10; number < 30; number += 1) await take(service, number);
    const names = await place.archive.list('checkpoints/');
    expect(names).toHaveLength(25);
    for (const name of names) place.remove(name);
    const report = await attacker.verify();
    expect(report).toMatchObject({ intact: false, checkpoint: null, archive: { checkpoints: 25, begun: null } });
    expect(named(report)).toEqual([
      ...names
        .slice(-20)
        .reverse()
        .map((name) => `checkpoints ${name} missing`),
      'checkpoints checkpoints/ changed',
    ]);
    expect(report.broken[20].detail).toBe(`5 older ones are missing or changed too, from ${nameOf(2)} to ${nameOf(6)}`);
    await take(service, 30);
    const head = await attacker.change('a', 'HEAD', () => ({ latestRevision: 7 }));
    expect(await night(service, 30)).toMatchObject({ broken: 2 });
    expect(named(await status(service))).toContain('a HEAD changed');
    expect(await alarm(service)).toBe(2);
    await attacker.write(head);
  });

  it('is begun anew by somebody who says why; from there on documents are held again', async () => {
    const table = { client: service.client, name: service.table };
    const mark = { id: 'evt_begun', at: '2026-01-30T23:00:00.000Z', by: 'operator', reason: 'The disk was lost.' };
    expect(await beginArchive(table, mark)).toBe(true);
    const { event, ...begun } = (await attacker.verify()).archive.begun;
    expect([event, begun]).toEqual([
      expect.stringMatching(/^EVENT#\d{10}$/),
      { at: mark.at, by: 'operator', reason: 'The disk was lost.', before: 26 },
    ]);
    expect(await attacker.verify()).toMatchObject({ intact: true, broken: [], archive: { checkpoints: 0 } });
    // Nothing is named since: there is nothing to begin anew.
    expect(await beginArchive(table, { ...mark, id: 'evt_again' })).toBe(false);
    // What lies there all the same is named again.
    await take(service, 31);
    expect((await attacker.verify()).archive).toMatchObject({ checkpoints: 2, begun: { before: 25 } });
    place.remove(nameOf(30));
    expect(named(await attacker.verify())).toEqual([`checkpoints ${nameOf(30)} missing`]);
  });
});

it('a run that breaks off between document and event is gone on with: the same day, and the next', async () => {
  const { archive } = folderPlace();
  const service = await begin(archive);
  const { store } = service.deps;
  const recordArchived: typeof store.recordArchived = async () => {
    throw new Error('the function was stopped');
  };
  const breakOff = async (number: number) => {
    Object.assign(service.deps, { store: { ...store, recordArchived } });
    await expect(take(service, number)).rejects.toThrow('stopped');
    Object.assign(service.deps, { store });
  };
  const held = async () => [...(await store.findArchived()).documents.keys()].sort();
  await breakOff(2);
  expect([await archive.list('checkpoints/'), await held()]).toEqual([[nameOf(2)], []]);
  expect(await behind(service).verify()).toMatchObject({ intact: true });
  await take(service, 2);
  expect(await held()).toEqual([nameOf(2)]);
  await breakOff(3);
  await take(service, 4);
  expect(await held()).toEqual([nameOf(2), nameOf(3), nameOf(4)]);
  expect(await behind(service).verify()).toMatchObject({ intact: true, archive: { checkpoints: 3 } });
  await service.stop();
});

it('a run that breaks off before the document says nothing, and two runs at once name one document', async () => {
  const { archive } = folderPlace();
  const service = await begin(archive);
  const { logKey } = service.deps;
  const noteKey: typeof logKey.noteKey = async () => {
    throw new Error('the key is gone');
  };
  Object.assign(service.deps, { logKey: { ...logKey, noteKey } });
  await expect(take(service, 2)).rejects.toThrow('gone');
  expect((await service.deps.store.findArchived()).documents.size).toBe(0);
  Object.assign(service.deps, { logKey });
  const runs = await Promise.allSettled([take(service, 2), take(service, 2)]);
  expect(runs.some(({ status: how }) => how === 'fulfilled')).toBe(true);
  await take(service, 2);
  expect(await behind(service).verify()).toMatchObject({ intact: true, archive: { checkpoints: 1 } });
  await service.stop();
});

it('documents of before the record named any are named the first night, and none that does not hold', async () => {
  const { archive } = folderPlace();
  const before = await begin(archive);
  for (const number of [2, 3]) await take(before, number);
  await before.stop();
  // A tree of another name before a restore was signed by the same key.
  const { logKey } = before.deps;
  const noteKey = async () => toNoteKey('restored.example', 'log', (await logKey.noteKey()).publicKey);
  const service = await begin(archive, { logKey: { ...logKey, noteKey } });
  await archive.record(nameOf(1), 'nonsense');
  await take(service, 4);
  expect([...(await service.deps.store.findArchived()).documents.keys()].sort()).toEqual([nameOf(2), nameOf(3), nameOf(4)]);
  expect((await behind(service).verify()).broken).toMatchObject([{ chain: 'checkpoints', item: nameOf(1), fault: 'changed' }]);
  await service.stop();
});

it('a record of before that names no checkpoint has no archive to begin anew', async () => {
  const service = await begin(folderPlace().archive);
  const mark = { id: 'evt_none', at: '2026-01-01T12:00:00.000Z', by: 'operator', reason: 'Nothing was lost.' };
  expect(await beginArchive({ client: service.client, name: service.table }, mark)).toBe(false);
  expect((await behind(service).verify()).archive).toEqual({ checkpoints: 0, begun: null });
  await service.stop();
});

it('a document of a bucket that is hidden by a marker of deletion is not missed: it is still there', async () => {
  const bucket = pretendBucket();
  const service = await begin(openArchive('bucket', bucket.client));
  for (const number of [2, 3]) await take(service, number);
  for (const number of [2, 3]) bucket.hide(nameOf(number));
  expect(await behind(service).verify()).toMatchObject({ intact: true, checkpoint: { day: dayOf(3) }, archive: { checkpoints: 2 } });
  await service.stop();
});

it('an event that was changed says nothing, and is named itself', async () => {
  const place = folderPlace();
  const service = await begin(place.archive);
  const attacker = behind(service);
  for (const number of [2, 3]) await take(service, number);
  place.remove(nameOf(2));
  await attacker.change('archive', 'EVENT#0000000001', () => ({ data: { documents: {} } }));
  expect(named(await attacker.verify())[0]).toBe('archive EVENT#0000000001 changed');
  await take(service, 4);
  expect(await night(service, 4)).toMatchObject({ broken: 1 });
  await service.stop();
});
