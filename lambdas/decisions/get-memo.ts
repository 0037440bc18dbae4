import { createHash } from 'node:crypto';
import * as z from 'zod';
import { hashOf } from '../../domain/facts/hash.ts';
import { today } from '../runtime/dates.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { listErased } from '../runtime/list-erased.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { versionOf } from './decision-view.ts';
import { DecisionParams, findDecisionWithProfile } from './find-decision.ts';
import { readLaw } from './law.ts';
import { STYLE, writeMemo } from './write-memo.ts';

/** The page runs nothing and loads nothing; its one style is named by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const Memo = z.string().meta({
  id: 'Memo',
  contentMediaType: 'text/html',
  description: 'The decision as a page made for print: facts with quotes, score, law, decision, approvals, hashes.',
  example: '<!doctype html><html lang="en"><title>Decision on TikTok</title></html>',
});

export const getMemo = operation({
  params: DecisionParams,
  reply: { 200: Memo },
  find: findDecisionWithProfile,
  /** All that a page of one decision may differ in, so that a 304 costs one read; its score, its facts and who checked them stay. */
  etag: ({ profile, ...decided }, _, deps) => {
    const { name, operator, parent } = decided.decision.grounds.platform ?? profile;
    return hashOf({ version: versionOf(decided, deps.now().toISOString()), name, operator, parent, day: today(deps), register: deps.register.hash });
  },
  async run({ params: { platform }, found }, deps) {
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
    const erased = await listErased(revision.assessment, deps);
    const page = writeMemo({ ...found, score, revision, erased, checked, law, at: now().toISOString() });
    return ok(page, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' });
  },
});
