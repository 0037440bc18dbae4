import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { hashOfText } from '../../domain/facts/hash.ts';
import type { Witness } from '../../domain/record/step.ts';

type Verified = { readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } } };

/** The request, and the hash of its token's id, which say in the record and in the logs that an act was asked for. */
export function witnessOf({ requestContext }: APIGatewayProxyEventV2): Witness {
  const jti = (requestContext as Verified).authorizer?.jwt?.claims?.jti;
  return { request: requestContext.requestId, ...(typeof jti === 'string' && jti !== '' && { token: hashOfText(jti) }) };
}

/** The hash of the caller's subject id: a log shows that two requests were one person's, and not whose. */
export function callerHashOf({ requestContext }: APIGatewayProxyEventV2): string | undefined {
  const sub = (requestContext as Verified).authorizer?.jwt?.claims?.sub;
  return typeof sub === 'string' ? hashOfText(sub) : undefined;
}
