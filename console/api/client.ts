import { signal } from '@preact/signals';
import { t } from '../messages/text.ts';
import { ended, renew, session } from '../session.ts';
import { ApiProblem, toProblem } from './problem.ts';

export type Answer<T> = { readonly data: T; readonly etag: string | null; readonly at: Date };
export type Call = { readonly method: string; readonly path: string; readonly body?: string };

/** The calls behind the page that is shown, so that each can be repeated elsewhere. */
export const calls = signal<readonly Call[]>([]);

/** How many acts have gone through: what waits may be other after each. */
export const changed = signal(0);

const kept = new Map<string, Answer<unknown>>();

export function forgetAnswers(): void {
  kept.clear();
}

export const keptAnswer = <T>(path: string) => kept.get(path) as Answer<T> | undefined;

type Options = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly isQuiet?: boolean;
};

/** Calls the API as the person who is signed in. Throws an `ApiProblem` for whatever is not a success. */
export async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options: Options = {}): Promise<Answer<T>> {
  const body = options.body === undefined ? undefined : JSON.stringify(options.body);
  // What the frame asks for by itself is no call of the page.
  if (!options.isQuiet) note({ method, path, ...(body !== undefined && { body }) });
  const before = method === 'GET' ? keptAnswer<T>(path) : undefined;
  const answer = await send(
    method,
    path,
    body,
    before?.etag ? { ...options.headers, 'if-none-match': before.etag } : options.headers,
    options.signal,
  );
  if (answer.status === 304 && before) return remember(path, { ...before, at: new Date() });
  if (!answer.ok) throw await toProblem(answer);
  const data = (answer.status === 204 ? undefined : await readJson(answer)) as T;
  const read: Answer<T> = { data, etag: answer.headers.get('etag'), at: new Date() };
  if (method !== 'GET') {
    forgetAnswers();
    if (!path.endsWith(':simulate')) changed.value += 1;
    return read;
  }
  return remember(path, read);
}

/** An answer that is no JSON comes from something between: a proxy, a page of the network's own sign-in. */
async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    throw new ApiProblem({ status: answer.status, slug: 'unreadable', title: '', detail: '' });
  }
}

function remember<T>(path: string, answer: Answer<T>): Answer<T> {
  kept.set(path, answer);
  return answer;
}

async function send(
  method: string,
  path: string,
  body: string | Blob | undefined,
  extra: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
  isSecond = false,
): Promise<Response> {
  const token = session.value?.token;
  const headers = {
    accept: 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    'accept-language': t.language,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...extra,
  };
  let answer: Response;
  try {
    answer = await fetch(path, { method, headers, cache: 'no-store', ...(body !== undefined && { body }), ...(signal && { signal }) });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ status: 0, slug: 'unreachable', title: '', detail: '' });
  }
  if (answer.status !== 401 || token === undefined) return answer;
  if (!isSecond && (await renew().catch(() => false))) return send(method, path, body, extra, signal, true);
  ended.value = true;
  return answer;
}

/** Sends a text or a file as it is, and says whether it was new (201). */
export async function callWithBytes<T>(path: string, body: string | Blob, type: string): Promise<{ readonly data: T; readonly status: number }> {
  note({ method: 'POST', path });
  const answer = await send('POST', path, body, { 'content-type': type });
  if (!answer.ok) throw await toProblem(answer);
  forgetAnswers();
  return { data: (await answer.json()) as T, status: answer.status };
}

/** Reads what is no JSON, as the text that it is. */
export async function callText(path: string): Promise<string> {
  note({ method: 'GET', path });
  const answer = await send('GET', path, undefined, { accept: 'text/plain' });
  if (!answer.ok) throw await toProblem(answer);
  return answer.text();
}

/** Reads a list to its end, page by page. */
export async function readAll<T>(path: string, signal?: AbortSignal): Promise<Answer<T[]>> {
  type Page = { items: T[]; nextCursor: string | null };
  const join = path.includes('?') ? '&' : '?';
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const next: string = `${path}${join}limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { data } = await call<Page>('GET', next, signal ? { signal } : {});
    items.push(...data.items);
    cursor = data.nextCursor;
  } while (cursor !== null);
  return remember(`all ${path}`, { data: items, etag: null, at: new Date() });
}

function note(one: Call): void {
  const known = calls.value.filter(({ method, path }) => !(method === one.method && path === one.path));
  calls.value = [...known, one].slice(-20);
}

/** The same call for a terminal; the token stays out of it. */
export function toCurl({ method, path, body }: Call): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return [
    `curl -s ${method === 'GET' ? '' : `-X ${method} `}${quote(location.origin + path)}`,
    '-H "Authorization: Bearer $TOKEN"',
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", `--data ${quote(body)}`]),
  ].join(' \\\n  ');
}
