import * as z from 'zod';
import { formatterOf } from '../../messages/formatter.ts';
import { LANGUAGES } from '../../messages/language.ts';
import { loadMemo } from '../../messages/load-memo.ts';
import type { Deps } from '../runtime/deps.ts';
import { type DecisionParams, findDecisionWithProfile } from '../runtime/find-decision.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { listErasedOf } from '../runtime/list-erased.ts';
import { readLaw } from './law.ts';
import { findGrounds } from './memo-grounds.ts';
import { writeMemo } from './write-memo.ts';

export const Memo = z.string().meta({
  id: 'Memo',
  contentMediaType: 'text/html',
  description:
    'The decision as a page made for print, in plain words: what is decided, the facts that hold the gate with their quotes, who reaches the data, incidents, law, whether the party was heard and what it says, persons, hashes.',
  example: '<!doctype html><html lang="en"><title>Decision on TikTok</title></html>',
});

export const MemoQuery = z.strictObject({
  lang: z.enum(LANGUAGES).default('en').meta({ description: 'The language of the page; what people wrote stays as they wrote it.', example: 'fr' }),
});

type Parts = Awaited<ReturnType<typeof findParts>>;

/** The memo as it is at this moment. */
export async function makeMemo(platform: string, lang: z.infer<typeof MemoQuery>['lang'], found: Parts, deps: Deps): Promise<string> {
  const { store, now } = deps;
  const { grounds } = found.decision;
  const [published, revision, status, answers] = await Promise.all([
    store.findPublished(platform, grounds.score),
    findFacts(platform, grounds.assessment, deps),
    store.findStatus(platform, grounds.assessment.revision),
    store.findAnswersOf(found),
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
  const matter = { ...found, score, grounds: weighed, revision, checked, law, answers, at: now().toISOString() };
  return writeMemo(matter, { texts: await loadMemo(lang), format: formatterOf(lang) });
}

/** Whether a quote has lost its capture is asked of the assessment that the decision rests on. */
export async function findParts(target: { params: z.infer<typeof DecisionParams> }, deps: Deps) {
  const found = await findDecisionWithProfile(target, deps);
  const anchors = await deps.store.findAnchors(target.params.platform, found.decision.grounds.assessment.revision);
  return { ...found, erased: await listErasedOf(anchors ?? [], deps) };
}
