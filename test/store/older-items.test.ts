import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BackupLine } from '../../store/backup-line.ts';
import { restore } from '../../store/restore.ts';
import { findReader } from '../../store/set-aside.ts';
import type { Item } from '../../store/table.ts';
import { auditor, type Json, startService } from '../started-service.ts';
import { ask, grow } from './every-item.ts';
import { expectIntact, expectWholeFeed, openRecord } from './record.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const SHAPES = readdirSync(new URL('items/', FIXTURES));
/** Kinds that came after both shapes, and under the number of the second. */
const LATER = ['answer', 'anchors', 'capture', 'erasure', 'refused', 'release', 'terms'];
/** Kinds that a record without any of them has no need of. */
const NOT_IN: Readonly<Record<string, readonly string[]>> = {
  '0.1.0.json': ['consumer', 'policy-part', ...LATER],
  'schema-1.json': LATER,
};
const KINDS = BackupLine.options
  .flatMap((option) => ('options' in option ? option.options.map(({ shape }) => shape.kind.value) : []))
  .filter((kind) => kind !== 'stray');

const itemsOf = (shape: string): { kind: string; item: Item }[] => JSON.parse(readFileSync(new URL(`items/${shape}`, FIXTURES), 'utf8'));
const isOfPlatform = ({ pk }: Item) => pk.startsWith('PLATFORM#') && !/#(register|consumers|policy|archive)$/.test(pk);

test('each released shape is kept, and the present one among them', () => {
  expect(SHAPES).toEqual(expect.arrayContaining(['0.1.0.json', 'schema-1.json']));
});

describe.each(SHAPES)('items of %s', (shape) => {
  test('are there, one of each kind', () => {
    const kinds = itemsOf(shape).map(({ kind }) => kind);
    expect([...kinds, ...(NOT_IN[shape] ?? [])].sort()).toEqual([...KINDS].sort());
  });

  test.each(itemsOf(shape))('are read by this version: $kind', ({ kind, item }) => {
    expect(BackupLine.parse({ kind, item })).toMatchObject({ kind });
    const read = isOfPlatform(item) ? findReader(item) : undefined;
    expect(() => read?.(item)).not.toThrow();
    expect(read !== undefined).toBe(isOfPlatform(item));
  });

  test.each(itemsOf(shape))('are read with members that are not known yet: $kind', ({ kind, item }) => {
    // Of an event the number is a part, which its hash covers.
    const grown = { ...grow(item), ...(kind !== 'event' && { schema: 99 }) };
    expect(BackupLine.parse({ kind, item: grown })).toMatchObject({ kind });
    if (!isOfPlatform(item)) return;
    expect(JSON.stringify(findReader(item)?.(grown))).toBe(JSON.stringify(findReader(item)?.(item)));
  });
});

test('a backup of 0.1.0 is restored whole', async () => {
  const service = await startService();
  onTestFinished(() => service.stop());
  service.setNow('2027-01-02T02:00:00.000Z');
  const lines = gunzipSync(readFileSync(new URL('backup-0.1.0.jsonl.gz', FIXTURES)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const figures = await restore({ client: service.client, name: service.table }, async function* () {
    yield* lines;
  });
  expect(figures).toMatchObject({ broken: [], items: lines.length - 2 });
  await expectIntact(service);
  await expectWholeFeed(service);
  const { json: report } = await service.call('GET', '/v1/audit/verify', { as: auditor });
  expect(report.older.length).toBe(report.chains);
  expect(new Set(report.older.map(({ begins }: Json) => begins))).toEqual(new Set([null]));
  const signal = openRecord(service, 'signal');
  await signal.put({ 'if-match': (await signal.read()).headers.etag ?? '' });
  await expectIntact(service);
  const { json: after } = await service.call('GET', '/v1/audit/verify', { as: auditor, query: { platform: 'signal' } });
  expect(after.older).toEqual([{ chain: 'signal', begins: expect.stringMatching(/^EVENT#/) }]);
  const { json }: { json: Json } = await ask(service, '/v1/platforms?jurisdiction=CN');
  expect(json.items.map(({ id }: Json) => id)).toContain('tiktok');
  expect(json.setAside).toBeUndefined();
});
