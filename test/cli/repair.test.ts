import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { type Engine, startEngine } from '../../local/engine/engine.ts';
import { openTable, TABLE_NAME } from '../../local/engine/open-table.ts';
import { type Home, openHome } from './program.ts';

const quiet = { log: () => undefined, error: () => undefined };
const PROFILE = fileURLToPath(new URL('../../examples/signal/platform.json', import.meta.url));
const REASON = ['--reason', 'Compared with the copy of 09:00.'];

let home: Home;
let engine: Engine;
let local: Local;
let client: Awaited<ReturnType<typeof openTable>>;
beforeAll(async () => {
  const folders = openHome();
  engine = await startEngine(folders.folder);
  client = await openTable(engine.endpoint);
  local = await startLocal({ port: 0, data: join(folders.folder, 'data'), endpoint: engine.endpoint, log: quiet });
  const opened = openHome({ WHEREABOUTS_URL: local.url });
  home = {
    ...opened,
    close() {
      opened.close();
      folders.close();
    },
  };
  for (const name of ['analyst', 'operator', 'auditor']) expect(await home.run(['sign-in', name])).toMatchObject({ code: 0 });
  for (const platform of ['signal', 'whole', 'torn'])
    expect(await home.run(['profile', platform, PROFILE, '--as', 'analyst'])).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await local.stop();
  client.destroy();
  await engine.stop();
  home.close();
});

/** What somebody does who may write to the table. */
async function forge(platform: string, sk: string, to: object): Promise<void> {
  const key = { pk: `PLATFORM#${platform}`, sk };
  const { Item } = await client.send(new GetItemCommand({ TableName: TABLE_NAME, Key: marshall(key), ConsistentRead: true }));
  if (!Item) throw new Error(`there is no ${key.pk} ${sk}`);
  await client.send(new PutItemCommand({ TableName: TABLE_NAME, Item: marshall({ ...unmarshall(Item), ...to }) }));
}

const repair = (args: readonly string[], as = 'operator') => home.run(['repair', ...args, '--as', as]);
const verify = () => home.run(['verify', '--as', 'auditor']);

describe('whereabouts repair', () => {
  it('says of a whole record that there is nothing to repair', async () => {
    const { code, out, err } = await repair(['whole']);
    expect([code, out, err]).toEqual([4, '', expect.stringMatching(/^whereabouts: .*nothing/i)]);
  });

  it('shows what is broken and what would be made anew, proposes and confirms it by its hash', async () => {
    await forge('signal', 'HEAD', { latestRevision: 7 });
    expect((await verify()).out).toMatch(/^The record is broken in \d+ places\./);
    const shown = await repair(['signal']);
    expect([shown.code, shown.err]).toEqual([0, '']);
    expect(shown.out).toMatch(/^The record of signal is broken in 1 places\.\n/);
    expect(shown.out).toMatch(/\n *HEAD +changed +/);
    expect(shown.out).toMatch(/What would be made anew from the events, after event 1:\n.*\n *HEAD +[0-9a-f]{12} +[0-9a-f]{12} +yes\n/);
    expect(shown.out).toContain('\nNobody has proposed it yet.\n');
    const [, hash = ''] = /\nhash ([0-9a-f]{64})\n$/.exec(shown.out) ?? [];
    const data = JSON.parse((await repair(['signal', '--json'])).out);
    expect(data).toMatchObject({ platform: 'signal', hash, items: [{ item: 'HEAD', asLeft: true }], byHand: [], proposed: null });

    const unproposed = await repair(['confirm', 'signal', '--hash', hash, ...REASON], 'auditor');
    expect([unproposed.code, unproposed.err]).toEqual([4, expect.stringContaining('is not proposed yet')]);
    expect(await repair(['propose', 'signal', '--hash', hash, ...REASON])).toEqual({
      code: 0,
      out: 'The repair of signal is proposed. Another person looks at it with: whereabouts repair signal\n',
      err: '',
    });
    expect((await repair(['signal'], 'auditor')).out).toMatch(/\nProposed by operator at \S+: Compared with the copy of 09:00\.\nhash /);
    const alone = await repair(['confirm', 'signal', '--hash', hash, ...REASON]);
    expect([alone.code, alone.out, alone.err]).toEqual([4, '', expect.stringContaining('another person must confirm it')]);
    expect(await repair(['confirm', 'signal', '--hash', hash, ...REASON], 'auditor')).toEqual({
      code: 0,
      out: '1 items of signal are made anew; its record is whole.\n',
      err: '',
    });
    const after = await verify();
    expect([after.code, after.out]).toEqual([
      0,
      expect.stringMatching(/ {2}signal: operator and auditor made HEAD anew from the events by EVENT#0000000002\.\n/),
    ]);
  });

  it('takes no hash of another look', async () => {
    await forge('whole', 'HEAD', { latestRevision: 7 });
    const { hash } = JSON.parse((await repair(['whole', '--json'])).out);
    await forge('whole', 'HEAD', { latestRevision: 8 });
    for (const word of ['propose', 'confirm']) {
      const { code, out, err } = await repair([word, 'whole', '--hash', hash, ...REASON]);
      expect([code, out, err]).toEqual([4, '', expect.stringContaining('whereabouts: ')]);
    }
    const { hash: other } = JSON.parse((await repair(['whole', '--json'])).out);
    expect(other).not.toBe(hash);
    const proposed = await repair(['propose', 'whole', '--hash', other, ...REASON, '--json']);
    expect(JSON.parse(proposed.out)).toMatchObject({ hash: other, proposed: { by: 'operator' } });
    const confirmed = await repair(['confirm', 'whole', '--hash', other, ...REASON, '--json'], 'auditor');
    expect(JSON.parse(confirmed.out)).toMatchObject({ platform: 'whole', intact: true, items: [{ item: 'HEAD' }] });
  });

  it('makes nothing of events that do not hold', async () => {
    await forge('torn', 'EVENT#0000000001', { by: 'somebody' });
    const { code, out, err } = await repair(['torn']);
    expect([code, out, err]).toEqual([4, '', expect.stringContaining('EVENT#0000000001')]);
  });

  it('is the operators’, and of a platform that there is', async () => {
    expect(await repair(['signal'], 'analyst')).toMatchObject({ code: 4, out: '', err: expect.stringContaining('operate') });
    expect(await repair(['nowhere'])).toMatchObject({ code: 4, out: '', err: expect.stringContaining('there is no platform "nowhere"') });
  });

  it.each([
    [[], /PLATFORM is missing/],
    [['signal', 'torn'], /one PLATFORM too many/],
    [['propose'], /PLATFORM is missing/],
    [['propose', 'signal', ...REASON], /--hash is missing: look first with: whereabouts repair signal/],
    [['propose', 'signal', '--hash', 'a'.repeat(64)], /--reason is missing: say what was found out/],
    [['confirm', 'signal', ...REASON], /--hash is missing: look first with: whereabouts repair signal/],
    [['confirm', 'signal', '--hash', 'a'.repeat(64), '--reason', ''], /--reason is empty/],
    [['confirm', 'signal', '--harsh', 'a'], /Unknown option '--harsh'/],
  ])('%j is no use of it', async (args, message) => {
    expect(await repair(args)).toEqual({ code: 2, out: '', err: expect.stringMatching(message) });
  });
});
