import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { openTermsFolder } from '../../local/terms-folder.ts';
import { openFolderVault } from '../../local/vault.ts';
import { openStore } from '../../store/open-store.ts';

/** Runs the job `watch-terms` once, in a process that can be killed: `begun` when it starts, and how long it took when it has come to its end. */
const [endpoint = '', table = '', folder = '', terms = '', at = ''] = process.argv.slice(2);
const client = new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
const moment = new Date(at);
// What this job takes of what a function has.
const deps = {
  ...openFolderVault(folder),
  store: openStore(client, table),
  now: () => moment,
  newId: (prefix: string) => `${prefix}_${ulid(moment.getTime())}`,
  terms: openTermsFolder(terms),
  report: ({ error }: { error: unknown }) => process.send?.({ fault: String(error) }),
} as unknown as Deps;
process.send?.({ begun: true });
const begun = performance.now();
const { skipped } = await watchTerms(deps);
process.send?.({ tookMs: performance.now() - begun, skipped });
client.destroy();
process.disconnect();
