import * as z from 'zod';
import { hashOf } from '../../domain/facts/hash.ts';
import { formatterOf } from '../../messages/formatter.ts';
import { LANGUAGES } from '../../messages/language.ts';
import { loadMemo } from '../../messages/load-memo.ts';
import { today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { DecisionParams, findDecisionWithProfile } from '../runtime/find-decision.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { listErasedOf } from '../runtime/list-erased.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { versionOf } from './decision-view.ts';
import { readLaw } from './law.ts';
import { findGrounds } from './memo-grounds.ts';
import { PAGE_POLICY } from './page-policy.ts';
import { TEMPLATE, writeMemo } from './write-memo.ts';

const Memo = z.string().meta({
  id: 'Memo',
  contentMediaType: 'text/html',
  description:
    'The decision as a page made for print, in plain words: what is decided, the facts that hold the gate with their quotes, who reaches the data, incidents, law, persons, hashes.',
  example: '<!doctype html><html lang="en"><title>Decision on TikTok</title></html>',
});

export const getMemo = operation({
  params: DecisionParams,
  query: z.strictObject({
    lang: z.enum(LANGUAGES).default('en').meta({ description: 'The language of the page; what people wrote stays as they wrote it.', example: 'fr' }),
  }),
  reply: { 200: Memo },
  find: findParts,
  /** All that a page of one decision may differ in, so that a 304 costs little; its score, its facts and who checked them stay. */
  etag: ({ profile, isWatched, erased, ...decided }, { lang }, deps) => {
    const { name, operator, parent } = decided.decision.grounds.platform ?? profile;
    const version = versionOf(decided, deps.now().toISOString());
    return hashOf({
      template: TEMPLATE,
      lang,
      version,
      name,
      operator,
      parent,
      isWatched,
      gone: [...erased].sort(),
      day: today(deps),
      register: deps.register.hash,
    });
  },
  async run({ params: { platform }, query: { lang }, found }, deps) {
    const { store, now } = deps;
    const { grounds } = found.decision;
    const [published, revision, status] = await Promise.all([
      store.findPublished(platform, grounds.score),
      findFacts(platform, grounds.assessment, deps),
      store.findStatus(platform, grounds.assessment.revision),
    ]);
    if (!published || !revision) throw new Error('a decision rests on a score or a revision that is not there');
    const { score } = published;
    const law = await readLaw(
      score.contributions.map(({ of }) => of),
      score.asOf,
    );
    const { decidedBy, decidedAt } = status ?? {};
    const checked = decidedBy !== undefined && decidedAt !== undefined ? { by: decidedBy, at: decidedAt } : undefined;
    const weighed = findGrounds(revision.assessment, score.asOf, deps.register);
    const matter = { ...found, score, grounds: weighed, revision, checked, law, at: now().toISOString() };
    const page = writeMemo(matter, { texts: await loadMemo(lang), format: formatterOf(lang) });
    return ok(page, PAGE_POLICY);
  },
});

/** Whether a quote has lost its capture is asked of the assessment that the decision rests on. */
async function findParts(target: { params: z.infer<typeof DecisionParams> }, deps: Deps) {
  const found = await findDecisionWithProfile(target, deps);
  const anchors = await deps.store.findAnchors(target.params.platform, found.decision.grounds.assessment.revision);
  return { ...found, erased: await listErasedOf(anchors ?? [], deps) };
}
