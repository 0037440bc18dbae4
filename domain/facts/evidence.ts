import * as z from 'zod';
import { CalendarDate } from './date.ts';
import { DOMAIN_NAME } from './domain-name.ts';
import { fault } from './fault.ts';
import { Sha256 } from './hash.ts';
import { composed, nameCharacter, plainText, ruleOfToday } from './plain-text.ts';

/** The most that one assessment may hold; past them the answer names the figure. A path with several jurisdictions counts once for each. */
export const LIMITS = {
  paths: 300,
  jurisdictions: 60,
  sources: 300,
  evidence: 20,
  safeguards: 20,
  quote: 500,
  text: 4000,
  incidents: 300,
  commitments: 300,
  bytes: 350_000,
} as const;

/** Text for people: not blank, well-formed Unicode, so that it can be hashed, and nothing in it that cannot be seen. */
export function text(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .regex(/\S/, fault('blank'))
    .refine((value) => value.isWellFormed(), { error: fault('not-unicode'), abort: true })
    .check(plainText());
}

/** A name, by which two texts are taken for one: every accented letter has one spelling in it. */
export function name(max: number) {
  return text(max).check(composed());
}

/** What readers do not see in an address, and parsers leave out in silence; addresses write it in percent. */
const UNSEEN = /[\p{Z}\p{Cc}\p{Cf}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD]/u;

const HTTP = /^https?:/i;

/** The host of an address as it is registered, `xn--p1ai` for рф. */
const toRegistered = (value: string) => (URL.canParse(value) ? { registered: new URL(value).hostname } : {});

export const WebAddress = z
  .string()
  .max(2000)
  .refine((value) => value.isWellFormed(), { error: fault('not-unicode'), abort: true })
  // Before the address is read as one, because that leaves out blanks at its ends and breaks of its line.
  .check(
    ruleOfToday(
      (value) => !UNSEEN.test(value),
      (value) => fault('hidden-in-address', { character: nameCharacter(value.slice(value.search(UNSEEN))) }),
    ),
    ruleOfToday((value) => !/^https?:[\\/]*[^\\/?#]*@/i.test(value), fault('user-in-address')),
    ruleOfToday(
      (value) => !HTTP.test(value) || /^https?:[\\/]*([^\\/?#]*@)?[a-z0-9.-]+(:\d*)?([\\/?#]|$)/i.test(value) || UNSEEN.test(value),
      (value) => fault('host-not-ascii', toRegistered(value)),
    ),
    ruleOfToday((value) => !HTTP.test(value) || (/^https?:\/\/[^\\/]/i.test(value) && !value.includes('\\')), fault('address-without-slashes')),
  )
  .url({
    protocol: /^https?$/,
    hostname: DOMAIN_NAME,
    error: fault('not-an-address'),
  })
  .meta({
    id: 'WebAddress',
    description: 'An http or https address.',
    example: 'https://newsroom.tiktok.com/en-eu/sharing-an-update-to-our-privacy-policy',
  });

/** An id that the analyst chooses: of a path, an incident, a source or a commitment. */
export const LocalId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,79}$/, fault('not-a-local-id'))
  .meta({ id: 'LocalId', description: 'An id of the analyst’s choice, unique among its kind in the assessment.', example: 'remote-cn' });

export const Source = z
  .strictObject({
    title: name(LIMITS.text),
    publisher: name(LIMITS.text),
    url: WebAddress.optional(),
    published: CalendarDate.meta({ description: 'The day from which it could be known.' }),
    effective: CalendarDate.optional().meta({
      description: 'The day from which a document says that it applies. Shown, never scored.',
      example: '2022-12-02',
    }),
    recorded: CalendarDate.optional().meta({
      description: 'The day on which the words were read or recorded. Shown, never scored.',
      example: '2022-11-03',
    }),
    reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).meta({ description: 'Admiralty code of the source; F: cannot be judged.', example: 'B' }),
    statementBy: z.enum(['third-party', 'platform', 'platform-accountable']).optional().meta({
      description: 'Whose words these are (default third-party); platform-accountable: sworn, statutory, audited or to a public body.',
      example: 'platform',
    }),
    origin: LocalId.optional().meta({
      description:
        'Sources of one origin count once; default: the source’s own id. One that equals another source’s id is that source’s origin. All statements of the platform are one origin, whatever stands here.',
      example: 'tiktok-press-release',
    }),
    document: LocalId.optional().meta({ description: 'The document of the platform’s terms that it was read from.', example: 'privacy-policy-eea' }),
    withdrawn: z
      .strictObject({ on: CalendarDate.meta({ description: 'From this day on it is known to be withdrawn.' }), why: text(LIMITS.text) })
      .optional()
      .meta({ description: 'The source took it back: its items do not exist for a score known by that day or later.' }),
  })
  .meta({ id: 'Source', description: 'Something that was published and can be looked up.' });
export type Source = z.infer<typeof Source>;

export const Evidence = z
  .strictObject({
    source: LocalId.meta({ description: 'Id of the source.', example: 'policy-2022-11-02' }),
    credibility: z.literal([1, 2, 3, 4, 5, 6]).meta({ description: 'Admiralty code of the item; 6: cannot be judged.', example: 2 }),
    observed: CalendarDate.meta({ description: 'The day for which the item speaks.' }),
    from: CalendarDate.optional().meta({
      description: 'Not after observed: the item speaks for the whole time from then on.',
      example: '2022-11-02',
    }),
    validTo: CalendarDate.optional().meta({
      description: 'Not before observed: the day until which an attestation says of itself that it holds.',
      example: '2025-12-31',
    }),
    users: z.literal('other').optional().meta({ description: 'It was found for users outside the EU/EEA only.' }),
    stance: z.enum(['supports', 'contradicts', 'reserves']).optional().meta({
      description: 'Default supports. reserves: a right that somebody reserves ("may be stored in"); on a path or an incident only.',
      example: 'supports',
    }),
    quote: text(LIMITS.quote)
      .optional()
      .meta({ description: 'The words of the source.', example: 'We currently store European user data in the U.S. and Singapore.' }),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, fault('not-a-language-tag'))
      .optional()
      .meta({ description: 'The language of the quote (BCP 47).', example: 'en' }),
    translation: text(LIMITS.quote).optional().meta({ description: 'The quote in English, where its language is another.' }),
    capture: Sha256.optional().meta({
      description: 'The SHA-256 of the capture that the quote is taken from: on submission its words must stand there.',
      example: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1',
    }),
    excerpt: z
      .strictObject({ version: text(LIMITS.quote), sha256: Sha256, offset: z.int().min(0) })
      .optional()
      .meta({
        id: 'Excerpt',
        description:
          'Where the quote stands in a recorded text: the version’s id at its origin, the SHA-256 of the whole text, the place in it in characters (code points) from 0.',
        example: { version: '2f1c9d0', sha256: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1', offset: 1042 },
      }),
    locator: text(LIMITS.quote).optional().meta({ description: 'Page, section or paragraph.', example: 'section 7' }),
  })
  .meta({ id: 'Evidence', description: 'One item of evidence for or against a fact.' });
export type Evidence = z.infer<typeof Evidence>;
