import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './opa-stage.ts';

const GUIDE = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
const ZONE_FILE = 'whereabouts.rpz';
export const ZONE = 'rpz.whereabouts';
/** What every name is, where nothing is blocked (RFC 5737). */
export const ELSEWHERE = '192.0.2.1';

/** Debian's packages, and what is used of them. */
const PACKAGES = { bind9: '/usr/sbin/named', 'bind9-utils': '/usr/bin/named-checkzone', unbound: '/usr/sbin/unbound' } as const;

/** The resolvers themselves, installed where this machine lacks them. */
function installResolvers(): void {
  const missing = Object.entries(PACKAGES).flatMap(([name, command]) => (existsSync(command) ? [] : [name]));
  if (missing.length === 0) return;
  // A server that the package starts by itself would hold the ports of the machine.
  const policy = '/usr/sbin/policy-rc.d';
  const own = !existsSync(policy);
  if (own) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...missing]]) run('apt-get', args);
  } finally {
    if (own) rmSync(policy);
  }
}

/** What a command says; throws with it where it does not end well. */
export function run(command: string, args: readonly string[], cwd?: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', cwd });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `${stdout}${stderr}`.slice(-2000)}`);
  return `${stdout}${stderr}`;
}

/** What docs/policy.md asks the owner of a resolver to write. */
const documented = (language: string) => {
  const [, text] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(GUIDE) ?? [];
  if (text === undefined) throw new Error(`docs/policy.md shows no configuration of ${language}`);
  return text;
};

/** A new zone counts in BIND a minute later at most, which a test does not wait for. */
const inHaste = (configuration: string) => configuration.replace(`zone "${ZONE}";`, `zone "${ZONE}" min-update-interval 1;`);

const KINDS = {
  bind: {
    command: PACKAGES.bind9,
    file: 'named.conf',
    args: (file: string) => ['-g', '-c', file],
    configure: (folder: string, port: number, upstream: number) =>
      inHaste(documented('named')).replace(
        'options {',
        `controls {};\noptions {\n  directory "${folder}"; pid-file none; session-keyfile "${folder}/session.key"; dnssec-validation no;
  listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; forward only; forwarders { 127.0.0.1 port ${upstream}; };`,
      ),
  },
  unbound: {
    command: PACKAGES.unbound,
    file: 'unbound.conf',
    args: (file: string) => ['-d', '-p', '-c', file],
    configure: (folder: string, port: number, upstream: number) =>
      `${documented('unbound').replace(
        'server:',
        `server:\n  directory: "${folder}"\n  chroot: ""\n  username: ""\n  use-syslog: no\n  interface: 127.0.0.1@${port}\n  do-not-query-localhost: no`,
      )}forward-zone:\n  name: "."\n  forward-addr: 127.0.0.1@${upstream}\n`,
  },
} as const;
export type Kind = keyof typeof KINDS;
export const kinds = Object.keys(KINDS) as Kind[];

/** Resolvers with the zone, configured as the guide says, above an upstream that knows every name. */
export async function openResolvers() {
  installResolvers();
  const scratch = mkdtempSync(join(tmpdir(), 'whereabouts-resolvers-'));
  const upstream = await startUpstream();
  const begun: ChildProcess[] = [];
  return {
    /** A resolver that answers by the zone; `reload` puts another in its place. */
    async start(kind: Kind, zone: string) {
      const { command, file, args, configure } = KINDS[kind];
      const folder = join(scratch, kind);
      mkdirSync(folder);
      const port = await freePort();
      const [path, zonePath] = [join(folder, file), join(folder, ZONE_FILE)];
      writeFileSync(path, configure(folder, port, upstream.port));
      writeFileSync(zonePath, zone);
      const check = () => (kind === 'bind' ? run('/usr/bin/named-checkconf', ['-z', path]) : run('/usr/sbin/unbound-checkconf', [path], folder));
      const checked = check();
      const server = spawn(command, args(path), { cwd: folder, stdio: 'ignore' });
      begun.push(server);
      const resolver = new Resolver({ timeout: 2000, tries: 2 });
      resolver.setServers([`127.0.0.1:${port}`]);
      /** The addresses of a name, or what was answered in their place. */
      const ask = (name: string): Promise<string[] | string> => resolver.resolve4(name).catch(({ code }: { code: string }) => code);
      await until(async () => Array.isArray(await ask('ready.example')));
      return {
        checked,
        ask,
        serial: async () => (await resolver.resolveSoa(ZONE)).serial,
        reload(next: string) {
          writeFileSync(zonePath, next);
          check();
          server.kill('SIGHUP');
        },
      };
    },
    stop() {
      for (const server of begun) server.kill('SIGKILL');
      upstream.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** A server that says of every name that it is `ELSEWHERE`. */
async function startUpstream(): Promise<{ port: number; close: () => void }> {
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => socket.send(toAnswer(query), port, address));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { port: socket.address().port, close: () => socket.close() };
}

/** RFC 1035, 4.1: the header, the one question again, and for an address a record that points at its name. */
function toAnswer(query: Buffer): Buffer {
  let end = 12;
  while ((query[end] ?? 0) !== 0) end += (query[end] ?? 0) + 1;
  const question = query.subarray(12, end + 5);
  const isAddress = query.readUInt16BE(end + 1) === 1;
  const header = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x81, 0x80, 0, 1, 0, Number(isAddress), 0, 0, 0, 0]);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...ELSEWHERE.split('.').map(Number)]);
  return Buffer.concat([header, question, ...(isAddress ? [record] : [])]);
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(() => resolve()));
  return port;
}
