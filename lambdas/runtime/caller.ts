import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { SCOPES, type Scope } from '../routes.ts';
import { Problem } from './problem.ts';

/** Who calls, by what the gateway verified. People appear in the record by subject id only. */
export type Caller = { readonly id: string; readonly scopes: readonly Scope[]; readonly isPerson: boolean };

type Claims = Record<string, unknown>;

/** Scopes that only a person may use, so that no machine's token can play the second person. */
const PERSONAL: readonly Scope[] = ['review', 'decide'];

export function callerOf(event: APIGatewayProxyEventV2, personClaim: string): Caller | undefined {
  const claims = (event.requestContext as { authorizer?: { jwt?: { claims?: Claims } } }).authorizer?.jwt?.claims;
  if (typeof claims?.sub !== 'string' || claims.sub === '') return undefined;
  const granted = new Set(String(claims.scope ?? '').split(' '));
  const person = claims[personClaim];
  return { id: claims.sub, scopes: SCOPES.filter((scope) => granted.has(scope)), isPerson: typeof person === 'string' && person !== '' };
}

/** The act needs this scope: the gateway checked one of the route's, the act may need a certain one. */
export function demand(caller: Caller, scope: Scope): void {
  if (!caller.scopes.includes(scope)) throw new Problem('missing-scope', `this needs the scope "${scope}"`);
  if (PERSONAL.includes(scope) && !caller.isPerson) throw new Problem('person-needed', `the scope "${scope}" is for people`);
}

export function demandOne(caller: Caller | undefined, scopes: readonly Scope[]): Caller {
  if (!caller) throw new Problem('not-signed-in', 'the request carries no verified token', { headers: { 'www-authenticate': 'Bearer' } });
  if (!scopes.some((scope) => caller.scopes.includes(scope)))
    throw new Problem('missing-scope', `this needs one of the scopes: ${scopes.join(', ')}`);
  return caller;
}
