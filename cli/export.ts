import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXPORTS, policyExports, toAddress } from '../domain/policy/exports.ts';
import { type Api, openApi } from './api.ts';
import { type Command, isSet, takeOne, takeText } from './command.ts';
import { Usage } from './failure.ts';
import { faint, table } from './print/print.ts';
import { toSafeJson, writeError, writeOut } from './print/terminal.ts';
import { toFailure } from './refusal.ts';

/** Where each format is, and what it is, by the list of exports. */
export const FORMATS: ReadonlyMap<string, { readonly path: string; readonly says: string; readonly isText: boolean }> = new Map(
  policyExports.flatMap((entry) =>
    entry.forms.map(({ format, query, says, type = entry.type }) => [
      format,
      { path: `/v1/policy/${toAddress(entry, query)}`, says, isText: type !== 'application/gzip' },
    ]),
  ),
);

export const exportCommand: Command = {
  usage: 'FORMAT [--out FILE]',
  operations: [EXPORTS[0].operation, ...EXPORTS.slice(1).map(({ operation }) => operation)],
  help: [
    ...table([...FORMATS].map(([format, { says }]) => [format, says])),
    'The bytes are those of the service, to standard output or to a file; which revision they are goes to standard error.',
    'A tool that polls asks the address itself, with If-None-Match: see docs/policy.md and examples/policy-gate.',
  ],
  example: 'export domains --as policy-tool',
  options: { out: { takes: 'FILE', means: 'where to write it (default: standard output)' } },
  async run(given) {
    const format = takeOne(given, 'FORMAT');
    const asked = FORMATS.get(format);
    if (!asked) throw new Usage(`FORMAT is one of ${[...FORMATS.keys()].join(', ')}, not "${format}"`);
    const out = takeText(given, 'out');
    const { stdout, cwd } = given.io;
    if (!asked.isText && out === undefined && stdout.isTTY) throw new Usage('a bundle is no text: name a file with --out');
    const { bytes, headers } = await read(await openApi(given), asked.path);
    const about = {
      format,
      revision: headers.get('whereabouts-revision'),
      dataAsOf: headers.get('whereabouts-data-as-of'),
      freshUntil: headers.get('whereabouts-fresh-until'),
      etag: headers.get('etag'),
      bytes: bytes.length,
    };
    const summary = `${format}, revision ${about.revision}, fresh until ${about.freshUntil}, ${bytes.length} bytes`;
    if (out === undefined) {
      // A terminal obeys what a platform's name may hold; a file or a program gets the bytes as they are.
      if (stdout.isTTY) writeOut(given.io, bytes.toString('utf8').trimEnd().split('\n'));
      else stdout.write(bytes);
      writeError(given.io, [isSet(given, 'json') ? toSafeJson(about) : faint(summary)]);
      return undefined;
    }
    writeFileSync(resolve(cwd, out), bytes);
    return { data: { ...about, file: out }, lines: () => [`${out}: ${summary}`] };
  },
};

/** The bytes as they come: a signature is over them, so nothing is parsed and written again. */
async function read({ request }: Api, path: string): Promise<{ bytes: Buffer; headers: Headers }> {
  const { response, data, error } = await request('get', path as '/v1/policy/domains', { parseAs: 'arrayBuffer' });
  if (!response.ok || !(data instanceof ArrayBuffer)) throw toFailure(response, error);
  return { bytes: Buffer.from(data), headers: response.headers };
}
