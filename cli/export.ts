import { writeFileSync } from 'node:fs';
import { EXPORTS, policyExports, toAddress } from '../domain/policy/exports.ts';
import { type Api, openApi } from './api.ts';
import { type Command, isSet, takeOne, takeText } from './command.ts';
import { Usage } from './failure.ts';
import { faint, table } from './print/print.ts';
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
  summary: 'Read what policy tools enforce, in one of their formats',
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
    if (!asked.isText && out === undefined && process.stdout.isTTY) throw new Usage('a bundle is no text: name a file with --out');
    const { bytes, headers } = await read(await openApi(given), asked.path);
    const about = {
      format,
      revision: headers.get('whereabouts-revision'),
      dataAsOf: headers.get('whereabouts-data-as-of'),
      freshUntil: headers.get('whereabouts-fresh-until'),
      etag: headers.get('etag'),
      bytes: bytes.length,
    };
    const told = `${format}, revision ${about.revision}, fresh until ${about.freshUntil}, ${bytes.length} bytes`;
    if (out === undefined) {
      process.stdout.write(bytes);
      process.stderr.write(`${isSet(given, 'json') ? JSON.stringify(about) : faint(told)}\n`);
      return undefined;
    }
    writeFileSync(out, bytes);
    return { data: { ...about, file: out }, lines: () => [`${out}: ${told}`] };
  },
};

/** The bytes as they come: a signature is over them, so nothing is parsed and written again. */
async function read({ request }: Api, path: string): Promise<{ bytes: Buffer; headers: Headers }> {
  const { response, data, error } = await request('get', path as '/v1/policy/domains', { parseAs: 'arrayBuffer' });
  if (!response.ok || !(data instanceof ArrayBuffer)) throw toFailure(response, error);
  return { bytes: Buffer.from(data), headers: response.headers };
}
