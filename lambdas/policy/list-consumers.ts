import * as z from 'zod';
import { Instant } from '../../domain/facts/date.ts';
import { isAhead, isBehind } from '../../domain/policy/consumer.ts';
import { intervalOf, isSilent, listMissing } from '../../domain/policy/silence.ts';
import { nameOf } from '../../store/consumer.ts';
import { findHeldBack } from '../../store/policy.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, SetAside, sealCursor, toSetAside } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';

const Revision = z.string().meta({ example: '000412-9f86d081' });

const Consumers = z
  .strictObject({
    revision: Revision.nullable().meta({ description: 'The one that is served; null before the first.' }),
    epoch: z.int().min(0).meta({ description: 'The epoch of the record, which a restore raises: the millions of a revision’s number.', example: 0 }),
    dataAsOf: Instant.nullable(),
    freshUntil: Instant.nullable(),
    withheld: z
      .strictObject({ since: Instant, reason: z.string() })
      .nullable()
      .meta({ description: 'Why the revision that should stand is held back.' }),
    items: z.array(
      z.strictObject({
        id: z
          .string()
          .meta({ description: 'As it names itself; an OPA takes a new one at each start.', example: '4f6e4bb5-a5a6-4c6a-a1a5-3b7e6f6f3f0d' }),
        by: z.string().meta({ description: 'Whose token it reports with.', example: 'policy-tool' }),
        name: z
          .string()
          .nullable()
          .meta({ description: 'An OPA’s label `name`, or else its partition: what stays over restarts.', example: 'gateway' }),
        bundle: z.string().nullable().meta({ description: 'Which bundle of the OPA this is about; each has its own line.', example: 'whereabouts' }),
        target: z.string().nullable().meta({ description: 'Where another tool enforces, by its own word.', example: 'android-fully-managed' }),
        devices: z.int().nullable().meta({ description: 'How many devices it is for, by its own word.', example: 1200 }),
        enforcing: z.int().nullable().meta({ description: 'On how many of them it is in force, by its own word.', example: 1187 }),
        revision: Revision.nullable(),
        isBehind: z
          .boolean()
          .meta({ description: 'More than two revisions behind, or a newer one has been out for over 15 minutes, or it is ahead.' }),
        isAhead: z
          .boolean()
          .meta({ description: 'It holds a revision that this service does not know: the record was restored, or the report is forged.' }),
        isSilent: z.boolean().meta({
          description:
            'It has not reported for three of its own intervals, as its reports show them: replaced, switched off or cut off. It counts no more.',
        }),
        reportsEvery: z
          .int()
          .meta({ description: 'Its interval in seconds: the median of its last ones, an hour where it has reported once.', example: 90 }),
        activatedAt: z.string().nullable(),
        reportedAt: Instant,
        error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
    total: z.int().meta({ description: 'How many there are, on whatever page.', example: 12 }),
    behind: z.int().meta({ description: 'How many of all are behind and not silent.', example: 1 }),
    ahead: z.int().meta({ description: 'How many of all are ahead and not silent.', example: 0 }),
    silent: z.int().meta({ description: 'How many of all are silent.', example: 3 }),
    missing: z
      .array(z.string())
      .meta({ description: 'Consumers that the stage expects (`expectedConsumers`) and that do not report.', example: ['gateway'] }),
    nextCursor: z.string().nullable().meta({ description: 'Where the next page begins; null on the last.' }),
    setAside: z.array(SetAside).optional().meta({ description: 'Reports that cannot be read; left out where all can.' }),
  })
  .meta({
    id: 'Consumers',
    description: 'A page of who holds which revision, by their own reports, by name; a token reports for 5,000 at the most.',
  });

const LIST = 'consumers';

export const listConsumers = operation({
  query: z.strictObject(PageQuery),
  reply: { 200: Consumers },
  async run({ query: { limit, cursor } }, deps) {
    const { store, now } = deps;
    const place = await openCursor(cursor, LIST, deps);
    const [mark, { consumers, setAside }] = await Promise.all([store.findPolicyMark(), store.listConsumers(now())]);
    const { current } = mark ?? {};
    const at = now().toISOString();
    const { expectedConsumers } = deps;
    const all = consumers.map(({ gaps, ...consumer }) => ({
      ...consumer,
      name: consumer.name ?? null,
      bundle: consumer.bundle ?? null,
      target: consumer.target ?? null,
      devices: consumer.devices ?? null,
      enforcing: consumer.enforcing ?? null,
      isSilent: isSilent({ ...consumer, gaps }, at),
      reportsEvery: intervalOf({ ...consumer, gaps }),
      isBehind: current ? isBehind(consumer.revision, current, at) : false,
      isAhead: current ? isAhead(consumer.revision, current) : false,
    }));
    const names = consumers.map(nameOf);
    const from = place === undefined ? 0 : names.findIndex((name) => name > place);
    const items = from < 0 ? [] : all.slice(from, from + limit);
    const isLast = from < 0 || from + limit >= all.length;
    const heard = all.filter((one) => !one.isSilent);
    return ok({
      revision: current?.revision ?? null,
      epoch: mark?.epoch ?? 0,
      dataAsOf: current?.dataAsOf ?? null,
      freshUntil: current?.freshUntil ?? null,
      withheld: mark ? findHeldBack(mark, at) : null,
      items,
      total: all.length,
      behind: heard.filter((one) => one.isBehind).length,
      ahead: heard.filter((one) => one.isAhead).length,
      silent: all.length - heard.length,
      missing: listMissing(expectedConsumers, consumers, at),
      nextCursor: isLast ? null : await sealCursor(names[from + limit - 1] ?? '', LIST, deps),
      ...toSetAside(setAside),
    });
  },
});
