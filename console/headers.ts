/** What every answer of the console carries, at home and in the cloud: one list for both. */
export function toConsoleHeaders({ issuer }: { readonly issuer?: string } = {}): Readonly<Record<string, string>> {
  const connect = ["'self'", ...(issuer === undefined ? [] : [new URL(issuer).origin])].join(' ');
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
export type SiteVariables = { readonly ISSUER: string; readonly CLIENT_ID: string; readonly SIGN_IN_SCOPE: string };
