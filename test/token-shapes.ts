import type { ClaimRules } from '../lambdas/runtime/env.ts';

type Claims = Readonly<Record<string, unknown>>;
type Shape = {
  readonly issuer: string;
  /** What a deployment with this issuer sets. */
  readonly rules: Partial<ClaimRules>;
  /** An access token of a person in one of several clients, with scopes of ours. */
  readonly person: (id: string, client: string, scopes: readonly string[]) => Claims;
  /** An access token by client credentials. */
  readonly machine: (client: string, scopes: readonly string[]) => Claims;
};

/** What is of no use here in any of them; a claim that is undefined is left out of the token. */
const NONE = { sub: undefined, email: undefined, scope: undefined };

/** Access tokens as the issuers that docs/deploy.md names write them, by their documents. */
export const TOKEN_SHAPES: readonly Shape[] = [
  {
    // https://www.keycloak.org/docs/latest/server_admin/#protocol-mappers
    issuer: 'Keycloak',
    rules: {},
    person: (id, client, scopes) => ({
      ...NONE,
      sub: `f:realm:${id}`,
      typ: 'Bearer',
      azp: client,
      acr: '1',
      aud: ['whereabouts', 'account'],
      realm_access: { roles: ['offline_access', 'default-roles'] },
      scope: ['openid', 'email', 'profile', ...scopes].join(' '),
      email_verified: true,
      preferred_username: id,
      email: `${id}@example.eu`,
    }),
    machine: (client, scopes) => ({
      ...NONE,
      sub: `service:${client}`,
      typ: 'Bearer',
      azp: client,
      acr: '1',
      clientHost: '192.0.2.1',
      scope: scopes.join(' '),
      preferred_username: `service-account-${client}`,
    }),
  },
  {
    // https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference
    issuer: 'Entra ID',
    rules: { subjectClaim: 'oid', personClaim: 'preferred_username', scopeClaims: ['scp', 'roles'], scopePrefix: 'api://whereabouts/' },
    person: (id, client, scopes) => ({
      ...NONE,
      sub: `pairwise-${client}-${id}`,
      oid: `00000000-0000-0000-0000-${id}`,
      tid: '11111111-0000-0000-0000-000000000000',
      ver: '2.0',
      azp: client,
      azpacr: '0',
      scp: scopes.join(' '),
      preferred_username: `${id}@example.eu`,
    }),
    machine: (client, scopes) => ({
      ...NONE,
      sub: `service-${client}`,
      oid: `service-${client}`,
      tid: '11111111-0000-0000-0000-000000000000',
      ver: '2.0',
      azp: client,
      azpacr: '1',
      idtyp: 'app',
      roles: [...scopes],
    }),
  },
  {
    // https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview/
    issuer: 'Okta',
    rules: { personClaim: 'uid' },
    person: (id, client, scopes) => ({ ...NONE, ver: 1, cid: client, uid: `00u${id}`, sub: `${id}@example.eu`, scp: ['openid', ...scopes] }),
    machine: (client, scopes) => ({ ...NONE, ver: 1, cid: client, sub: client, scp: [...scopes] }),
  },
  {
    // https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
    issuer: 'Cognito',
    rules: { personClaim: 'username', scopePrefix: 'whereabouts/' },
    person: (id, _, scopes) => ({
      ...NONE,
      aud: undefined,
      client_id: 'whereabouts',
      token_use: 'access',
      sub: `22222222-0000-0000-0000-${id}`,
      username: id,
      'cognito:groups': ['eu-central-1_pool'],
      version: 2,
      scope: ['openid', ...scopes.map((one) => `whereabouts/${one}`)].join(' '),
    }),
    machine: (client, scopes) => ({
      ...NONE,
      aud: undefined,
      client_id: 'whereabouts',
      token_use: 'access',
      sub: client,
      version: 2,
      scope: scopes.map((one) => `whereabouts/${one}`).join(' '),
    }),
  },
];
