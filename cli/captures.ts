import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { components } from '../docs/api-types.ts';
import { SHA256_PATTERN } from '../domain/facts/hash.ts';
import type { MediaType } from '../domain/vault/capture.ts';
import { type Api, openApi } from './api.ts';
import { type Command, takeText, takeTwo } from './command.ts';
import { Usage } from './failure.ts';
import { readAll } from './pages.ts';
import { counted, titled } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

type Manifest = components['schemas']['CaptureView'];
type Part = 'bytes' | 'text';

const ENDING: Readonly<Record<MediaType, string>> = { 'text/plain': '.txt', 'text/markdown': '.md', 'text/html': '.html' };

export const capturesCommand: Command = {
  usage: 'PLATFORM [HASH] [--into FOLDER]',
  operations: ['list-captures', 'get-capture'],
  help: [
    'With the HASH of one, or enough of its beginning, its text is shown. --into writes the bytes of that one, or of all that can be read,',
    'each under its hash, as verify-evidence looks for them.',
  ],
  example: 'captures signal --into captures',
  options: { into: { takes: 'FOLDER', means: 'write the bytes there' } },
  async run(given) {
    const [name, beginning] = takeTwo(given, 'PLATFORM', 'HASH');
    const platform = toPlatformId(name);
    const folder = takeText(given, 'into');
    const api = await openApi(given);
    const all: Manifest[] = await readAll((page) => api.GET('/v1/platforms/{platform}/captures', { params: { path: { platform }, query: page } }));
    const chosen = beginning === undefined ? all : [choose(all, platform, beginning)];
    if (folder !== undefined) return save(api, chosen, { at: resolve(given.io.cwd, folder), skips: beginning === undefined });
    const [one] = chosen;
    if (beginning === undefined || !one) return { data: all, lines: () => print(all) };
    const text = new TextDecoder().decode(await read(api, one.capture, 'text'));
    return { data: { ...one, content: text }, lines: () => text.split(/\r?\n/).map(toSafeText) };
  },
};

function choose(all: readonly Manifest[], platform: string, beginning: string): Manifest {
  const named = all.filter(({ capture }) => capture.startsWith(beginning));
  const [one] = named;
  if (!one) throw new Usage(`${platform} has no capture ${SHA256_PATTERN.test(beginning) ? beginning : `that begins with ${beginning}`}`);
  if (named.length > 1) throw new Usage(`${counted(named.length, 'capture')} of ${platform} begin with ${beginning}: write more of the hash`);
  return one;
}

async function read(api: Api, sha256: string, part: Part): Promise<ArrayBuffer> {
  const { data, error, response } = await api.GET('/v1/captures/{sha256}', { params: { path: { sha256 }, query: { part } }, parseAs: 'arrayBuffer' });
  return take({ response, error, ...(data !== undefined && { data: data as unknown as ArrayBuffer }) });
}

async function save(api: Api, captures: readonly Manifest[], { at, skips }: { readonly at: string; readonly skips: boolean }) {
  await mkdir(at, { recursive: true });
  const saved: string[] = [];
  const erased = captures.filter(({ state }) => skips && state === 'erased').length;
  for (const { capture, mediaType, state } of captures) {
    if (skips && state === 'erased') continue;
    const file = join(at, `${capture}${ENDING[mediaType]}`);
    await writeFile(file, new Uint8Array(await read(api, capture, 'bytes')));
    saved.push(file);
  }
  const lines = () => [...saved, ...(erased > 0 ? [`${counted(erased, 'capture')} left out: erased`] : [])];
  return { data: saved, lines };
}

function print(all: readonly Manifest[]): string[] {
  if (all.length === 0) return ['No capture is kept.'];
  return titled(
    ['capture', 'read', 'by', 'bytes', 'state', 'address'],
    all.map(({ capture, capturedAt, capturedBy, bytes, state, url }) => [
      capture,
      capturedAt.slice(0, 16),
      toSafeText(capturedBy),
      String(bytes),
      state,
      toSafeText(url ?? ''),
    ]),
  );
}
