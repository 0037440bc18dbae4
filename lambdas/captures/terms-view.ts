import * as z from 'zod';
import { Instant } from '../../domain/facts/date.ts';
import { TermsDocument } from '../../domain/facts/terms-document.ts';
import { Change } from '../../domain/watch/change.ts';
import { JudgedQuote } from '../../domain/watch/judge-quotes.ts';
import { VersionName, WatchState } from '../../domain/watch/watch-state.ts';
import { ReadingFault } from '../../store/terms-reading.ts';

const { waiting, suspect } = WatchState.shape;
const named = VersionName.meta({
  id: 'TermsVersion',
  description: 'A version of a document: its id at its origin, the SHA-256 of its text, when it was recorded.',
  example: {
    version: '2f1c9d0',
    sha256: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1',
    recordedAt: '2023-04-04T05:18:00.000Z',
  },
});
/** A change as its event told it. */
export const ToldChange = z
  .object({
    from: VersionName,
    to: VersionName,
    opensReview: z.boolean().meta({ description: 'Whether it opened a review, or joined the one that was open.' }),
    broken: z.array(JudgedQuote).meta({ description: 'Quotes of the standing assessment that it broke.' }),
    changes: z.array(Change),
    further: z.int().optional().meta({ description: 'How much more there was than is listed: the two texts have it.' }),
    source: z
      .string()
      .optional()
      .meta({ description: 'Why another text than the document’s was first in doubt: what changed may be the source.', example: 'other-language' }),
  })
  .meta({ description: 'What a version changed.' });

const VERSION = {
  version: '2f1c9d0',
  sha256: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1',
  recordedAt: '2023-04-04T05:18:00.000Z',
};
const Listed = ToldChange.extend({ at: Instant, sequence: z.int() }).meta({
  id: 'ToldTermsChange',
  description: 'What a version changed, when it was told, and the number of the event that told it.',
  example: {
    from: { ...VERSION, version: '91ab04c', recordedAt: '2023-03-01T05:20:00.000Z' },
    to: VERSION,
    opensReview: true,
    broken: [],
    changes: [],
    at: '2023-04-05T18:00:00.000Z',
    sequence: 12,
  },
});
const Waiting = waiting.unwrap().meta({
  id: 'WaitingTerms',
  description: 'A version that differs, and since when what differs has stood: it is told after 36 hours.',
  example: { ...VERSION, differs: VERSION.sha256, since: VERSION.recordedAt },
});
const Suspect = suspect.unwrap().meta({
  id: 'SuspectTerms',
  description: 'A version that is not taken for the document: it is told after 14 days.',
  example: { ...VERSION, why: 'other-language', since: VERSION.recordedAt },
});

export const TermsView = z
  .strictObject({
    watched: z.boolean().meta({ description: 'Whether any document is watched; where none is, silence says nothing.' }),
    terms: z.array(
      z
        .strictObject({
          ...TermsDocument.shape,
          triedAt: Instant.nullable().meta({ description: 'When it was last tried to read it.' }),
          readAt: Instant.nullable().meta({ description: 'When it was last read.' }),
          fault: ReadingFault.nullable().meta({ description: 'What keeps it from being read now.' }),
          newest: named.nullable().meta({ description: 'The version that was taken last.' }),
          baseline: named.nullable().meta({ description: 'The last good version, which the next one is compared with.' }),
          waiting: Waiting.nullable(),
          suspect: Suspect.nullable(),
          silent: z.boolean().meta({ description: 'Whether no version was recorded for 90 days.' }),
          quotes: z
            .array(JudgedQuote)
            .meta({ description: 'The quotes of the standing assessment that were read from it, held against the last good version.' }),
          changes: z.array(Listed).meta({ description: 'What was told of it, newest first.' }),
        })
        .meta({ id: 'WatchedTerms', description: 'A watched document: when it was read, what changed, which quotes stand.' }),
    ),
    unwatched: z
      .array(z.string())
      .meta({ description: 'Documents that sources of the standing assessment name and that are not watched.', example: ['cookie-policy'] }),
  })
  .meta({ id: 'Terms', description: 'What is watched of a platform’s terms.' });
export type TermsView = z.infer<typeof TermsView>;
