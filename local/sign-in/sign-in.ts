import * as z from 'zod';

const Token = z.object({ access_token: z.string() });
const REFRESH_AFTER_MS = 30 * 60_000;

/** What to send and what must come back. */
type Call = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly accept?: readonly number[];
};
type Answer = { readonly status: number; readonly body: unknown };
export type Client = (path: string, call?: Call) => Promise<Answer>;

/** Calls the API as one of local sign-in's names; any status but the accepted ones (200, 201) is an error. */
export function signIn(url: string, name: string): Client {
  let token: { text: string; since: number } | undefined;
  return async (path, { method = 'GET', headers = {}, body, accept = [200, 201] } = {}) => {
    if (!token || Date.now() - token.since > REFRESH_AFTER_MS) token = { text: await fetchToken(url, name), since: Date.now() };
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token.text}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!accept.includes(answer.status)) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`);
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}

async function fetchToken(url: string, name: string): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: name });
  const answer = await fetch(`${url}/local/oauth/token`, { method: 'POST', body: form });
  return Token.parse(await answer.json()).access_token;
}
