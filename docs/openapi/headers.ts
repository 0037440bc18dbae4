import * as z from 'zod';
import { IdempotencyKey } from '../../lambdas/runtime/input.ts';
import type { JsonObject } from './json.ts';

const ETAG = '"v7"';
const { pattern: KEY_PATTERN } = z.toJSONSchema(IdempotencyKey);

/** Headers of requests, where a route needs or knows them. */
export const requestHeaders = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A value of your own for this request: sent again, it gets the first answer again, for 24 hours.',
    schema: { type: 'string', pattern: KEY_PATTERN },
    example: 'tiktok-2023-02-23-first',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag of the version that you mean to change. A change needs this or `If-None-Match: *`, else 428.',
    schema: { type: 'string' },
    example: ETAG,
  },
  IfNoneMatchToCreate: {
    name: 'If-None-Match',
    in: 'header',
    description: '`*` to create what is not there yet.',
    schema: { type: 'string' },
    example: '*',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of the version that you have: 304 as long as it is current.',
    schema: { type: 'string' },
    example: ETAG,
  },
} as const satisfies Record<string, JsonObject>;

/** Headers of answers. */
export const responseHeaders = {
  RequestId: { description: 'Finds the request in the logs.', schema: { type: 'string' }, example: '7d1f0c52-2f3f-4b0f-9a55-0d5f1f4c9f10' },
  CacheControl: { description: 'How long the answer may be kept.', schema: { type: 'string' }, example: 'no-store' },
  ContentLanguage: {
    description: 'The language of the sentences, as `Accept-Language` asked for it: en, fr or de.',
    schema: { type: 'string' },
    example: 'en',
  },
  Vary: { description: 'What the answer was chosen by.', schema: { type: 'string' }, example: 'accept-language' },
  ETag: { description: 'The version of what was read, a strong validator.', schema: { type: 'string' }, example: ETAG },
  Location: { description: 'Where the new thing is.', schema: { type: 'string', format: 'uri-reference' }, example: '/v1/platforms/tiktok' },
  Link: {
    description: 'The next page, `rel="next"`; absent on the last.',
    schema: { type: 'string' },
    example: '</v1/platforms?limit=50&cursor=c25hcGNoYXQ.k2nS>; rel="next"',
  },
  IdempotencyReplayed: { description: '`true` when this is the first answer again.', schema: { type: 'string', enum: ['true'] }, example: 'true' },
  Revision: {
    description: 'The revision of the export, or that is served to whoever reports.',
    schema: { type: 'string' },
    example: '000412-9f86d081',
  },
  DataAsOf: { description: 'When the revision was made.', schema: { type: 'string', format: 'date-time' }, example: '2023-02-23T09:30:00.000Z' },
  FreshUntil: {
    description: 'From when the revision is stale.',
    schema: { type: 'string', format: 'date-time' },
    example: '2023-02-25T09:30:00.000Z',
  },
  Signature: {
    description:
      'A detached JWS (RFC 7515, appendix F; RS256) over the bytes of the body, by a key of `/v1/keys`; its header names the `export` and the `revision`. ' +
      'Absent where a part was asked for, and on exports that were made before there were any.',
    schema: { type: 'string' },
    example: 'eyJhbGciOiJSUzI1NiIsImtpZCI6Ii4uLiJ9..c2lnbmF0dXJl',
  },
  Standing: {
    description:
      'How what was reported stands to the revision that is served: `ahead` is one that was never made here. Absent before the first revision.',
    schema: { type: 'string', enum: ['current', 'behind', 'ahead'] },
    example: 'current',
  },
  DossierHash: {
    description: 'The SHA-256 of the dossier, over its data as canonical JSON (RFC 8785).',
    schema: { type: 'string' },
    example: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1',
  },
  Challenge: { description: 'How to sign in, and what was wrong.', schema: { type: 'string' }, example: 'Bearer' },
} as const satisfies Record<string, JsonObject>;

type HeaderName = keyof typeof responseHeaders;

const WIRE_NAMES: Readonly<Record<HeaderName, string>> = {
  RequestId: 'X-Request-Id',
  CacheControl: 'Cache-Control',
  ContentLanguage: 'Content-Language',
  Vary: 'Vary',
  ETag: 'ETag',
  Location: 'Location',
  Link: 'Link',
  IdempotencyReplayed: 'Idempotency-Replayed',
  Revision: 'Whereabouts-Revision',
  DataAsOf: 'Whereabouts-Data-As-Of',
  FreshUntil: 'Whereabouts-Fresh-Until',
  Signature: 'Whereabouts-Signature',
  Standing: 'Whereabouts-Standing',
  DossierHash: 'Whereabouts-Dossier',
  Challenge: 'WWW-Authenticate',
};

/** The headers of one answer, by reference. */
export function headersOf(...names: (HeaderName | false)[]): JsonObject {
  return Object.fromEntries(names.filter((name) => name !== false).map((name) => [WIRE_NAMES[name], { $ref: `#/components/headers/${name}` }]));
}
