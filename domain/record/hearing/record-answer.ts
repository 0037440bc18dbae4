import { detail } from '../../facts/detail.ts';
import type { Decided } from '../decision-progress.ts';
import type { Head } from '../head.ts';
import { type Endorsed, recordProgress } from '../record-progress.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, draftEvent, type Means } from '../step.ts';
import { countStatements, type GivenAnswer, type PartyAnswer } from './answer.ts';
import { MOST_ANSWERS } from './hearing.ts';
import { repliedReason } from './reasons.ts';

/** Records an answer of the party, and opens a review of the platform or joins it. It moves no score. */
export function recordAnswer(
  head: Head,
  { decision, progress }: Decided,
  given: GivenAnswer,
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Endorsed & { readonly answer: PartyAnswer } {
  const { hearing } = progress;
  if (!hearing?.held) throw new Refusal('not-heard', detail('not-notified'));
  const before = hearing.answers ?? [];
  if (before.length >= MOST_ANSWERS) throw new Refusal('already-decided', detail('answers-full', { count: before.length }));
  const twice = before.find(({ capture }) => capture === given.capture);
  if (twice) throw new Refusal('already-decided', detail('answer-recorded', { answer: twice.id }));
  const recorded = { recordedBy: actor.by, recordedAt: actor.at };
  const id = means.newId('ans');
  const answer: PartyAnswer = { id, platform: decision.platform, decision: decision.id, ...given, ...recorded };
  const said = { id, capture: given.capture, answeredAt: given.answeredAt, says: countStatements(given) };
  const after = { ...progress, hearing: { ...hearing, answers: [...before, { ...said, ...recorded }] } };
  const event = draftEvent('party.replied', { decision: decision.id, hash: decision.hash, answer: said }, actor, means);
  const reasons = [repliedReason(decision.id, said)];
  const step = recordProgress(
    head,
    { decision, from: progress, progress: after },
    { event, reasons, record: [{ kind: 'answer', value: answer }] },
    actor,
    means,
  );
  return { ...step, answer };
}
