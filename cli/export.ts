import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Api, openApi } from './api.ts';
import { type Command, isSet, takeOne, takeText } from './command.ts';
import { Usage } from './failure.ts';
import { faint, table } from './print/print.ts';
import { toSafeJson, writeError, writeOut } from './print/terminal.ts';
import { toFailure } from './refusal.ts';

/** Where each format is; the query says which kind of it. */
export const FORMATS = {
  opa: { path: '/v1/policy/opa/bundles/whereabouts.tar.gz', is: 'the signed bundle for OPA (gzip)' },
  cedar: { path: '/v1/policy/cedar/entities', is: 'entities for Cedar' },
  'cedar-schema': { path: '/v1/policy/cedar/entities?as=schema', is: 'their schema' },
  'cedar-avp': { path: '/v1/policy/cedar/entities?format=avp', is: 'entities for Amazon Verified Permissions' },
  'cedar-schema-avp': { path: '/v1/policy/cedar/entities?as=schema&format=avp', is: 'their schema, for PutSchema' },
  'cedar-fail-open': { path: '/v1/policy/cedar/entities?as=fail-open', is: 'an example policy that allows on stale data' },
  'cedar-fail-closed': { path: '/v1/policy/cedar/entities?as=fail-closed', is: 'an example policy that denies on stale data' },
  android: { path: '/v1/policy/android?mode=fully_managed', is: 'Android Management API, fully managed devices' },
  'android-company-profile': { path: '/v1/policy/android?mode=company_work_profile', is: 'company-owned devices with a work profile' },
  'android-personal-profile': { path: '/v1/policy/android?mode=personal_work_profile', is: 'personal devices with a work profile' },
  'android-modify': { path: '/v1/policy/android?mode=fully_managed&as=modify', is: 'bodies for :modifyPolicyApplications, fully managed devices' },
  'android-company-profile-modify': {
    path: '/v1/policy/android?mode=company_work_profile&as=modify',
    is: 'the same for company-owned devices with a work profile',
  },
  'android-personal-profile-modify': {
    path: '/v1/policy/android?mode=personal_work_profile&as=modify',
    is: 'the same for personal devices with a work profile',
  },
  apple: { path: '/v1/policy/apple', is: 'a configuration profile for supervised devices' },
  'intune-ios-restrictions': { path: '/v1/policy/intune?kind=ios-restrictions', is: 'Microsoft Graph, listed apps are reported' },
  'intune-ios-compliance': { path: '/v1/policy/intune?kind=ios-compliance', is: 'Microsoft Graph, compliance with a deadline' },
  'intune-android-device-owner': { path: '/v1/policy/intune?kind=android-device-owner', is: 'Microsoft Graph, personal side of company devices' },
  domains: { path: '/v1/policy/domains', is: 'blocked domains, one a line' },
  rpz: { path: '/v1/policy/domains?as=rpz', is: 'blocked domains as a DNS response policy zone' },
  csv: { path: '/v1/policy/scores.csv', is: 'scores and decisions as CSV' },
  json: { path: '/v1/policy/scores.json', is: 'scores and decisions as JSON' },
} as const;
type Format = keyof typeof FORMATS;
const isFormat = (text: string): text is Format => Object.hasOwn(FORMATS, text);

export const exportCommand: Command = {
  usage: 'FORMAT [--out FILE]',
  summary: 'Read what policy tools enforce, in one of their formats',
  operations: [
    'get-scores-json',
    'get-scores-csv',
    'get-opa-bundle',
    'get-cedar-entities',
    'get-android-policy',
    'get-apple-profile',
    'get-intune-policy',
    'get-domains',
  ],
  help: [
    ...table(Object.entries(FORMATS).map(([format, { is }]) => [format, is])),
    'The bytes are those of the service, to standard output or to a file; which revision they are goes to standard error.',
    'A tool that polls asks the address itself, with If-None-Match: see docs/policy.md and examples/policy-gate.',
  ],
  example: 'export domains --as policy-tool',
  options: { out: { takes: 'FILE', means: 'where to write it (default: standard output)' } },
  async run(given) {
    const format = takeOne(given, 'FORMAT');
    if (!isFormat(format)) throw new Usage(`FORMAT is one of ${Object.keys(FORMATS).join(', ')}, not "${format}"`);
    const out = takeText(given, 'out');
    const { stdout, cwd } = given.io;
    if (format === 'opa' && out === undefined && stdout.isTTY) throw new Usage('a bundle is no text: name a file with --out');
    const { bytes, headers } = await read(await openApi(given), FORMATS[format].path);
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
