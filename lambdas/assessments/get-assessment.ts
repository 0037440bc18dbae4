import * as z from 'zod';
import { Assessment } from '../../domain/facts/assessment.ts';
import { hashOf, Sha256 } from '../../domain/facts/hash.ts';
import { isAssessment } from '../../domain/facts/read-assessment.ts';
import { Effect } from '../../domain/record/effect.ts';
import type { Head } from '../../domain/record/head.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { Anchor } from '../../domain/vault/anchor.ts';
import { QuoteCount } from '../../domain/vault/quote-count.ts';
import { countQuotes } from '../../domain/vault/quotes.ts';
import { today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { listErasedOf } from '../runtime/list-erased.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { findEffect } from './find-effect.ts';
import { findRevisionWithAnchors, RevisionParams } from './find-revision.ts';
import { RevisionView, toRevisionView } from './revision-view.ts';

/** Checked, and returned with its members in the order in which they were submitted; the schema itself would copy it into its own order. */
const AsSubmitted = z.custom<Assessment>((value) => isAssessment(value) || Assessment.safeParse(value).success).meta({ $ref: '#/$defs/Assessment' });

const RevisionWithContent = z
  .strictObject({
    revision: RevisionView,
    effect: Effect.nullable().meta({ description: 'What its approval would change today; null once it has its verdict.' }),
    assessment: AsSubmitted,
    quotes: QuoteCount,
    anchors: z.array(Anchor).meta({ description: 'Where the quotes that name a capture stood in it when it was submitted.' }),
    erased: z.array(Sha256).meta({ description: 'Which of these captures have been erased since: their quotes were verified, and cannot be again.' }),
  })
  .meta({ id: 'RevisionWithContent', description: 'A revision with its facts, exactly as submitted.' });

export const getAssessment = operation({
  params: RevisionParams,
  reply: { 200: RevisionWithContent },
  find: findParts,
  /** What an approval would change moves with the head, the day and the law; how its quotes are known moves with the captures of any platform. */
  etag({ status: { hash, status }, head, erased }, _, deps) {
    const gone = [...erased].sort();
    if (!head) return gone.length === 0 ? `${hash}-${status}` : hashOf({ hash, status, gone });
    return hashOf({ hash, version: head.version, day: today(deps), register: deps.register.hash, method: CURRENT.version, gone });
  },
  async run({ params: { platform }, found: { status, head, anchors, erased } }, deps) {
    const content = await findFacts(platform, status, deps);
    if (!content) throw new Error('a revision has a status but no content');
    const effect = head ? await findEffect(content, head, deps) : null;
    const { assessment } = content;
    return ok({ revision: toRevisionView(status), effect, assessment, quotes: countQuotes(assessment, erased), anchors, erased: [...erased].sort() });
  },
});

type Parts = Awaited<ReturnType<typeof findRevisionWithAnchors>> & { readonly head: Head | undefined; readonly erased: ReadonlySet<string> };

/** With the head where the revision waits: what it would change hangs on what stands. */
async function findParts(target: { params: z.infer<typeof RevisionParams> }, deps: Deps): Promise<Parts> {
  const { status, anchors } = await findRevisionWithAnchors(target, deps);
  const [head, erased] = await Promise.all([status.status === 'submitted' ? findPlatform(target, deps) : undefined, listErasedOf(anchors, deps)]);
  return { status, anchors, head, erased };
}
