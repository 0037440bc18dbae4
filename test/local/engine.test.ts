import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDataFolder } from '../../local/data-folder.ts';
import { findEngineBinary, startEngine, toRandomHost } from '../../local/engine/engine.ts';
import { openTable, TABLE_NAME } from '../../local/engine/open-table.ts';
import { INDEXES, TABLE_KEYS } from '../../store/keys.ts';
import { newFolder } from './open-gateway.ts';

async function start(folder: string) {
  const engine = await startEngine(folder);
  onTestFinished(engine.stop);
  const client = await openTable(engine.endpoint);
  onTestFinished(() => client.destroy());
  return { ...engine, client, pid: pidIn(folder) };
}

const pidIn = (folder: string) => Number(readFileSync(join(folder, 'engine'), 'utf8'));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  for (let i = 0; i < 200 && isAlive(pid); i += 1) await delay(25);
  expect(isAlive(pid)).toBe(false);
}

test('the end of the stream is found by an index, so that a write costs the same however many came before it', async () => {
  const folder = newFolder();
  await start(folder);
  const database = new DatabaseSync(join(folder, 'whereabouts.db'), { readOnly: true });
  onTestFinished(() => database.close());
  // What the engine asks on every write.
  const asked = 'SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?1';
  const [step] = database.prepare(`EXPLAIN QUERY PLAN ${asked}`).all(TABLE_NAME);
  expect(step?.detail).toContain('USING COVERING INDEX');
});

const item = { pk: { S: 'a' }, sk: { S: 'b' }, listPk: { S: 'PLATFORM' }, listSk: { S: 'a' } };

test('the table has the keys, indexes, stream and expiry that the stack names', async () => {
  const { client } = await start(newFolder());
  const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }));
  expect(Table?.KeySchema).toEqual([
    { AttributeName: TABLE_KEYS.partition, KeyType: 'HASH' },
    { AttributeName: TABLE_KEYS.sort, KeyType: 'RANGE' },
  ]);
  expect(Table?.BillingModeSummary?.BillingMode).toBe('PAY_PER_REQUEST');
  expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_IMAGE' });
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName, Projection }) => [IndexName, Projection?.ProjectionType]).sort()).toEqual(
    INDEXES.map(({ name, projection }) => [name, projection]).sort(),
  );
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: TABLE_NAME }));
  expect(TimeToLiveDescription).toMatchObject({ AttributeName: TABLE_KEYS.expiry, TimeToLiveStatus: 'ENABLED' });
});

test('a table of an older version gets the indexes it lacks, with what it holds', async () => {
  const folder = newFolder();
  const engine = await startEngine(folder);
  onTestFinished(engine.stop);
  const old = await openTable(engine.endpoint);
  const TableName = 'older';
  await old.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  await old.send(new PutItemCommand({ TableName, Item: item }));
  old.destroy();
  const client = await openTable(engine.endpoint, TableName);
  onTestFinished(() => client.destroy());
  const found = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'listing',
      KeyConditionExpression: 'listPk = :l',
      ExpressionAttributeValues: { ':l': { S: 'PLATFORM' } },
    }),
  );
  expect(found.Items).toEqual([item]);
});

test('an engine that is killed is reported and started again, with what was acknowledged', async () => {
  const folder = newFolder();
  const restarts: string[] = [];
  const engine = await startEngine(folder, { onRestart: (line) => restarts.push(line) });
  onTestFinished(engine.stop);
  const client = await openTable(engine.endpoint);
  onTestFinished(() => client.destroy());
  await client.send(new PutItemCommand({ TableName: TABLE_NAME, Item: item }));
  const killed = pidIn(folder);
  process.kill(killed, 'SIGKILL');
  const read = () => client.send(new GetItemCommand({ TableName: TABLE_NAME, Key: { pk: { S: 'a' }, sk: { S: 'b' } } }));
  const { Item } = await vi.waitFor(read, { timeout: 60_000 });
  expect(Item).toEqual(item);
  expect(restarts).toEqual(['restarted after SIGKILL']);
  expect(pidIn(folder)).not.toBe(killed);
});

test('stopping ends the engine', async () => {
  const folder = newFolder();
  const engine = await startEngine(folder);
  const pid = pidIn(folder);
  expect(isAlive(pid)).toBe(true);
  await engine.stop();
  expect(isAlive(pid)).toBe(false);
});

test('the engine ends when the process that started it is killed outright', async () => {
  const folder = newFolder();
  const parent = spawnHolder(folder);
  const pid = Number(String((await once(parent.stdout, 'data'))[0]).trim());
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await untilGone(pid);
});

test('an engine that was left behind is ended by the next one, and another program with its number is not', async () => {
  const folder = newFolder();
  const database = join(folder, 'whereabouts.db');
  const left = spawn(findEngineBinary(), ['--port', '0', '--db-path', database], { stdio: 'ignore' });
  onTestFinished(() => void left.kill('SIGKILL'));
  writeFileSync(join(folder, 'engine'), `${left.pid}\n`);
  await start(folder);
  await untilGone(left.pid ?? 0);

  const other = spawn('sleep', ['60']);
  onTestFinished(() => void other.kill('SIGKILL'));
  const empty = newFolder();
  writeFileSync(join(empty, 'engine'), `${other.pid}\n`);
  await start(empty);
  expect(isAlive(other.pid ?? 0)).toBe(true);
});

test('a missing binary, a broken one and a broken database are reported in a sentence each', async () => {
  const folder = newFolder();
  expect(() =>
    findEngineBinary(() => {
      throw new Error('not found');
    }),
  ).toThrow(/^The embedded database is missing \(package (@dynoxide\/[\w-]+)\): npm install --no-save \1@\d+\.\d+\.\d+$/);
  await expect(startEngine(folder, { binary: join(folder, 'nothing') })).rejects.toThrow(/^The embedded database did not start: .*ENOENT$/);
  const script = join(folder, 'script');
  writeFileSync(script, '#!/bin/sh\necho "error: out of luck" >&2\nexit 3\n');
  chmodSync(script, 0o755);
  await expect(startEngine(folder, { binary: script })).rejects.toThrow('The embedded database did not start: error: out of luck');
  writeFileSync(script, '#!/bin/sh\nkill -9 $$\n');
  await expect(startEngine(folder, { binary: script })).rejects.toThrow('did not start: error: killed 5 times in a row by SIGKILL');
  writeFileSync(join(folder, 'whereabouts.db'), 'this is no database, whatever its name says; it is far too long for that too');
  await expect(startEngine(folder)).rejects.toThrow(/^The embedded database did not start: .*not a valid SQLite database/);
});

test('a folder has one instance at a time, until that one closes it or dies', async () => {
  const folder = newFolder();
  const first = openDataFolder(folder);
  expect(() => openDataFolder(folder)).toThrow(`is in use by another Whereabouts (process ${process.pid})`);
  first.close();
  const holder = spawnHolder(folder);
  await once(holder.stdout, 'data');
  expect(() => openDataFolder(folder)).toThrow(`is in use by another Whereabouts (process ${holder.pid})`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  openDataFolder(folder).close();
});

test('a folder and a database that others could read are closed to them', async () => {
  const folder = newFolder();
  await (await startEngine(folder)).stop();
  const files = ['lock', 'whereabouts.db'].map((name) => join(folder, name));
  openDataFolder(folder).close();
  chmodSync(folder, 0o755);
  for (const file of files) chmodSync(file, 0o644);
  const { close } = openDataFolder(folder);
  close();
  const modes = () => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o077]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(modes().filter(([name]) => files.includes(join(folder, String(name))))).toEqual([
    ['lock', 0],
    ['whereabouts.db', 0],
  ]);
  const { client } = await start(folder);
  await client.send(new PutItemCommand({ TableName: TABLE_NAME, Item: item }));
  expect(modes().filter(([, others]) => others !== 0)).toEqual([]);
});

test('the engine listens on an address of this machine that is another each time, and on no other', async () => {
  const [first, second] = [await start(newFolder()), await start(newFolder())];
  const hosts = [first, second].map(({ endpoint }) => new URL(endpoint).hostname);
  for (const host of hosts) expect(host).toMatch(/^127\.\d+\.\d+\.\d+$/);
  expect(new Set([...hosts, '127.0.0.1'])).toHaveLength(3);
  const { port } = new URL(first.endpoint);
  for (const host of ['127.0.0.1', '127.0.1.1', '[::1]', 'localhost'])
    await expect(fetch(`http://${host}:${port}/`), host).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  expect(new Set(Array.from({ length: 1000 }, () => toRandomHost('linux'))).size).toBeGreaterThan(990);
  // There, 127.0.0.1 is the only address of the loopback interface.
  expect(toRandomHost('darwin')).toBe('127.0.0.1');
});

test('a folder that cannot be made is reported in a sentence', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(() => openDataFolder(join(folder, 'file', 'data'))).toThrow(
    /^The data folder .* cannot be written \(ENOTDIR\): choose another with WHEREABOUTS_DATA\.$/,
  );
});

/** A process that holds the folder and its engine, and prints the engine's number. */
function spawnHolder(folder: string) {
  const modules = ['data-folder', 'engine/engine'].map((name) => new URL(`../../local/${name}.ts`, import.meta.url).href);
  const script = `
    const [{ openDataFolder }, { startEngine }] = await Promise.all(${JSON.stringify(modules)}.map((name) => import(name)));
    openDataFolder(${JSON.stringify(folder)});
    await startEngine(${JSON.stringify(folder)});
    console.log((await import('node:fs')).readFileSync(${JSON.stringify(join(folder, 'engine'))}, 'utf8'));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
