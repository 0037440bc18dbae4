import * as z from 'zod';
import { JURISDICTION_CODES } from '../../domain/facts/jurisdictions.ts';
import { MomentQuery, refuseFuture, today } from '../runtime/dates.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';
import { LawInShort, toLawInShort } from './law-view.ts';
import { readProvisions } from './provisions.ts';

const JurisdictionInShort = z.strictObject(LawInShort).meta({ id: 'JurisdictionInShort', description: 'A jurisdiction with its hazard on a day.' });

export const listJurisdictions = operation({
  query: z.strictObject({ ...PageQuery, asOf: MomentQuery.asOf }),
  reply: { 200: pageOf(JurisdictionInShort).meta({ id: 'JurisdictionPage', description: 'A page of jurisdictions, by code.' }) },
  async run({ query }, deps) {
    refuseFuture({ asOf: query.asOf }, deps);
    const asOf = query.asOf ?? today(deps);
    const list = `jurisdictions ${asOf}`;
    const after = await openCursor(query.cursor, list, deps);
    const codes = JURISDICTION_CODES.filter((code) => after === undefined || code > after);
    const page = codes.slice(0, query.limit);
    const last = codes.length > page.length ? page.at(-1) : undefined;
    const { nameOf } = await readProvisions();
    return ok({
      items: page.map((code) => toLawInShort(deps.register, code, asOf, nameOf(code))),
      nextCursor: last === undefined ? null : await sealCursor(last, list, deps),
    });
  },
});
