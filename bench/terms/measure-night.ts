/**
 * What a night of the watch costs in CPU: `npm run terms-night -- [DOCUMENTS]`. The whole job `watch-terms` on the embedded engine over 28
 * documents of some 40 KB: the night on which each is read first, one with a new version of each that differs in its storage place,
 * the one after, on which that is told and reviews open, and one on which nothing is new. The engine's own time is not in it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { startLocal } from '../../local/bring-up.ts';
import { startEngine } from '../../local/engine/engine.ts';
import { LOCAL_ACCESS, openTable, TABLE_NAME } from '../../local/engine/open-table.ts';
import { openTermsFolder } from '../../local/terms-folder.ts';
import { openFolderVault } from '../../local/vault.ts';
import { openStore } from '../../store/open-store.ts';
import { meterTable } from '../metered-table.ts';
import { enterWatched, listWatched, writeVersions } from './watched-examples.ts';

const [documents = 28] = process.argv.slice(2).map(Number);
const DAY_MS = 86_400_000;
const EVERY_DAYS = 2;
/** How many days after the beginning each night is, and what it is. */
const NIGHTS: readonly (readonly [number, string])[] = [
  [0, 'first reading'],
  [1.5, 'a new version of each'],
  [3.5, 'each change told, a review opened'],
  [4, 'nothing new'],
];

const folder = mkdtempSync(join(tmpdir(), 'terms-night-'));
const [terms, data] = [join(folder, 'terms'), join(folder, 'data')];
mkdirSync(terms);
const watched = listWatched(documents);
const quiet = { log: () => {}, error: () => {} };
const local = await startLocal({ port: 0, data, log: quiet });
await enterWatched(local.url, watched);
await local.stop();
const from = Date.now();
// The fifth version is the first with another place.
writeVersions(terms, watched, { from, everyDays: EVERY_DAYS, numbers: [0, 4] });

const engine = await startEngine(data);
const client = await openTable(engine.endpoint);
const aside = new DynamoDBClient({ endpoint: engine.endpoint, ...LOCAL_ACCESS });
const meter = meterTable(client, aside);
try {
  let at = new Date(from);
  const deps = {
    ...openFolderVault(data),
    store: openStore(client, TABLE_NAME),
    now: () => at,
    newId: (prefix: string) => `${prefix}_${ulid(at.getTime())}`,
    terms: openTermsFolder(terms),
    report: ({ error }: { error: unknown }) => {
      throw error;
    },
  } as unknown as Deps;
  for (const [day, name] of NIGHTS) {
    at = new Date(from + day * DAY_MS);
    meter.take();
    const spent = process.cpuUsage();
    const { documents: looked = 0, taken, changed } = await watchTerms(deps);
    const { user, system } = process.cpuUsage(spent);
    const { reads, writes } = meter.take();
    const each = (units: number) => (units / looked).toFixed(1);
    console.log(
      `${name}: ${looked} documents, ${taken} versions taken, ${changed} changes, ${((user + system) / 1e6).toFixed(2)} s CPU, ${each(reads.charged)} read and ${each(writes.charged)} write units a document`,
    );
  }
} finally {
  client.destroy();
  aside.destroy();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
}
