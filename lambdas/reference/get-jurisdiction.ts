import * as z from 'zod';
import { Day } from '../../domain/facts/date.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { JurisdictionCode } from '../../domain/facts/jurisdiction-code.ts';
import { MODES } from '../../domain/facts/vocabulary.ts';
import { isWithin } from '../../domain/score/register.ts';
import { FullRow } from '../../register/schema.ts';
import { MomentQuery, refuseFuture, today } from '../runtime/dates.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { LawInShort, toLawInShort } from './law-view.ts';
import { readProvisions } from './provisions.ts';

/** Platforms named in the answer; all of them: `GET /v1/platforms?jurisdiction=`. */
const MOST_PLATFORMS = 200;

const ProvisionSource = z
  .strictObject({
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    identifier: z.string().nullable().meta({ description: 'Of the document, as its publisher or the law numbers it.' }),
  })
  .meta({ id: 'ProvisionSource', description: 'A document that a fact of the register was read in.' });

const Jurisdiction = z
  .strictObject({
    ...LawInShort,
    asOf: Day,
    row: FullRow.nullable().meta({ description: 'The law in force on that day: each item with its provision and sources.' }),
    facts: z.array(z.looseObject({ id: z.string() })).meta({ description: 'The dated facts that the row cites, with their sources.' }),
    sources: z.record(z.string(), ProvisionSource).meta({ description: 'Where those facts can be read, by the ids that they name.' }),
    platforms: z.array(z.strictObject({ platform: z.string().meta({ example: 'tiktok' }), modes: z.array(z.enum(MODES)) })).meta({
      description: `Platforms that are kept there or reached from there, by their published scores; at most ${MOST_PLATFORMS}, then ask /v1/platforms?jurisdiction=.`,
    }),
    register: z.strictObject({ version: z.string(), hash: z.string() }),
  })
  .meta({ id: 'Jurisdiction', description: 'How far a state can compel, by the law of one day, and whom it reaches now.' });

export const getJurisdiction = operation({
  params: z.strictObject({ code: JurisdictionCode }),
  query: z.strictObject({ asOf: MomentQuery.asOf }),
  reply: { 200: Jurisdiction },
  find: ({ params: { code } }, { store }) => store.listReached(code, MOST_PLATFORMS),
  etag: (platforms, { asOf }, deps) => hashOf({ platforms, asOf: asOf ?? today(deps), register: deps.register.hash }),
  async run({ params: { code }, query, found: platforms }, deps) {
    refuseFuture({ asOf: query.asOf }, deps);
    const asOf = query.asOf ?? today(deps);
    const { nameOf, rowsOf, factsOf, sourcesOf } = await readProvisions();
    const row = rowsOf(code).find((candidate) => isWithin(candidate, asOf));
    const facts = factsOf(code, row);
    return ok({
      ...toLawInShort(deps.register, code, asOf, nameOf(code)),
      asOf,
      row: row ?? null,
      facts,
      sources: sourcesOf(facts),
      platforms,
      register: { version: deps.register.version, hash: deps.register.hash },
    });
  },
});
