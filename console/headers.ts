/** What the page asks in order to sign somebody in: discovery at the issuer, and tokens where that says they are. */
export type SignInAddresses = { readonly issuer?: string | undefined; readonly tokenEndpoint?: string | undefined };

/** What every answer of the console carries, at home and in the cloud: one list for both. */
export function toConsoleHeaders(signIn: SignInAddresses = {}): Readonly<Record<string, string>> {
  const asked = [signIn.issuer, signIn.tokenEndpoint].flatMap((address) => (address === undefined ? [] : new URL(address).origin));
  const connect = ["'self'", ...new Set(asked)].join(' ');
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      `connect-src ${connect}`,
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  };
}

/** Assets carry the hash of their content in their name; the page itself is asked for afresh. */
export const CACHE = { asset: 'public, max-age=31536000, immutable', page: 'no-cache' } as const;

/** Environment variables of the function that serves the console in the cloud: the issuer, and what the console asks of it. */
export type SiteVariables = {
  readonly ISSUER: string;
  readonly CLIENT_ID: string;
  readonly SIGN_IN_SCOPE: string;
  /** Which claims of a token say who acts and what may be done, as JSON. */
  readonly SIGN_IN_CLAIMS?: string;
  /** The kinds of sign-in that decisions need, where they do. */
  readonly SIGN_IN_ACR?: string;
  /** As the issuer's discovery names it. */
  readonly TOKEN_ENDPOINT?: string;
};
