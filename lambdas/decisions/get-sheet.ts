import * as z from 'zod';
import { counterfactualOf } from '../../domain/explain/counterfactual.ts';
import { describeStrongest, findWhatHoldsTheGate } from '../../domain/explain/holds.ts';
import { sayHeldFact } from '../../domain/explain/say-holds.ts';
import { explainSmallestSets } from '../../domain/explain/smallest-sets.ts';
import { detail } from '../../domain/facts/detail.ts';
import { foresee } from '../../domain/policy/outlook.ts';
import { DEVICE_SCOPES, sealApps } from '../../domain/record/decision.ts';
import { listDates } from '../../domain/record/decision-dates.ts';
import type { Decided } from '../../domain/record/decision-progress.ts';
import type { Head } from '../../domain/record/head.ts';
import { hearingAt } from '../../domain/record/hearing/hearing.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { countQuotes } from '../../domain/vault/quotes.ts';
import type { Deps } from '../runtime/deps.ts';
import { DecisionParams, findDecision } from '../runtime/find-decision.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { findRank } from '../runtime/find-rank.ts';
import { listErased } from '../runtime/list-erased.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { toDecisionView } from './decision-view.ts';
import { readLaw } from './law.ts';
import { listAdmitted, listReached, verifiedOf } from './memo-grounds.ts';
import { Sheet } from './sheet-view.ts';

/** States whose law is named: those that give most points. */
const MOST_STATES = 5;

export const getSheet = operation({
  params: PlatformParams,
  query: z.strictObject({
    decision: DecisionParams.shape.decision.optional().meta({ description: 'Of this decision; without it, of one that could be proposed now.' }),
  }),
  reply: { 200: Sheet },
  find: findPlatform,
  async run({ params: { platform }, query, found: head }, deps) {
    const decided = query.decision === undefined ? undefined : await findDecision({ params: { platform, decision: query.decision } }, deps);
    return ok(await makeSheet(head, decided, deps));
  },
});

async function makeSheet(head: Head, decided: Decided | undefined, deps: Deps): Promise<z.input<typeof Sheet>> {
  const { platform, published, approved, profile, nextReviewOn, terms } = head;
  const sealed = decided?.decision.grounds ?? (published && approved && { score: published.id, assessment: approved, apps: sealApps(profile) });
  const found = sealed && (await findWeighed(platform, sealed, deps));
  if (!sealed || !found) throw new Problem('not-assessed', detail('not-assessed', { platform }));
  const { score, assessment, scored } = found;
  const isCurrent = sealed.score === published?.id;
  const [erased, law, rank] = await Promise.all([
    listErased(assessment, deps),
    readLaw(
      score.contributions.map(({ of }) => of),
      score.asOf,
    ),
    isCurrent ? findRank(head, deps) : undefined,
  ]);
  const held = new Set(findWhatHoldsTheGate(assessment, scored, counterfactualOf(scored)).facts.map(({ fact }) => fact));
  const { name, operator, parent } = decided?.decision.grounds.platform ?? profile;
  const at = deps.now().toISOString();
  const { decision, progress } = decided ?? {};
  return {
    platform: { id: platform, name, operator, ...(parent !== undefined && { parent }) },
    decision: decided ? toDecisionView(decided, at) : null,
    score: {
      ...{ id: sealed.score, asOf: score.asOf, score: score.score, ...(score.open && { open: score.open }), band: score.band, gate: score.gate },
      ...{ revision: sealed.assessment.revision, factsAsOf: assessment.asOf, isCurrent },
    },
    ...(rank && { rank }),
    grounds: describeStrongest(assessment, scored).map((fact) => {
      const verified = verifiedOf(fact, assessment, erased);
      return { ...fact, holdsGate: held.has(fact.fact), ...(verified && { verified }), sentences: sayHeldFact(fact) };
    }),
    reached: listReached(scored).map(([mode, codes]) => ({ mode, jurisdictions: [...codes] })),
    incidents: listAdmitted(assessment, scored).map(({ id, on, kind, summary }) => ({ id, on, kind, summary })),
    law: law.jurisdictions
      .slice(0, MOST_STATES)
      .map(({ code, provisions }) => ({ jurisdiction: code, provisions: provisions.map((text) => text.replace(/\.$/, '')) })),
    quotes: countQuotes(assessment, erased),
    isWatched: terms !== undefined,
    apps: sealed.apps,
    tools: foresee(sealed.apps, decision?.scope ?? DEVICE_SCOPES),
    lower: explainSmallestSets(scored),
    asksHearing: deps.demandsHearings !== false,
    dates: listDates({ decision, hearing: hearingAt(progress?.hearing, at), nextReviewOn }),
  };
}

/** The published score, its facts, and these weighed on its day by the register that is at hand: that orders them, and no figure is taken from it. */
async function findWeighed(platform: string, sealed: Pick<Decided['decision']['grounds'], 'score' | 'assessment'>, deps: Deps) {
  const [published, revision] = await Promise.all([deps.store.findPublished(platform, sealed.score), findFacts(platform, sealed.assessment, deps)]);
  if (!published || !revision) return undefined;
  const { score } = published;
  const { assessment } = revision;
  return { score, assessment, scored: scoreAssessment(assessment, deps.register, { asOf: score.asOf, knownBy: score.asOf }) };
}
