import { signal } from '@preact/signals';
import { config } from './config.ts';

export type Session = { readonly token: string; readonly name: string; readonly scopes: readonly string[] };

const KEY = 'whereabouts.session';

/** Who is signed in, in this tab alone; undefined: nobody. */
export const session = signal<Session | undefined>(read());

/** Whether the last token was refused: the page stays as it is and asks to sign in again. */
export const ended = signal(false);

export function signIn(next: Session): void {
  sessionStorage.setItem(KEY, JSON.stringify(next));
  session.value = next;
  ended.value = false;
}

export function signOut(): void {
  sessionStorage.removeItem(KEY);
  session.value = undefined;
  ended.value = false;
}

export const may = (scope: string, who = session.value) => who?.scopes.includes(scope) ?? false;

/** Sign-in at home: one chooses who to be. */
export async function signInAs(name: string): Promise<void> {
  const answer = await fetch('/local/oauth/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: name }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
  const { access_token, scope } = (await answer.json()) as { access_token: string; scope: string };
  signIn({ token: access_token, name, scopes: scope.split(' ') });
}

/** At home a new token is there for the asking; elsewhere a person has to sign in again. */
export async function renew(): Promise<boolean> {
  const who = session.value;
  if (config.value?.signIn.kind !== 'home' || !who) return false;
  await signInAs(who.name);
  return true;
}

function read(): Session | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
