import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import { fault } from './fault.ts';

/** A SHA-256 in lower-case hexadecimal. */
export const SHA256_PATTERN = /^[0-9a-f]{64}$/;
export const Sha256 = z.string().regex(SHA256_PATTERN, fault('not-a-sha256'));

/** Lower-case hex SHA-256 over the canonical JSON (RFC 8785) of a value; `undefined` members do not count. */
export function hashOf(value: object): string {
  return hashOfText(canonicalize(value) as string);
}

/** Lower-case hex SHA-256 over a text as UTF-8. */
export function hashOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
