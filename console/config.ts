import { signal } from '@preact/signals';

export type HomeSignIn = { readonly kind: 'home'; readonly people: Readonly<Record<string, readonly string[]>> };
export type OidcSignIn = {
  readonly kind: 'oidc';
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** The kinds of sign-in to ask for, with blanks between. */
  readonly acr?: string;
  /** Which claims of a token say who acts and what may be done; left out: the usual ones. */
  readonly claims?: { readonly subjectClaim: string; readonly scopeClaims: readonly string[]; readonly scopePrefix: string };
};
/** What differs between one instance and another; served beside the page as `/config.json`. */
export type Config = { readonly signIn: HomeSignIn | OidcSignIn; readonly now?: string };

export const config = signal<Config | undefined>(undefined);

/** How far the service's clock is from this one's, in milliseconds; in local mode it can be moved. */
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
