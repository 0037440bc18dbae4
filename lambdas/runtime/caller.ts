import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Detail, detail } from '../../domain/facts/detail.ts';
import type { Scope } from '../routes.ts';
import { type Claims, isPersonal, isStrong, scopesOf, subjectOf } from './claims.ts';
import type { ClaimRules } from './env.ts';
import { Problem } from './problem.ts';

/** Who calls, by what the gateway verified. People appear in the record by subject id only. */
export type Caller = {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly isPerson: boolean;
  /** The kinds of sign-in of which a decision needs one, where this one is none of them. */
  readonly lacksAcr?: readonly string[];
};

/** Scopes that only a person may use, so that no machine's token can play the second person. */
const PERSONAL: readonly Scope[] = ['review', 'decide'];

/** Undefined where no token was verified; a token that does not say clearly who acts is refused. */
export function callerOf(event: APIGatewayProxyEventV2, rules: ClaimRules): Caller | undefined {
  const claims = (event.requestContext as { authorizer?: { jwt?: { claims?: Claims } } }).authorizer?.jwt?.claims;
  if (!claims) return undefined;
  const subject = subjectOf(claims, rules);
  if ('fault' in subject) throw new Problem('subject-unclear', subject.fault);
  return {
    id: subject.id,
    scopes: scopesOf(claims, rules),
    isPerson: isPersonal(claims, rules),
    ...(!isStrong(claims, rules) && { lacksAcr: rules.decideAcr }),
  };
}

/** The act needs this scope: the route needs one of several, the act may need a certain one. */
export function demand(caller: Caller, scope: Scope): void {
  if (!caller.scopes.includes(scope)) throw new Problem('missing-scope', detail('needs-scope', { scope }));
  if (PERSONAL.includes(scope)) demandPerson(caller, detail('scope-for-people', { scope }));
  if (scope === 'decide' && caller.lacksAcr) throw toStepUp(caller.lacksAcr);
}

/** For what takes two people, whatever its scope. */
export function demandPerson(caller: Caller, why: Detail): void {
  if (!caller.isPerson) throw new Problem('person-needed', why);
}

export function demandOne(caller: Caller | undefined, scopes: readonly Scope[]): Caller {
  if (!caller) throw new Problem('not-signed-in', detail('no-token'), { headers: { 'www-authenticate': 'Bearer' } });
  if (!scopes.some((scope) => caller.scopes.includes(scope)))
    throw new Problem('missing-scope', detail('needs-one-scope', { scopes }), {
      headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scopes.join(' ')}"` },
    });
  return caller;
}

/** In the form of RFC 9470, so that a client can ask the issuer for what is missing. */
function toStepUp(acr: readonly string[]): Problem {
  return new Problem('stronger-sign-in-needed', detail('needs-acr', { acr }), {
    headers: { 'www-authenticate': `Bearer error="insufficient_user_authentication", acr_values="${acr.join(' ')}"` },
  });
}
