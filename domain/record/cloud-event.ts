import * as z from 'zod';
import { Instant } from '../facts/date.ts';
import { EVENT_TYPES, type RecordedEvent } from './event.ts';

/** Chains that are not a platform's, and where the service answers for their subject. */
export const OTHER_CHAINS = {
  register: '/v1/jurisdictions',
  consumers: '/v1/policy/consumers',
  policy: '/v1/policy/revisions',
  archive: '/v1/audit/verify',
} as const;

/** The largest number that CloudEvents' Integer holds. */
export const MOST_EVENTS = 2 ** 31 - 1;

const AnnouncedType = z.templateLiteral(['eu.whereabouts.', z.enum(EVENT_TYPES), '.v1']);

/**
 * An event in the form of CloudEvents 1.0. `sequence` and `sequencetype` are its documented Sequence extension: one
 * order per source, hence a source per chain, as a string that sorts. `by` is no `authid`, which would ask what kind of
 * principal acted.
 */
export const CloudEvent = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'The event’s id in the record.', example: 'evt_01JBXG3T5Z7Q8R9S0T1V2W3X4Y' }),
    source: z.string().meta({ description: 'What it happened to, below the address of the service.', example: '/v1/platforms/tiktok' }),
    type: AnnouncedType.meta({ example: 'eu.whereabouts.score.published.v1' }),
    subject: z.string().meta({ description: 'The platform, or `register`, `consumers`, `policy`, `archive`.', example: 'tiktok' }),
    time: Instant,
    datacontenttype: z.literal('application/json'),
    sequence: z
      .string()
      .regex(/^\d{10}$/)
      .meta({ description: 'Its number at the source, from 1 without gaps, padded so that it sorts as text.', example: '0000000004' }),
    sequencetype: z.literal('Integer'),
    feed: z.int().min(1).max(MOST_EVENTS).meta({ description: 'Its place in the feed, from 1 without gaps.', example: 12 }),
    by: z.string().meta({ description: 'The subject id of who did it.', example: 'reviewer' }),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CloudEvent', description: 'What changed, in the form of CloudEvents 1.0.' });
export type CloudEvent = z.infer<typeof CloudEvent>;

/** The event as it is announced, once it has its place in the feed. */
export function toCloudEvent({ id, type, chain, sequence, at, by, data }: RecordedEvent, feed: number): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source: sourceOf(chain),
    type: `eu.whereabouts.${type}.v1`,
    subject: chain,
    time: at,
    datacontenttype: 'application/json',
    sequence: String(sequence).padStart(10, '0'),
    sequencetype: 'Integer',
    feed,
    by,
    data,
  };
}

function sourceOf(chain: string): string {
  return Object.hasOwn(OTHER_CHAINS, chain) ? OTHER_CHAINS[chain as keyof typeof OTHER_CHAINS] : `/v1/platforms/${chain}`;
}

/** The type as the record has it, out of either of its forms: `score.published` or `eu.whereabouts.score.published.v1`. */
export function toShortType(type: string): string {
  return /^eu\.whereabouts\.(.+)\.v1$/.exec(type)?.[1] ?? type;
}
