import * as z from 'zod';
import { BadInput, SignInNeeded } from './failure.ts';
import { send } from './send.ts';
import type { Session } from './sessions.ts';

const Token = z.object({ access_token: z.string(), expires_in: z.number() });
const Refusal = z.object({ error_description: z.string() });
const Config = z.object({
  signIn: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('home'), people: z.record(z.string(), z.array(z.string())) }),
    z.object({ kind: z.literal('oidc'), issuer: z.string(), clientId: z.string(), scope: z.string() }),
  ]),
});
export type SignInConfig = z.infer<typeof Config>['signIn'];

/** How to sign in at a service, as it says to its own console; undefined where it does not say. */
export async function findSignIn(url: string): Promise<SignInConfig | undefined> {
  const answer = await send(new Request(`${url}/config.json`, { headers: { accept: 'application/json' } }));
  const config = Config.safeParse(await answer.json().catch(() => undefined));
  return config.success ? config.data.signIn : undefined;
}

/** In local mode a name is enough: it proves nothing. */
export async function signInAtHome(url: string, name: string, signal?: AbortSignal): Promise<Session> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: name });
  const answer = await send(new Request(`${url}/local/oauth/token`, { method: 'POST', body, ...(signal && { signal }) }));
  const read: unknown = await answer.json().catch(() => undefined);
  const token = Token.safeParse(read);
  if (token.success) {
    const expiresAt = new Date(Date.now() + token.data.expires_in * 1000).toISOString();
    return { name, url, token: token.data.access_token, expiresAt, renewal: { kind: 'home' } };
  }
  const refusal = Refusal.safeParse(read);
  if (refusal.success) throw new BadInput([`${url} does not know ${name}: ${refusal.data.error_description}`]);
  throw new SignInNeeded([`${url} has no sign-in by name: it does not run in local mode. Use: whereabouts sign-in --issuer ... --client-id ...`]);
}
