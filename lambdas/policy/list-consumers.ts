import * as z from 'zod';
import { Instant } from '../../domain/facts/date.ts';
import { isAhead, isBehind } from '../../domain/policy/consumer.ts';
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
        id: z.string().meta({ description: 'As it names itself.', example: '4f6e4bb5-a5a6-4c6a-a1a5-3b7e6f6f3f0d' }),
        by: z.string().meta({ description: 'Whose token it reports with.', example: 'policy-tool' }),
        revision: Revision.nullable(),
        isBehind: z
          .boolean()
          .meta({ description: 'More than two revisions behind, or a newer one has been out for over 15 minutes, or it is ahead.' }),
        isAhead: z
          .boolean()
          .meta({ description: 'It holds a revision that this service does not know: the record was restored, or the report is forged.' }),
        activatedAt: z.string().nullable(),
        reportedAt: Instant,
        error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
    behind: z.int().meta({ description: 'How many of all are behind, on whatever page.', example: 1 }),
    nextCursor: z.string().nullable().meta({ description: 'Where the next page begins; null on the last.' }),
    setAside: z.array(SetAside).optional().meta({ description: 'Reports that cannot be read; left out where all can.' }),
  })
  .meta({ id: 'Consumers', description: 'A page of who holds which revision, by their own reports, by name; a token reports for 100 at the most.' });

const LIST = 'consumers';
const nameOf = ({ id, by }: { readonly id: string; readonly by: string }) => `${id}#${by}`;

export const listConsumers = operation({
  query: z.strictObject(PageQuery),
  reply: { 200: Consumers },
  async run({ query: { limit, cursor } }, deps) {
    const { store, now } = deps;
    const place = await openCursor(cursor, LIST, deps);
    const [mark, { consumers, setAside }] = await Promise.all([store.findPolicyMark(), store.listConsumers(now())]);
    const { current } = mark ?? {};
    const at = now().toISOString();
    const all = consumers.map((consumer) => ({
      ...consumer,
      isBehind: current ? isBehind(consumer.revision, current, at) : false,
      isAhead: current ? isAhead(consumer.revision, current) : false,
    }));
    const from = place === undefined ? 0 : all.findIndex((one) => nameOf(one) > place);
    const items = from < 0 ? [] : all.slice(from, from + limit);
    const last = items.at(-1);
    return ok({
      revision: current?.revision ?? null,
      epoch: mark?.epoch ?? 0,
      dataAsOf: current?.dataAsOf ?? null,
      freshUntil: current?.freshUntil ?? null,
      withheld: mark ? findHeldBack(mark, at) : null,
      items,
      behind: all.filter((one) => one.isBehind).length,
      nextCursor: last && last !== all.at(-1) ? await sealCursor(nameOf(last), LIST, deps) : null,
      ...toSetAside(setAside),
    });
  },
});
