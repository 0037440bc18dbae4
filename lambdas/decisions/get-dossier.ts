import * as z from 'zod';
import { Dossier } from '../../domain/record/hearing/dossier.ts';
import { LANGUAGES } from '../../messages/language.ts';
import { loadDossier } from '../../messages/load-dossier.ts';
import { DecisionParams, findDecisionWithProfile } from '../runtime/find-decision.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { findDossier } from './find-dossier.ts';
import { PAGE_POLICY } from './page-policy.ts';
import { writeDossier } from './write-dossier.ts';

const Query = z.strictObject({
  lang: z.enum(LANGUAGES).default('en').meta({ description: 'The language of the page.', example: 'fr' }),
  as: z.enum(['html', 'json']).default('html').meta({ description: 'A page made for print, or the data that its hash is of.', example: 'json' }),
});

export const getDossier = operation({
  params: DecisionParams,
  query: Query,
  reply: {
    200: z
      .union([z.string(), Dossier])
      .meta({ description: 'The dossier: a page (HTML) or its data (JSON). Its hash is over the data as canonical JSON (RFC 8785).' }),
  },
  find: findDecisionWithProfile,
  async run({ query: { lang, as }, found }, deps) {
    const { dossier, hash } = await findDossier(found, found.profile, deps);
    const headers = { 'whereabouts-dossier': hash };
    if (as === 'json') return ok(dossier, headers);
    const page = writeDossier(dossier, hash, await loadDossier(lang));
    return ok(page, { ...headers, ...PAGE_POLICY, 'content-language': lang });
  },
});
