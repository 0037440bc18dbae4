import { toFault } from '../../domain/facts/fault.ts';
import { isAfter } from '../../domain/record/decision.ts';
import { GivenAnswer, listUnknownFacts, PartyAnswer } from '../../domain/record/hearing/answer.ts';
import { listPlaces } from '../../domain/record/hearing/dossier.ts';
import { recordAnswer as record } from '../../domain/record/hearing/record-answer.ts';
import { anchorIn } from '../../domain/vault/anchor.ts';
import type { Deps } from '../runtime/deps.ts';
import { DecisionParams, findDecisionUnderHead } from '../runtime/find-decision.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { operation } from '../runtime/operation.ts';
import { faulty, invalid } from '../runtime/problem.ts';
import { created } from '../runtime/reply.ts';
import { readCaptured } from './read-captured.ts';

export const recordAnswer = operation({
  params: DecisionParams,
  body: GivenAnswer,
  reply: { 201: PartyAnswer },
  find: findDecisionUnderHead,
  async run({ params: { platform, decision: id }, body: given, caller, witness, found: { head, ...decided } }, deps) {
    const at = deps.now().toISOString();
    const { assessment } = decided.decision.grounds;
    const facts = await findFacts(platform, assessment, deps);
    if (!facts) throw new Error('a decision rests on a revision that is not there');
    const notifiedAt = decided.progress.hearing?.held?.notifiedAt ?? at;
    const faults = [
      ...(isAfter(given.answeredAt, at) ? [{ pointer: '/answeredAt', ...toFault('date-in-future', {}) }] : []),
      ...(isAfter(notifiedAt, given.answeredAt) ? [{ pointer: '/answeredAt', ...toFault('answered-before-notified', { notifiedAt }) }] : []),
      ...listUnknownFacts(given, new Set(listPlaces(facts.assessment))),
    ];
    if (faults.length > 0) throw invalid(faults);
    const step = record(head, decided, given, { by: caller.id, ...witness, at }, deps);
    await demandWords(platform, given, deps);
    await deps.store.commit({ from: head, ...step });
    return created(step.answer, `/v1/platforms/${platform}/decisions/${id}/answers`);
  },
});

/** What the party is said to say must stand in its letter. */
async function demandWords(platform: string, { capture, statements }: GivenAnswer, deps: Deps): Promise<void> {
  const { text, manifest } = await readCaptured(platform, 'capture', capture, deps, 'body');
  const anchor = anchorIn(text, manifest.language);
  const missing = statements.flatMap(({ quote }, i) => {
    const { fault } = { fault: undefined, ...anchor(quote) };
    return fault ? [{ pointer: `/statements/${i}/quote`, ...fault }] : [];
  });
  if (missing.length > 0) throw faulty('quote-not-found', missing);
}
