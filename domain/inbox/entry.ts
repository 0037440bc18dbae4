import * as z from 'zod';
import { ReviewReason } from '../record/review.ts';

/** What may wait for a person, most pressing first: entries are listed in this order. */
export const ENTRY_KINDS = [
  'exports-withheld',
  'broken',
  'decision-waits',
  'overdue',
  'to-check',
  'consumer-failing',
  'consumer-behind',
  'consumer-missing',
  'set-aside',
  'review-open',
  'due-soon',
  'gate-undecided',
  'undecided-apps',
  'decision-ends',
  'exemption-ends',
  'draft',
  'never-assessed',
  'not-watched',
] as const;
export const EntryKind = z.enum(ENTRY_KINDS).meta({
  id: 'InboxKind',
  description:
    'exports-withheld: the policy revision that should stand is held back; broken: the record is not as its events say; ' +
    'decision-waits: a proposal, or the request to end a decision, waits for one’s own word; overdue: the review’s day has passed; ' +
    'to-check: another person’s submission waits; consumer-failing, -behind, -missing: a policy tool reports an error, holds what is out of date, or does not report; ' +
    'set-aside: an item of the record cannot be read; review-open: a review is open and not yet overdue; due-soon: the next review falls due within 14 days; ' +
    'gate-undecided: the gate asks for a restriction and no decision stands; undecided-apps: the decision that stands does not name an app; ' +
    'decision-ends, exemption-ends: within 60 days; draft: one’s own, begun and not sent; never-assessed: no facts are approved and none wait; ' +
    'not-watched: no document of its terms is watched.',
  example: 'decision-waits',
});
export type EntryKind = z.infer<typeof EntryKind>;

/** Who can do something about it, by the scope of the act. */
type Acting = 'assess' | 'review' | 'decide' | 'operate';

export const InboxEntry = z
  .strictObject({
    id: z.string().meta({
      description: 'What it is, of which platform, about what: the same as long as it waits.',
      example: 'decision-waits tiktok dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V',
    }),
    kind: EntryKind,
    platform: z.string().nullable().meta({ description: 'Null: it belongs to no one platform.', example: 'tiktok' }),
    name: z.string().nullable().meta({ description: 'Of the platform.', example: 'TikTok' }),
    about: z.string().nullable().meta({
      description:
        'By its kind: the id of the review or the decision, the number of the revision, the form of the draft, the name of the policy tool, the group of the exemption, the item of the record; null: the platform itself.',
      example: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V',
    }),
    asks: z
      .enum(['allow', 'limit', 'suspend', 'end'])
      .optional()
      .meta({ description: 'Of a decision: what is proposed or stands; end: one person has asked for its end.', example: 'suspend' }),
    by: z.string().nullable().meta({ description: 'Who has done what it waits on.', example: 'decider-1' }),
    assignedTo: z.string().optional().meta({ description: 'Who is to look at the platform; left out where anybody may.', example: 'analyst-2' }),
    since: z.string().nullable().meta({ description: 'Since when it waits: a day or an instant.', example: '2023-02-20T09:00:00.000Z' }),
    until: z.string().nullable().meta({ description: 'When it is due or too late: a day or an instant.', example: '2023-03-15T00:00:00Z' }),
    reasons: z.array(ReviewReason).optional().meta({ description: 'Of an open review, changed terms first.' }),
    names: z
      .array(z.string())
      .optional()
      .meta({ description: 'Of undecided-apps: which.', example: ['android:com.example.social.lite'] }),
    words: z.string().optional().meta({ description: 'What the service or the tool says of it, in English.', example: 'connection refused' }),
  })
  .meta({ id: 'InboxEntry', description: 'Something that waits for the caller.' });
export type InboxEntry = z.infer<typeof InboxEntry>;

/** What is found, before it is known whose it is: `scopes` are those that can act, any of them. */
export type FoundEntry = Omit<InboxEntry, 'id'> & { readonly scopes: readonly Acting[] };

/** An entry with nothing said that need not be. */
export const bare = { platform: null, name: null, about: null, by: null, since: null, until: null } as const;
