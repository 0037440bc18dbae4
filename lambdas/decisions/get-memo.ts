import { hashOf } from '../../domain/facts/hash.ts';
import { today } from '../runtime/dates.ts';
import { DecisionParams } from '../runtime/find-decision.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { versionOf } from './decision-view.ts';
import { findParts, Memo, MemoQuery, makeMemo } from './memo-page.ts';
import { PAGE_POLICY } from './page-policy.ts';
import { TEMPLATE } from './write-memo.ts';

export const getMemo = operation({
  params: DecisionParams,
  query: MemoQuery,
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
  run: async ({ params: { platform }, query: { lang }, found }, deps) => ok(await makeMemo(platform, lang, found, deps), PAGE_POLICY),
});
