import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../docs/api-types.ts';
import { type Given, takeText } from './command.ts';
import { SignInNeeded, Usage } from './failure.ts';
import { signInAtHome } from './home-sign-in.ts';
import { send } from './send.ts';
import { readSessions, replaceSession, type Session } from './sessions.ts';
import { renewAtIssuer } from './token.ts';

export const HOME_URL = 'http://127.0.0.1:4200';
/** A token that ends within this is renewed first. */
const MARGIN_MS = 60_000;

export type Api = Client<paths> & { readonly who: string; readonly url: string };

/**
 * A client of the API for the person who is signed in: `WHEREABOUTS_TOKEN`, or `--as`, or the last who signed in.
 * With a signal that may end it, no token is renewed at an issuer: a refresh token that is spent and not received signs the person out.
 */
export async function openApi(given: Given, signal?: AbortSignal): Promise<Api> {
  const session = await pickSession(given, signal);
  const client = createClient<paths>({
    baseUrl: session.url,
    headers: { authorization: `Bearer ${session.token}`, 'accept-language': given.t.language },
    querySerializer: { array: { style: 'form', explode: false } },
    fetch: send,
  });
  return Object.assign(client, { who: session.name, url: session.url });
}

export function takeUrl(given: Given): string | undefined {
  const text = takeText(given, 'url') ?? (given.io.env.WHEREABOUTS_URL || undefined);
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new Usage(`the service is named by an address such as ${HOME_URL}, not "${text}"`);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  // A token goes over TLS, or stays on this machine.
  if (url.protocol === 'http:' && !isHere) throw new Usage(`${text} is not encrypted: use https`);
  return url.href.replace(/\/+$/, '');
}

async function pickSession(given: Given, signal?: AbortSignal): Promise<Pick<Session, 'name' | 'url' | 'token'>> {
  const url = takeUrl(given);
  const token = given.io.env.WHEREABOUTS_TOKEN;
  if (token) return { name: 'WHEREABOUTS_TOKEN', url: url ?? HOME_URL, token };
  const name = takeText(given, 'as');
  const session = readSessions(given.io).find((one) => (name === undefined || one.name === name) && (url === undefined || one.url === url));
  if (!session) {
    const who = name === undefined ? 'You are not signed in' : `${name} is not signed in`;
    throw new SignInNeeded([
      `${who}${url === undefined ? '' : ` at ${url}`}. In local mode: whereabouts sign-in ${name ?? 'analyst'}${url === undefined ? '' : ` --url ${url}`}`,
    ]);
  }
  if (Date.parse(session.expiresAt) - Date.now() > MARGIN_MS) return session;
  if (signal && session.renewal.kind !== 'home') throw new SignInNeeded([`The sign-in of ${session.name} has run out: whereabouts sign-in`]);
  const renewed = session.renewal.kind === 'home' ? await signInAtHome(session.url, session.name, signal) : await renewAtIssuer(session);
  replaceSession(given.io, renewed);
  return renewed;
}
