import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { hashOfText } from '../../domain/facts/hash.ts';
import type { Witness } from '../../domain/record/step.ts';
import { type Claims, subjectOf } from './claims.ts';
import type { ClaimRules } from './env.ts';

type Verified = { readonly authorizer?: { readonly jwt?: { readonly claims?: Claims } } };

/** The request, and the hash of its token's id, which say in the record and in the logs that an act was asked for. */
export function witnessOf({ requestContext }: APIGatewayProxyEventV2): Witness {
  const jti = (requestContext as Verified).authorizer?.jwt?.claims?.jti;
  return { request: requestContext.requestId, ...(typeof jti === 'string' && jti !== '' && { token: hashOfText(jti) }) };
}

/** The hash of the caller's id, by the claim that the record has it from: a log shows that two requests were one person's, and not whose. */
export function callerHashOf({ requestContext }: APIGatewayProxyEventV2, rules: ClaimRules): string | undefined {
  const claims = (requestContext as Verified).authorizer?.jwt?.claims;
  const subject = claims && subjectOf(claims, rules);
  return subject && 'id' in subject ? hashOfText(subject.id) : undefined;
}
