import * as z from 'zod';
import { Day, Instant, toDayNumber } from '../../domain/facts/date.ts';
import { type Standing, standingOf } from '../../domain/policy/consumer.ts';
import { epochOf } from '../../domain/policy/revision-number.ts';
import { isSilent, listMissing } from '../../domain/policy/silence.ts';
import { KnownBreak } from '../../store/audit.ts';
import { findHeldBack } from '../../store/policy.ts';
import type { SignedHead } from '../../store/signed-head.ts';
import type { TermsRun } from '../../store/terms-reading.ts';
import { type Unreadable, unlessUnreadable } from '../../store/unreadable.ts';
import { today } from '../runtime/dates.ts';
import { operation } from '../runtime/operation.ts';
import { SetAside } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';

/** How much of the queue is counted: beyond it is a backlog, whatever its length. */
const MOST = 100;
/** The watch runs twice a day: behind two of its runs. */
const LATE_MS = 24 * 3_600_000;
/** Enough that one which can be read is among them. */
const FIRST = 10;

const Count = z.int().min(0);

const Status = z
  .strictObject({
    oldestOverdue: z
      .strictObject({
        platform: z.string().meta({ example: 'tiktok' }),
        dueOn: Day,
        days: z.int().min(1).meta({ description: 'Days since then.', example: 12 }),
      })
      .nullable()
      .meta({ description: 'The review that has been overdue longest; null: none is.' }),
    lastRescoring: z.strictObject({ at: Instant, looked: Count, changed: Count, failed: Count }).nullable().meta({
      description: 'The last run that looked at a platform again: at how many, how many moved, how many failed. It is to be no older than a day.',
    }),
    queue: z
      .strictObject({
        due: Count.meta({ description: `Platforms that wait for the machine now; ${MOST}: so many or more.`, example: 0 }),
        since: Instant.nullable().meta({ description: 'Since when the first of them waits.' }),
      })
      .meta({ description: 'What the machine has to look at again.' }),
    lastExport: z
      .strictObject({
        revision: z.string().meta({ example: '000412-9f86d081' }),
        epoch: Count.meta({ description: 'The millions of its number, which a restore raises.', example: 0 }),
        dataAsOf: Instant,
        freshUntil: Instant,
        isStale: z.boolean().meta({ description: 'Whether its time is over, so that policy tools go by what is out of date.' }),
      })
      .nullable()
      .meta({ description: 'The policy revision that is served; null before the first.' }),
    withheld: z
      .strictObject({ since: Instant, reason: z.string() })
      .nullable()
      .meta({ description: 'Why the revision that should stand is held back.' }),
    consumers: z
      .strictObject({
        behind: Count.meta({ example: 0 }),
        ahead: Count.meta({
          description: 'They hold a revision that was never made here: a restore without an epoch, or a forged report.',
          example: 0,
        }),
        missing: z.array(z.string()).meta({ description: 'Those that the stage expects and that do not report.', example: [] }),
      })
      .meta({ description: 'The policy tools that report; silent ones are not counted.' }),
    setAside: z
      .strictObject({
        count: Count.meta({ example: 1 }),
        items: z.array(
          SetAside.extend({ since: Instant.nullable().meta({ description: 'Since when a job knows it; null: it was seen just now.' }) }),
        ),
      })
      .meta({ description: 'Items of the record that cannot be read: their platforms keep their last good ruling, and are not looked at again.' }),
    audit: z
      .strictObject({
        finishedAt: Instant.nullable().meta({
          description: 'When every chain had been recomputed last; null: never yet. It is to be no older than a day.',
        }),
        broken: z.array(KnownBreak).meta({ description: 'Where the record is not as its events say, until a later round finds it whole.' }),
      })
      .meta({ description: 'What the nightly verification of the record has found.' }),
    log: z
      .strictObject({
        size: Count.meta({ description: 'Leaves of the newest signed checkpoint.', example: 431 }),
        signedAt: Instant,
        cosigned: z
          .strictObject({ size: Count.meta({ example: 431 }), at: Instant })
          .nullable()
          .meta({ description: 'The newest checkpoint that had enough cosignatures: events up to its size can be proved; null: none yet.' }),
        noQuorumSince: Instant.nullable().meta({
          description: 'Since when no checkpoint has had enough cosignatures; null: the newest one has. Nothing but proofs waits for it.',
        }),
        witnesses: z.array(
          z.strictObject({
            name: z.string().meta({ example: 'w1' }),
            size: Count.meta({ description: 'Leaves of the tree that it has seen.', example: 431 }),
            askedAt: Instant,
            fault: z.string().nullable().meta({ description: 'Why it did not cosign; null: it did.', example: 'it answers with status 503' }),
          }),
        ),
      })
      .nullable()
      .meta({ description: 'The tree of all events, its signature and its witnesses; null before the first signature.' }),
    terms: z
      .strictObject({
        finishedAt: Instant.nullable().meta({ description: 'When the last run came to its end; null: none has yet.' }),
        isLate: z.boolean().meta({ description: 'Whether no run has come to its end for a day, so that what platforms say is not being read.' }),
        documents: Count.meta({ description: 'Documents that the last run looked at.', example: 28 }),
        unread: Count.meta({ description: 'Those of them that could not be read.', example: 0 }),
        silent: Count.meta({ description: 'Those of which no version has been recorded for 90 days.', example: 0 }),
        notWatched: Count.meta({
          description: 'Platforms of which no document is watched: that nothing is said of a change means nothing.',
          example: 2,
        }),
      })
      .meta({ description: 'The watch over what platforms say, by its last run.' }),
  })
  .meta({ id: 'Status', description: 'How the machine keeps up.' });

export const getStatus = operation({
  reply: { 200: Status },
  async run(_, deps) {
    const { store, now } = deps;
    const [day, at] = [today(deps), now().toISOString()];
    const unreadable: Unreadable[] = [];
    const [overdue, look, work, mark, known, verified, { consumers }, watched, signed] = await Promise.all([
      store.listDue({ limit: FIRST, before: day, inclusive: false }),
      unlessUnreadable(store.findLastLook(), unreadable),
      store.listDueWork(at, { limit: MOST }),
      unlessUnreadable(store.findPolicyMark(), unreadable),
      store.listSetAside(),
      unlessUnreadable(store.findAudit(), unreadable),
      store.listConsumers(now()),
      unlessUnreadable(store.findTermsRun(), unreadable),
      unlessUnreadable(store.findSignedHead(), unreadable),
    ]);
    const names = new Set(known.map(({ item }) => `${item.pk} ${item.sk}`));
    const seen = [...unreadable, ...overdue.setAside, ...work.setAside].filter(({ key }) => !names.has(`${key.pk} ${key.sk}`));
    const setAside = [...known, ...seen.map(({ platform, key }) => ({ platform, item: key, since: null }))];
    const [oldest] = overdue.heads;
    const { current } = mark ?? {};
    const heard = current ? consumers.filter((one) => !isSilent(one, at)).map(({ revision }) => standingOf(revision, current, at)) : [];
    const count = (standing: Standing) => heard.filter((one) => one === standing).length;
    return ok({
      oldestOverdue: oldest?.nextReviewOn
        ? { platform: oldest.platform, dueOn: oldest.nextReviewOn, days: toDayNumber(day) - toDayNumber(oldest.nextReviewOn) }
        : null,
      lastRescoring: look ?? null,
      queue: { due: work.items.length + work.setAside.length, since: work.items[0]?.notBefore ?? null },
      lastExport: current
        ? {
            revision: current.revision,
            epoch: epochOf(current.number),
            dataAsOf: current.dataAsOf,
            freshUntil: current.freshUntil,
            isStale: current.freshUntil <= at,
          }
        : null,
      withheld: mark ? findHeldBack(mark, at) : null,
      consumers: {
        behind: count('behind'),
        ahead: count('ahead'),
        missing: listMissing(deps.expectedConsumers, consumers, at),
      },
      setAside: { count: setAside.length, items: setAside },
      log: signed ? toLog(signed) : null,
      terms: toWatch(watched, at),
      audit: { finishedAt: verified?.finishedAt ?? null, broken: verified?.broken ?? [] },
    });
  },
});

function toLog({ size, signedAt, cosigned, noQuorumSince, witnesses }: SignedHead) {
  return {
    size,
    signedAt,
    cosigned: cosigned ? { size: cosigned.size, at: cosigned.at } : null,
    noQuorumSince: noQuorumSince ?? null,
    witnesses: witnesses.map(({ name, size: seen, askedAt, fault }) => ({ name, size: seen, askedAt, fault: fault ?? null })),
  };
}

function toWatch(run: TermsRun | undefined, at: string) {
  const { startedAt, finishedAt, documents = 0, faults: unread = 0, silent = 0, notWatched = 0 } = run ?? {};
  const since = finishedAt ?? startedAt;
  const isLate = since !== undefined && Date.parse(at) - Date.parse(since) > LATE_MS;
  return { finishedAt: finishedAt ?? null, isLate, documents, unread, silent, notWatched };
}
