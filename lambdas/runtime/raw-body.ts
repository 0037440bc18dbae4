import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { detail } from '../../domain/facts/detail.ts';
import { Problem } from './problem.ts';

/** A body that is no JSON: its bytes, and what they are said to be. */
export type RawBody<T extends string> = { readonly bytes: Uint8Array; readonly mediaType: T };

/** How an operation takes a body that is no JSON. */
export type RawKind<B> = { readonly types: readonly string[]; readonly read: (event: APIGatewayProxyEventV2, maxBytes: number) => B };

/** A body of one of these media types. The gateway hands text over as text, and everything else as base64; both become the bytes that were sent. */
export function rawBody<T extends string>(types: readonly T[]): RawKind<RawBody<T>> {
  return {
    types,
    read({ headers, body = '', isBase64Encoded }, maxBytes) {
      const sent = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      const mediaType = types.find((type) => type === sent);
      if (mediaType === undefined) throw new Problem('unsupported-media-type', detail('content-type', { types }));
      const length = Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8');
      if (length > maxBytes) throw new Problem('too-large', detail('body-too-large', { bytes: length, most: maxBytes }));
      return { bytes: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'), mediaType };
    },
  };
}
