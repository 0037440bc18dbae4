/**
 * A policy tool in small: polls the signed export, and answers whether an app may be used. See README.md.
 * `node examples/policy-gate/gate.ts`
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import type { Data } from './bundle.ts';
import { decide } from './decide.ts';
import { createPoller } from './poll.ts';
import { readSettings } from './settings.ts';

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.literal('RSA') })).min(1) });

const settings = readSettings(process.env);
const keys: JSONWebKeySet = Keys.parse(JSON.parse(readFileSync(settings.KEYS_FILE, 'utf8')));
const poller = createPoller(settings, keys);
const say = (line: string) => process.stdout.write(`${new Date().toISOString()} ${line}\n`);

/** The apps that are suspended or limited, as lines that can be compared. */
function listRuled(data: Data | undefined): Set<string> {
  const rows = Object.entries(data?.apps ?? {}).flatMap(([os, apps]) => Object.entries(apps).map(([id, app]) => ({ os, id, app })));
  return new Set(rows.filter(({ app }) => ['limit', 'suspend'].includes(app.decision)).map(({ os, id, app }) => `${app.decision} ${os}:${id}`));
}

async function pollOnce(): Promise<void> {
  const before = listRuled(poller.held()?.data);
  try {
    const polled = await poller.poll();
    if (polled === 'unchanged') {
      say('unchanged');
      return;
    }
    const after = listRuled(polled);
    say(`revision ${polled.meta.revision}, fresh until ${polled.meta.freshUntil}`);
    // Here a real tool would change its devices.
    for (const line of after) if (!before.has(line)) say(`now ${line}`);
    for (const line of before) if (!after.has(line)) say(`no longer ${line}`);
  } catch (error) {
    say(`kept what is held: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gate');
  const list = (name: string) => searchParams.get(name)?.split(',') ?? [];
  if (pathname !== '/allowed') return void response.writeHead(404).end();
  const question = { os: searchParams.get('os') ?? '', app: searchParams.get('app') ?? '', device: searchParams.get('device') ?? '' };
  const asked = { ...question, groups: list('groups'), met: list('met') };
  const verdict = decide(poller.held()?.data, asked, settings.ON_STALE, new Date());
  // As nginx's auth_request and Envoy's ext_authz read it.
  response.writeHead(verdict.allowed ? 200 : 403, { 'content-type': 'application/json' }).end(`${JSON.stringify(verdict)}\n`);
});

await poller.load().catch((error: unknown) => say(`the bundle that was kept does not verify: ${String(error)}`));
server.listen(settings.PORT, '127.0.0.1', () => {
  const address = server.address();
  say(`answers at http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/allowed`);
});
for (;;) {
  await pollOnce();
  // Not all gates at the same second.
  await sleep(settings.POLL_SECONDS * 1000 * (0.9 + Math.random() * 0.2));
}
