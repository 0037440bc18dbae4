import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from './problem.ts';

/** A body that is no JSON: its bytes, and what they are said to be. */
export type RawBody = { readonly bytes: Uint8Array; readonly mediaType: string };

/** The gateway hands text over as text, and everything else as base64; both become the bytes that were sent. */
export function readRawBody({ headers, body = '', isBase64Encoded }: APIGatewayProxyEventV2, types: readonly string[], maxBytes: number): RawBody {
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(mediaType)) throw new Problem('unsupported-media-type', `the header Content-Type must be one of ${types.join(', ')}`);
  const length = Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8');
  if (length > maxBytes) throw new Problem('too-large', `the body has ${length} bytes; the limit is ${maxBytes}`);
  return { bytes: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'), mediaType };
}
