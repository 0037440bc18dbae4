import { signal } from '@preact/signals';

export type HomeSignIn = { readonly kind: 'home'; readonly people: Readonly<Record<string, readonly string[]>> };
export type OidcSignIn = { readonly kind: 'oidc'; readonly issuer: string; readonly clientId: string; readonly scope: string };
/** What differs between one house and another; served beside the page as `/config.json`. */
export type Config = { readonly signIn: HomeSignIn | OidcSignIn; readonly now?: string };

export const config = signal<Config | undefined>(undefined);

/** How far the clock of the house is from this one's, in milliseconds; at home it can be moved. */
let offsetMs = 0;

export async function loadConfig(): Promise<void> {
  const answer = await fetch('/config.json', { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  const read = (await answer.json()) as Config;
  offsetMs = read.now === undefined ? 0 : Date.parse(read.now) - Date.now();
  config.value = read;
}

export const now = () => new Date(Date.now() + offsetMs);
/** Today in UTC, as the API counts days. */
export const today = () => now().toISOString().slice(0, 10);
