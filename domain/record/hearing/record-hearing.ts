import * as z from 'zod';
import { detail } from '../../facts/detail.ts';
import { fault, toFault } from '../../facts/fault.ts';
import { SHA256_PATTERN } from '../../facts/hash.ts';
import { isAfter, stateAt } from '../decision.ts';
import type { Decided } from '../decision-progress.ts';
import { confirmHash } from '../endorse-decision.ts';
import type { EventDraft } from '../event.ts';
import type { Head } from '../head.ts';
import { type Endorsed, recordProgress } from '../record-progress.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, draftEvent, type Means } from '../step.ts';
import { Afterwards, type Hearing, LEAST_DAYS, Notice, Waiver } from './hearing.ts';

const DAY_MS = 86_400_000;

/** What a person says about the hearing, one of the three, sealed to the decision by its hash. */
export const GivenHearing = z
  .strictObject({
    hash: z
      .string()
      .regex(SHA256_PATTERN, fault('not-a-sha256', { of: 'decision' }))
      .meta({ description: 'The hash of the decision.', example: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1' }),
    held: Notice.extend({ notifiedAt: Notice.shape.notifiedAt.optional() }).optional(),
    waived: Waiver.optional(),
    afterwards: Afterwards.optional(),
  })
  .refine((given) => [given.held, given.waived, given.afterwards].filter((one) => one !== undefined).length === 1, fault('one-of-three'))
  .meta({ id: 'GivenHearing', description: 'How the party is heard: exactly one of held, waived and afterwards.' });
export type GivenHearing = z.infer<typeof GivenHearing>;

/** With the time of a notice of which it was not said when it was sent: now. */
export function withTimes({ held, ...given }: GivenHearing, at: string): DatedHearing {
  return { ...given, ...(held && { held: { ...held, notifiedAt: held.notifiedAt ?? at } }) };
}
type DatedHearing = Omit<GivenHearing, 'held'> & { readonly held?: z.infer<typeof Notice> };

/**
 * Records that the party was notified with the dossier of this hash, that it is to be notified after an urgent decision, or that it is
 * not heard at all: the first person proposes that, another confirms it.
 */
export function recordHearing(
  head: Head,
  found: Decided,
  { hash, dossier, ...given }: DatedHearing & { readonly dossier: string },
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Endorsed {
  const { decision, progress } = found;
  confirmHash(found, { hash });
  const state = stateAt(decision, progress, actor.at);
  if (state === 'withdrawn' || state === 'revoked' || state === 'expired') throw new Refusal('already-decided', detail('decision-is', { state }));
  const { type, hearing, data } = toHearing(progress.hearing ?? {}, given, dossier, actor);
  const event = draftEvent(type, { decision: decision.id, hash: decision.hash, ...data }, actor, means);
  return recordProgress(head, { decision, from: progress, progress: { ...progress, hearing } }, { event }, actor, means);
}

type Said = { readonly type: EventDraft['type']; readonly hearing: Hearing; readonly data: EventDraft['data'] };

function toHearing(before: Hearing, { held, waived, afterwards }: Omit<DatedHearing, 'hash'>, dossier: string, { by, at }: Actor): Said {
  const recorded = { recordedBy: by, recordedAt: at };
  if (before.held) throw new Refusal('already-decided', detail('notified-already', { day: before.held.notifiedAt.slice(0, 10) }));
  if (held)
    return { type: 'hearing.notified', hearing: { ...before, held: { ...held, dossier, ...recorded } }, data: { held: { ...held, dossier } } };
  if (before.waived?.confirmedAt !== undefined)
    throw new Refusal('already-decided', detail('waived-already', { day: before.waived.confirmedAt.slice(0, 10) }));
  if (afterwards) {
    if (before.afterwards) throw new Refusal('already-decided', detail('afterwards-already', { day: before.afterwards.by.slice(0, 10) }));
    return { type: 'hearing.deferred', hearing: { ...before, afterwards: { ...afterwards, ...recorded } }, data: { ...afterwards } };
  }
  if (!waived) throw new Error('a hearing without any of the three');
  if (!before.waived) return { type: 'hearing.waiver-proposed', hearing: { ...before, waived: { ...waived, ...recorded } }, data: { ...waived } };
  if (before.waived.recordedBy === by) throw new Refusal('self-approval', detail('own-waiver'));
  return { type: 'hearing.waived', hearing: { ...before, waived: { ...before.waived, confirmedBy: by, confirmedAt: at } }, data: { ...waived } };
}

/** Times that cannot be: a notice before there was anything to send, or one that lies in the future; too short a time to answer. */
export function listImpossibleTimes({ held, afterwards }: DatedHearing, { proposedAt, expiresAt }: Decided['decision'], at: string) {
  const isFuture = held && isAfter(held.notifiedAt, at);
  const isEarly = held && isAfter(proposedAt, held.notifiedAt);
  const isShort = held && Date.parse(held.deadline) - Date.parse(held.notifiedAt) < LEAST_DAYS * DAY_MS;
  const isOutside = afterwards && (!isAfter(afterwards.by, at) || isAfter(afterwards.by, expiresAt));
  return [
    ...(isFuture ? [{ pointer: '/held/notifiedAt', ...toFault('date-in-future', {}) }] : []),
    ...(isEarly ? [{ pointer: '/held/notifiedAt', ...toFault('notified-before-proposed', { proposedAt }) }] : []),
    ...(isShort ? [{ pointer: '/held/deadline', ...toFault('deadline-too-soon', { days: LEAST_DAYS }) }] : []),
    ...(isOutside ? [{ pointer: '/afterwards/by', ...toFault('not-while-it-stands', { expiresAt }) }] : []),
  ];
}
