import * as z from 'zod';
import { Instant } from '../../domain/facts/date.ts';
import { isAhead, isBehind } from '../../domain/policy/consumer.ts';
import { operation } from '../runtime/operation.ts';
import { SetAside, toSetAside } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';

const Revision = z.string().meta({ example: '000412-9f86d081' });

const Consumers = z
  .strictObject({
    revision: Revision.nullable().meta({ description: 'The one that is served; null before the first.' }),
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
    setAside: z.array(SetAside).optional().meta({ description: 'Reports that cannot be read; left out where all can.' }),
  })
  .meta({ id: 'Consumers', description: 'Who holds which revision, by their own reports; at most 500.' });

export const listConsumers = operation({
  reply: { 200: Consumers },
  async run(_, { store, now }) {
    const [mark, { consumers, setAside }] = await Promise.all([store.findPolicyMark(), store.listConsumers(now())]);
    const { current, withheld } = mark ?? {};
    const at = now().toISOString();
    return ok({
      revision: current?.revision ?? null,
      dataAsOf: current?.dataAsOf ?? null,
      freshUntil: current?.freshUntil ?? null,
      withheld: withheld ? { since: withheld.since, reason: withheld.reason } : null,
      items: consumers.map((consumer) => ({
        ...consumer,
        isBehind: current ? isBehind(consumer.revision, current, at) : false,
        isAhead: current ? isAhead(consumer.revision, current) : false,
      })),
      ...toSetAside(setAside),
    });
  },
});
