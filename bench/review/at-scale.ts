/**
 * What a night's re-scoring costs at a size, and what it costs to ask what is due: `node bench/review/at-scale.ts --sizes 1000,10000
 * --night 10000`. The tables are loaded directly, with the newest file of every example platform in turn; `--night` is the most
 * platforms whose night is run, the others lie ahead.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BatchWriteItemCommand, UpdateTableCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { startEngine } from '../../local/engine/engine.ts';
import { openTable, TABLE_NAME } from '../../local/engine/open-table.ts';
import type { Item } from '../../store/table.ts';
import { countCapacity } from '../capacity/count-capacity.ts';
import { createDeps } from './deps.ts';
import { makePlatforms } from './platforms.ts';

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000' }, night: { type: 'string', default: '10000' }, due: { type: 'string', default: '100' } },
});
const mostDue = Number(options.due);
/** The files are of up to 31 August 2026; all are approved on the day after, and the next night is measured. */
const APPROVED_AT = '2026-09-01T12:00:00.000Z';
/** Items that one BatchWriteItem takes. */
const MOST_AT_ONCE = 25;
/** How often a query is asked, to time it. */
const CALLS = 21;
const NIGHT = '2026-09-02T00:05:00.000Z';
/** Platforms of the night before the first that counts. */
const WARM_UP = 1000;

// A process that has been at work for a while is what is measured: its first night is for nothing.
await measure(WARM_UP);
for (const size of options.sizes.split(',').map(Number)) console.log(JSON.stringify(await measure(size)));

async function measure(size: number) {
  const folder = mkdtempSync(join(tmpdir(), 'scale-'));
  const engine = await startEngine(folder);
  const client = await openTable(engine.endpoint);
  // The embedded engine's writes get slower with every record in its stream, 0.17 ms for a thousand; DynamoDB's do not.
  await client.send(new UpdateTableCommand({ TableName: TABLE_NAME, StreamSpecification: { StreamEnabled: false } }));
  try {
    const night = Math.min(size, Number(options.night));
    const loading = performance.now();
    let bytes = 0;
    let batch: Item[] = [];
    const flush = async () => {
      for (
        let left: WriteRequest[] = batch.map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }));
        left.length > 0;
      ) {
        const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [TABLE_NAME]: left } }));
        left = UnprocessedItems?.[TABLE_NAME] ?? [];
      }
      batch = [];
    };
    for (const items of makePlatforms(size, { at: APPROVED_AT, night: { at: NIGHT, first: night }, due: mostDue })) {
      for (const item of items) bytes += JSON.stringify(item).length;
      if (batch.length + items.length > MOST_AT_ONCE) await flush();
      batch.push(...items);
    }
    if (batch.length > 0) await flush();
    const loaded = (performance.now() - loading) / 1000;

    const counted = countCapacity(client);
    const deps = createDeps(client, () => new Date(NIGHT));
    // Queueing all platforms for the new versions is done once and not measured: all are queued already, so nothing is written.
    await deps.store.recordRequeued(await deps.store.findRequeued(), deps.versions);

    const due = await timed(() => deps.store.listDue({ limit: mostDue, after: undefined, before: '2026-09-02', inclusive: true }));
    const dueUnits = counted.take();
    const queue = await timed(() => deps.store.listDueWork(NIGHT, { limit: 25 }));
    const queueUnits = counted.take();

    global.gc?.();
    const heap = process.memoryUsage().heapUsed;
    let top = heap;
    const watch = setInterval(() => {
      top = Math.max(top, process.memoryUsage().heapUsed);
    }, 50);
    const begun = performance.now();
    const cpu = process.cpuUsage();
    let [looked, changed, runs] = [0, 0, 0];
    for (;;) {
      const figures = await reviewPlatforms(deps);
      if (!figures.looked) break;
      runs += 1;
      looked += figures.looked;
      changed += figures.changed ?? 0;
    }
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    clearInterval(watch);
    const units = counted.take();

    return {
      platforms: size,
      bytesEach: Math.round(bytes / size),
      loadedIn: round(loaded),
      dueQuery: { found: due.value.heads.length, ms: round(due.ms), readUnits: round(dueUnits.read / CALLS) },
      queueQuery: { found: queue.value.items.length, ms: round(queue.ms), readUnits: round(queueUnits.read / CALLS) },
      night: {
        looked,
        changed,
        runs,
        seconds: round(seconds),
        msEach: round((seconds * 1000) / looked),
        cpuMsEach: round((user + system) / 1000 / looked),
        readUnitsEach: round(units.read / looked),
        writeUnitsEach: round(units.write / looked),
        requestsEach: round(units.requests / looked),
        heapMB: round(top / 1e6),
      },
    };
  } finally {
    client.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The median of so many calls, after one that is not counted. */
async function timed<T>(act: () => Promise<T>): Promise<{ value: T; ms: number }> {
  let value = await act();
  const times: number[] = [];
  for (let i = 1; i < CALLS; i += 1) {
    const begun = performance.now();
    value = await act();
    times.push(performance.now() - begun);
  }
  return { value, ms: times.sort((a, b) => a - b)[10] ?? 0 };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
