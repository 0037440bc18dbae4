import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Head } from '../../domain/record/head.ts';
import { Conflict } from '../../store/conflict.ts';
import { eventKey, headKey } from '../../store/keys.ts';
import { RecordBroken } from '../../store/record-broken.ts';
import { analyst, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const read = async (key: object) => {
  const { Item } = await service.client.send(new GetItemCommand({ TableName: service.jobs.table, Key: marshall(key), ConsistentRead: true }));
  return Item && unmarshall(Item);
};

async function create(platform: string): Promise<Head> {
  const body = { name: platform, operator: 'Somebody' };
  await service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body, headers: { 'if-none-match': '*' } });
  const head = await service.deps.store.findHead(platform);
  if (!head) throw new Error('no head');
  return head;
}

const change = (from: Head, name: string) =>
  service.deps.store.commit({
    from,
    to: { ...from, profile: { ...from.profile, name } },
    events: [{ id: service.deps.newId('evt'), type: 'platform.changed', at: '2026-11-22T12:00:00.000Z', by: 'analyst', data: {} }],
  });

describe('a change is written under the version of the head that was read', () => {
  it('and refused under another, even where the place of its event is free', async () => {
    const head = await create('moved-on');
    const moved = { ...(await read(headKey('moved-on'))), version: head.version + 1 };
    await service.client.send(new PutItemCommand({ TableName: service.jobs.table, Item: marshall(moved) }));
    await expect(change(head, 'Overwritten')).rejects.toBeInstanceOf(Conflict);
    expect(await read(headKey('moved-on'))).toEqual(moved);
    expect(await read(eventKey('moved-on', head.sequence + 1))).toBeUndefined();
  });

  it('and refused where the place of its event is taken by what is no change', async () => {
    const head = await create('taken');
    await service.client.send(new PutItemCommand({ TableName: service.jobs.table, Item: marshall(eventKey('taken', head.sequence + 1)) }));
    await expect(change(head, 'Overwritten')).rejects.toBeInstanceOf(RecordBroken);
    expect((await service.deps.store.findHead('taken'))?.profile.name).toBe('taken');
  });

  it('and nothing is created over what is there', async () => {
    const head = await create('there');
    const { version: _v, sequence: _s, lastHash: _l, ...content } = head;
    const again = service.deps.store.commit({
      from: undefined,
      to: { ...content, platform: 'there' },
      events: [{ id: service.deps.newId('evt'), type: 'platform.changed', at: '2026-11-22T12:00:00.000Z', by: 'analyst', data: {} }],
    });
    await expect(again).rejects.toBeInstanceOf(Conflict);
    expect(await service.deps.store.findHead('there')).toEqual(head);
  });
});

it('a change that says nothing of itself is not written', async () => {
  const head = await create('silent');
  await expect(service.deps.store.commit({ from: head, to: head, events: [] })).rejects.toThrow('says nothing');
  expect(await service.deps.store.findHead('silent')).toEqual(head);
});
