import * as z from 'zod';
import { LIMITS, LocalId, name, text } from './evidence.ts';
import { JurisdictionCode } from './jurisdiction-code.ts';

/** The most documents of one platform that are watched: the head carries their list. */
const MOST_DOCUMENTS = 20;
const MOST_NAME = 120;

/** Without a user name, a query or a fragment: the address below which a collection's API answers. */
const Endpoint = z
  .string()
  .max(300)
  .refine(
    isEndpoint,
    'must be the https address of a collection’s API, without user name, query or fragment, such as https://terms.example.org/api/v1',
  );

function isEndpoint(value: string): boolean {
  if (!/^https:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[\w.~/-]*)?$/.test(value) || !URL.canParse(value)) return false;
  return !value.split('/').some((part) => part === '.' || part === '..');
}

/** A document in which a platform says where data is kept and who reaches it, and where its versions are read. */
export const TermsDocument = z
  .strictObject({
    id: LocalId.meta({ description: 'What sources of the assessment name as their `document`.', example: 'privacy-policy-eea' }),
    endpoint: Endpoint.optional().meta({
      description:
        'The API of the collection (Open Terms Archive) that records its versions; left out: people bring them, as captures with `document`.',
      example: 'https://terms.example.org/api/v1',
    }),
    service: name(MOST_NAME).meta({ description: 'What the collection calls the service.', example: 'TikTok' }),
    termsType: name(MOST_NAME).meta({ description: 'What the collection calls the kind of terms.', example: 'Privacy Policy' }),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or pt-BR')
      .meta({ description: 'The language of the document (BCP 47).', example: 'en' }),
    seenFrom: JurisdictionCode.optional().meta({ description: 'Where the reader of the collection stands: pages differ by it.', example: 'IE' }),
    covers: text(LIMITS.quote).optional().meta({ description: 'Whose data it speaks of.', example: 'Users in the EEA and Switzerland.' }),
  })
  .meta({ id: 'TermsDocument', description: 'A document of a platform’s terms, and where its versions are read.' });
export type TermsDocument = z.infer<typeof TermsDocument>;

export const TermsList = z
  .strictObject({ terms: z.array(TermsDocument).max(MOST_DOCUMENTS) })
  .superRefine(checkOnce, { when: () => true })
  .meta({ id: 'TermsList', description: 'The documents of a platform that are watched: all of them, in the place of those before.' });
export type TermsList = z.infer<typeof TermsList>;

/** Each id, and each place at a collection, once; on input that may have other faults, which are reported beside them. */
function checkOnce(input: unknown, context: z.core.$RefinementCtx): void {
  const terms = (input as { terms?: unknown } | null | undefined)?.terms;
  if (!Array.isArray(terms)) return;
  const [ids, places] = [new Set<string>(), new Set<string>()];
  for (const [i, one] of terms.entries()) {
    const { id, endpoint, service, termsType } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    const report = (field: string, message: string) => context.addIssue({ code: 'custom', path: ['terms', i, field], message });
    if (typeof id === 'string' && ids.has(id)) report('id', `the id "${id}" is used twice`);
    if (typeof id === 'string') ids.add(id);
    if (typeof endpoint !== 'string') continue;
    const place = JSON.stringify([endpoint, service, termsType]);
    if (places.has(place)) report('termsType', 'is watched twice: endpoint, service and terms type are those of another document');
    places.add(place);
  }
}
