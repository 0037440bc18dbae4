import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { ConsoleFiles } from '../../console/build.ts';
import { CACHE, type SignInAddresses, toConsoleHeaders } from '../../console/headers.ts';
import type { Clock } from '../jobs/clock.ts';
import { people } from '../sign-in/people.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};
/** What belongs to the API and to local sign-in. */
const ELSEWHERE = /^\/(v1|local)(\/|$)/;

/** Serves a file of the console, or its page to a browser that asks for one; false leaves the request to the API. */
export type ServeConsole = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

/** Bundled when it is first asked for, so that an instance used by its API alone never waits for it. */
export function createConsole(clock: Clock, signIn: SignInAddresses): ServeConsole {
  const headers = toConsoleHeaders(signIn);
  let built: Promise<ConsoleFiles> | undefined;
  return async (request, response, path) => {
    if (!(request.method === 'GET' || request.method === 'HEAD') || ELSEWHERE.test(path)) return false;
    const send = (extension: string, bytes: Uint8Array, cacheControl: string) => {
      response.statusCode = 200;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.setHeader('content-type', TYPES[extension] ?? 'application/octet-stream');
      response.setHeader('cache-control', cacheControl);
      response.setHeader('content-length', bytes.length);
      response.end(request.method === 'HEAD' ? undefined : bytes);
    };
    if (path === '/config.json') {
      // The console computes ages by the clock of this instance, which can be moved.
      const config = { signIn: { kind: 'home', people }, now: clock.now().toISOString() };
      send('.json', new TextEncoder().encode(JSON.stringify(config)), 'no-store');
      return true;
    }
    built ??= import('../../console/build.ts').then(({ buildConsole }) => buildConsole());
    const files = await built;
    const file = path === '/page.html' ? undefined : files.get(path);
    const page = file || !/\btext\/html\b/.test(request.headers.accept ?? '') ? undefined : files.get('/page.html');
    if (file) send(extname(path), file, path.startsWith('/assets/') ? CACHE.asset : CACHE.page);
    else if (page) send('.html', page, CACHE.page);
    return (file ?? page) !== undefined;
  };
}
