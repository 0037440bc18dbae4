import * as z from 'zod';
import { Instant } from '../facts/date.ts';
import { LIMITS, LocalId, text, WebAddress } from '../facts/evidence.ts';
import { fault } from '../facts/fault.ts';
import { Sha256 } from '../facts/hash.ts';
import { JurisdictionCode } from '../facts/jurisdiction-code.ts';
import { PlatformId } from '../facts/platform.ts';

/** What a capture's bytes may be. */
export const MEDIA_TYPES = ['text/plain', 'text/markdown', 'text/html'] as const;
export const MediaType = z.enum(MEDIA_TYPES).meta({ id: 'MediaType', description: 'What the bytes are (IANA media type).', example: 'text/plain' });
export type MediaType = z.infer<typeof MediaType>;

/** The most bytes of one capture: as base64 they reach a function within its six megabytes. */
export const MOST_BYTES = 4_000_000;

/** What whoever keeps a text says of it. */
export const CaptureOrigin = z.strictObject({
  url: WebAddress.optional().meta({ description: 'Where it was read.', example: 'https://www.tiktok.com/legal/page/eea/privacy-policy/en' }),
  capturedAt: Instant.optional().meta({ description: 'When it was read; default: now.', example: '2022-11-03T09:30:00Z' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, fault('not-a-language-tag'))
    .optional()
    .meta({ description: 'The language of the text (BCP 47).', example: 'en' }),
  document: LocalId.optional().meta({
    description: 'The watched document of the platform’s terms that it is a version of: it is compared with the version before.',
    example: 'privacy-policy-eea',
  }),
  country: JurisdictionCode.optional().meta({ description: 'Where the reader stood: pages differ by it.', example: 'IE' }),
  collection: text(LIMITS.quote).optional().meta({ description: 'The collection that recorded it.', example: 'Open Terms Archive, pga' }),
  version: text(LIMITS.quote).optional().meta({ description: 'The id of the version at its origin.', example: '2f1c9d0' }),
  licence: text(LIMITS.quote)
    .optional()
    .meta({ description: 'The line that its licence asks for.', example: 'ODC-BY 1.0, Open Terms Archive contributors' }),
  original: Sha256.optional().meta({
    example: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1',
    description: 'SHA-256 of the file that this text was made of before it was sent, such as a PDF. That file is not kept; `extractor` goes with it.',
  }),
  extractor: text(LIMITS.quote)
    .optional()
    .meta({ description: 'By which version of which library the text was made of `original`.', example: 'unpdf 1.7.0' }),
});

/** The manifest of a capture: recorded once, for good. */
export const Capture = z
  .strictObject({
    capture: Sha256.meta({ description: 'SHA-256 of the bytes, in lower-case hexadecimal: its name.' }),
    platform: PlatformId.meta({ description: 'The platform that it belongs to.', example: 'tiktok' }),
    mediaType: MediaType,
    bytes: z.int().min(1).max(MOST_BYTES).meta({ example: 48_211 }),
    ...CaptureOrigin.shape,
    capturedAt: Instant,
    capturedBy: z.string().meta({ description: 'Who kept it.', example: 'analyst' }),
    keptAt: Instant.meta({ description: 'When it was kept.' }),
    text: z
      .strictObject({ sha256: Sha256, extractor: z.string().meta({ example: 'htmlparser2 12.0.0' }) })
      .optional()
      .meta({ description: 'The text that was made of it, kept beside it, and by which version of which library; none where it is text itself.' }),
  })
  .meta({ id: 'Capture', description: 'A text as it was read, kept for good: its manifest.' });
export type Capture = z.infer<typeof Capture>;

/** What two people do to a capture that should not have been kept; the first proposes it. */
export const CaptureErasure = z.strictObject({
  capture: Sha256,
  platform: PlatformId,
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: Instant,
  erasedBy: z.string().optional(),
  erasedAt: Instant.optional(),
});
export type CaptureErasure = z.infer<typeof CaptureErasure>;
