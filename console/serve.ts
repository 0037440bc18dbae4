/** Serves the console in the cloud: the same files and headers as at home, out of the function's own folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Config, OidcSignIn } from './config.ts';
import { CACHE, type SiteVariables, toConsoleHeaders } from './headers.ts';

/** Each type, and whether it is text: what is not travels as base64. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

type Site = { readonly files: ReadonlySet<string>; readonly headers: Readonly<Record<string, string>>; readonly config: string };
let site: Site | undefined;

const FOLDER = join(import.meta.dirname, 'site');

function open(variables: Partial<SiteVariables>): Site {
  const { ISSUER: issuer, CLIENT_ID: clientId, SIGN_IN_SCOPE: scope, SIGN_IN_ACR: acr, TOKEN_ENDPOINT: tokenEndpoint } = variables;
  if (!issuer || !clientId || !scope) throw new Error('the environment of this function lacks ISSUER, CLIENT_ID or SIGN_IN_SCOPE');
  const names = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Set(names.map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length)));
  const claims = variables.SIGN_IN_CLAIMS === undefined ? undefined : (JSON.parse(variables.SIGN_IN_CLAIMS) as OidcSignIn['claims']);
  const config: Config = { signIn: { kind: 'oidc', issuer, clientId, scope, ...(acr && { acr }), ...(claims && { claims }) } };
  return { files, headers: toConsoleHeaders({ issuer, tokenEndpoint }), config: JSON.stringify(config) };
}

export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  site ??= open(process.env);
  const { requestId, http } = event.requestContext;
  const answer = find(event, site);
  console.log(JSON.stringify({ level: 'info', requestId, route: event.routeKey, status: answer.statusCode }));
  const headers = { ...site.headers, 'x-request-id': requestId, ...answer.headers };
  return { ...answer, headers, body: http.method === 'HEAD' ? '' : (answer.body ?? '') };
}

function find({ rawPath, headers, requestContext }: APIGatewayProxyEventV2, { files, config }: Site): APIGatewayProxyStructuredResultV2 {
  if (rawPath === '/config.json')
    return { statusCode: 200, headers: { 'content-type': 'application/json', 'cache-control': CACHE.page }, body: config };
  const isCompressed = /\bbr\b/.test(headers['accept-encoding'] ?? '');
  if (rawPath !== '/page.html' && files.has(rawPath)) return toFile(rawPath, isCompressed);
  // Every page of the console is the one page, which finds its way by the address.
  if (/\btext\/html\b/.test(headers.accept ?? '')) return toFile('/page.html', isCompressed);
  const problem = { type: '/v1/problems/not-found', title: 'There is nothing here', status: 404, detail: 'the address names no file of the console' };
  return {
    statusCode: 404,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    body: JSON.stringify({ ...problem, requestId: requestContext.requestId }),
  };
}

function toFile(path: string, isCompressed: boolean): APIGatewayProxyStructuredResultV2 {
  const compressed = join(FOLDER, `${path}.br`);
  const isSmaller = isCompressed && existsSync(compressed);
  return {
    statusCode: 200,
    headers: {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? CACHE.asset : CACHE.page,
      vary: 'accept-encoding',
      ...(isSmaller && { 'content-encoding': 'br' }),
    },
    body: readFileSync(isSmaller ? compressed : join(FOLDER, path)).toString('base64'),
    isBase64Encoded: true,
  };
}
