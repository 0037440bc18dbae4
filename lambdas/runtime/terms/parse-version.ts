import * as z from 'zod';
import { WebAddress } from '../../../domain/facts/evidence.ts';
import type { TermsDocument } from '../../../domain/facts/terms-document.ts';
import { MOST_BYTES } from '../../../domain/vault/capture.ts';
import type { AnswerFault, ReadVersion } from './terms-client.ts';

/** Ids are hashes of Git or ids of MongoDB; what else one may be is not put into an address. */
const VersionId = z.string().regex(/^[\w-]{1,100}$/);
const FetchDate = z.string().refine((value) => /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value)));

/** A version in the form of Open Terms Archive's collection API, engine 15; older engines leave out whose it is, and how it came about. */
const CollectionVersion = z.object({
  id: VersionId,
  serviceId: z.string().optional(),
  termsType: z.string().optional(),
  fetchDate: FetchDate,
  isTechnicalUpgrade: z.boolean().nullish(),
  fetchUrls: z.array(z.string()).nullish(),
  content: z.string(),
});

/** The list of a document's versions, without their texts. */
export const CollectionVersions = z.object({
  data: z.array(z.object({ id: VersionId, fetchDate: FetchDate })),
  count: z.int().min(0).optional(),
});

/** Clocks differ a little. */
const AHEAD_MS = 5 * 60_000;
const HTML = /^\s*<(!doctype\s+html|html|head|body)\b/i;

type Parsed = { readonly version: ReadVersion; readonly fault?: undefined } | { readonly version?: undefined; readonly fault: AnswerFault };

const refuse = (code: string, detail: string): Parsed => ({ fault: { code, detail } });

/** Reads a version of this document out of what was answered, or says why it is none. */
export function parseVersion(answer: unknown, { service, termsType }: Pick<TermsDocument, 'service' | 'termsType'>, now: Date): Parsed {
  const parsed = CollectionVersion.safeParse(answer);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path.map(String).join('.') || 'the whole'))].join(', ');
    return refuse('not-a-version', `the answer is no version of terms: ${fields} is missing or wrong`);
  }
  const { id, fetchDate, content, fetchUrls, isTechnicalUpgrade, ...of } = parsed.data;
  if ((of.serviceId ?? service) !== service || (of.termsType ?? termsType) !== termsType)
    return refuse('other-document', 'the answer is a version of another document than the one that was asked for');
  const at = Date.parse(fetchDate);
  if (at > now.getTime() + AHEAD_MS) return refuse('in-future', 'the answer says that it was recorded in the future');
  if (content.trim() === '') return refuse('empty', 'the version has no text');
  if (HTML.test(content)) return refuse('html', 'the version is a page of HTML and no text of terms');
  if (content.includes('\0') || !content.isWellFormed()) return refuse('not-a-text', 'the version holds what no text does');
  if (Buffer.byteLength(content) > MOST_BYTES) return refuse('too-large', `the version is longer than ${MOST_BYTES} bytes`);
  const [url] = fetchUrls ?? [];
  return {
    version: {
      version: id,
      recordedAt: new Date(Math.min(at, now.getTime())).toISOString(),
      isTechnicalUpgrade: isTechnicalUpgrade ?? false,
      content,
      ...(WebAddress.safeParse(url).success && { url }),
    },
  };
}
