import { describe, expect, it, test } from 'vitest';
import { advanceDecisions, nextChangeAt } from '../../../domain/record/advance-decisions.ts';
import { isInForce, stateAt } from '../../../domain/record/decision.ts';
import type { Decided } from '../../../domain/record/decision-progress.ts';
import { approveDecision, revokeDecision, withdrawWord } from '../../../domain/record/endorse-decision.ts';
import type { Head } from '../../../domain/record/head.ts';
import { proposeDecision } from '../../../domain/record/propose-decision.ts';
import type { Means, Step } from '../../../domain/record/step.ts';
import { approved, by, created, decidedOf, facts, headAfter, means, proposal, recordedOf, refusalOf, typesOf, unknown } from './platform.ts';

const { head: rated, step: approval, revision } = approved(created());
const score = recordedOf(approval, 'score');
const LATER = '2023-02-24T12:00:00.000Z';

type Case = { readonly head: Head; readonly decided: Decided };

function proposed(head = rated, person = 'decider-1'): Case {
  const step = proposeDecision(head, proposal, by(person, LATER), means);
  return { head: headAfter(step, head), decided: decidedOf(step) };
}

function approvedBy({ head, decided }: Case, person: string, at = LATER): Case {
  const step = approveDecision(head, { ...decided, score }, { hash: decided.decision.hash }, by(person, at), means);
  return { head: headAfter(step, head), decided: decidedOf(step) };
}

function revokedBy({ head, decided }: Case, person: string, at = LATER): Case {
  const step = revokeDecision(head, decided, { hash: decided.decision.hash }, by(person, at), means);
  return { head: headAfter(step, head), decided: decidedOf(step) };
}

const decided = () => approvedBy(approvedBy(proposed(), 'decider-2'), 'decider-3');

describe('a proposal', () => {
  it('seals the published score, its facts and the app ids, in order', () => {
    const step = proposeDecision(rated, proposal, by('decider-1'), means);
    expect(recordedOf(step, 'decision')).toMatchObject({
      proposedBy: 'decider-1',
      grounds: { score: score.id, assessment: { revision: 1, hash: revision.hash }, apps: { android: ['a.app', 'b.app'], ios: [], web: [] } },
    });
    expect(step.to.decisions).toMatchObject([{ approvals: [], revocations: [], isEffective: false }]);
    expect(typesOf(step)).toEqual(['decision.proposed']);
  });

  const otherLaw: Means = { ...means, register: { ...means.register, version: 'jr-next' } };
  test.each<[string, Head, string, Means, string]>([
    ['without a score', created(), LATER, means, 'not-rated'],
    ['on an unrated score', approved(created(), unknown).head, LATER, means, 'not-rated'],
    ['after the day of the review', rated, `${rated.nextReviewOn?.slice(0, 4)}-12-31T00:00:00.000Z`, means, 'score-stale'],
    ['on a score by another register', rated, LATER, otherLaw, 'score-stale'],
    ['on a score by another method', { ...rated, published: { ...rated.published, method: 'EXS 0.9' } } as Head, LATER, means, 'score-stale'],
  ])('is refused %s', (_, head, at, given, code) => {
    expect(refusalOf(() => proposeDecision(head, proposal, by('decider-1', at), given))).toBe(code);
  });

  it('is taken on an unrated score that asks for an answer', () => {
    const { head } = approved(created(), unknown);
    const severe = { ...head, published: { ...head.published, gate: 'precaution' } } as Head;
    expect(refusalOf(() => proposeDecision(severe, proposal, by('decider-1', LATER), means))).toBeUndefined();
  });

  it('is taken on the very day of the review', () => {
    expect(refusalOf(() => proposeDecision(rated, proposal, by('decider-1', `${rated.nextReviewOn}T12:00:00.000Z`), means))).toBeUndefined();
  });

  it('is refused beside five that wait or stand', () => {
    let head = rated;
    for (let i = 0; i < 5; i += 1) head = proposed(head, `decider-${i}`).head;
    expect(refusalOf(() => proposeDecision(head, proposal, by('decider-1', LATER), means))).toBe('decisions-pending');
  });
});

describe('one person alone', () => {
  const withdraw = ({ head, decided }: Case, what: 'proposal' | 'revocation', person: string, at = LATER) =>
    withdrawWord(head, decided, { what, hash: decided.decision.hash }, by(person, at), means);
  const after = (step: Step & Decided, { head }: Case): Case => ({ head: headAfter(step, head), decided: decidedOf(step) });

  it('has two proposals at the most that wait, and makes room by taking one back', () => {
    const first = proposed();
    const { head } = proposed(first.head);
    expect(refusalOf(() => proposed(head))).toBe('decisions-pending');
    expect(refusalOf(() => proposed(head, 'decider-2'))).toBeUndefined();
    const step = withdraw({ ...first, head }, 'proposal', 'decider-1');
    expect(typesOf(step)).toEqual(['decision.withdrawn']);
    expect(step.to.decisions).toHaveLength(1);
    expect(stateAt(step.decision, step.progress, LATER)).toBe('withdrawn');
    expect(stateAt(step.decision, step.progress, '2023-02-24T11:59:59.000Z')).toBe('proposed');
    expect(refusalOf(() => proposed(headAfter(step, head)))).toBeUndefined();
  });

  it('keeps no two others from approving by asking for the end of a proposal', () => {
    const one = revokedBy(approvedBy(proposed(), 'decider-2'), 'decider-4');
    const both = approvedBy(one, 'decider-3');
    expect(stateAt(both.decided.decision, both.decided.progress, proposal.effectiveAt)).toBe('revocation-proposed');
    expect(isInForce(both.decided.decision, both.decided.progress, proposal.effectiveAt)).toBe(true);
  });

  it('may take back that it asked for an end, and ask again', () => {
    const asked = revokedBy(decided(), 'decider-2');
    const step = withdraw(asked, 'revocation', 'decider-2', proposal.effectiveAt);
    expect(typesOf(step)).toContain('decision.revocation-withdrawn');
    expect(step.progress.revocations).toEqual([{ by: 'decider-2', at: LATER, withdrawnAt: proposal.effectiveAt }]);
    expect(step.to.decisions?.[0]?.revocations).toEqual(step.progress.revocations);
    expect(stateAt(step.decision, step.progress, proposal.effectiveAt)).toBe('effective');
    const back = after(step, asked);
    const other = revokedBy(back, 'decider-3', proposal.effectiveAt);
    expect(other.head.decisions).toHaveLength(1);
    expect(revokedBy(other, 'decider-2', proposal.effectiveAt).head).not.toHaveProperty('decisions');
  });

  const revoked = revokedBy(revokedBy(decided(), 'decider-2'), 'decider-3');
  test.each<[string, Case, 'proposal' | 'revocation', string, string, string]>([
    ['a proposal that is another’s', proposed(), 'proposal', 'decider-2', LATER, 'not-the-author'],
    ['a proposal that is approved', decided(), 'proposal', 'decider-1', LATER, 'already-decided'],
    ['a proposal that has expired', proposed(), 'proposal', 'decider-1', proposal.expiresAt, 'already-decided'],
    ['another’s word for an end', revokedBy(decided(), 'decider-2'), 'revocation', 'decider-3', LATER, 'not-the-author'],
    ['a word that was never given', decided(), 'revocation', 'decider-2', LATER, 'not-the-author'],
    ['a word that ended the decision', revoked, 'revocation', 'decider-2', LATER, 'already-decided'],
  ])('does not take back %s', (_, at, what, person, moment, code) => {
    expect(refusalOf(() => withdraw(at, what, person, moment))).toBe(code);
  });

  it('does not take back what it did not read', () => {
    const { head, decided: found } = proposed();
    expect(refusalOf(() => withdrawWord(head, found, { what: 'proposal', hash: '0'.repeat(64) }, by('decider-1', LATER), means))).toBe(
      'hash-mismatch',
    );
  });
});

describe('an approval of a decision', () => {
  it('is one of two, and the second makes it', () => {
    const one = proposed();
    const step = approveDecision(
      one.head,
      { ...one.decided, score },
      { hash: one.decided.decision.hash, note: 'Checked.' },
      by('decider-2', LATER),
      means,
    );
    expect(typesOf(step)).toEqual(['decision.approval-given']);
    expect(step.progress.approvals).toEqual([{ by: 'decider-2', at: LATER, note: 'Checked.' }]);
    expect(step.to.decisions?.[0]?.approvals).toEqual([{ by: 'decider-2', at: LATER }]);
    expect(recordedOf(step, 'decision-progress')).toEqual(step.progress);
    const two = { head: headAfter(step, one.head), decided: decidedOf(step) };
    const second = approveDecision(two.head, { ...two.decided, score }, { hash: one.decided.decision.hash }, by('decider-3', LATER), means);
    expect(typesOf(second)).toEqual(['decision.approved']);
  });

  it('says in the same step that the decision is effective where its time has come', () => {
    const step = approveDecision(
      approvedBy(proposed(), 'decider-2').head,
      { ...approvedBy(proposed(), 'decider-2').decided, score },
      { hash: proposed().decided.decision.hash },
      by('decider-3', '2023-03-02T00:00:00.000Z'),
      means,
    );
    expect(step.events[0]?.type).toBe('decision.approved');
  });

  const one = approvedBy(proposed(), 'decider-2');
  const stood = approved(rated, { ...facts, asOf: '2023-02-22' }, LATER, revision).head;
  test.each<[string, Case, string, string | undefined, string]>([
    ['from its proposer', proposed(), 'decider-1', undefined, 'self-approval'],
    ['twice from one person', one, 'decider-2', undefined, 'self-approval'],
    ['of other content', one, 'decider-3', '0'.repeat(64), 'hash-mismatch'],
    ['once it is approved', decided(), 'decider-4', undefined, 'already-decided'],
    ['once other facts stand', { ...one, head: { ...one.head, approved: stood.approved } as Head }, 'decider-3', undefined, 'score-stale'],
  ])('is refused %s', (_, { head, decided: found }, person, hash, code) => {
    const act = () => approveDecision(head, { ...found, score }, { hash: hash ?? found.decision.hash }, by(person, LATER), means);
    expect(refusalOf(act)).toBe(code);
  });

  it('is refused once the score that it rests on is by another method', () => {
    const act = () =>
      approveDecision(
        one.head,
        { ...one.decided, score: { ...score, method: 'EXS 0.9' } },
        { hash: one.decided.decision.hash },
        by('decider-3', LATER),
        means,
      );
    expect(refusalOf(act)).toBe('score-stale');
  });
});

describe('the end of a decision', () => {
  it('needs two, of whom its proposer may be one', () => {
    const first = revokedBy(decided(), 'decider-1');
    expect(first.head.decisions).toHaveLength(1);
    const last = revokeDecision(first.head, first.decided, { hash: first.decided.decision.hash }, by('decider-2', LATER), means);
    expect(typesOf(last)).toEqual(['decision.revoked']);
    expect(last.to).not.toHaveProperty('decisions');
    const ended = { head: headAfter(last, first.head), decided: decidedOf(last) };
    expect(refusalOf(() => revokedBy(ended, 'decider-3'))).toBe('already-decided');
  });

  test.each<[string, Case, string, string | undefined, string, string]>([
    ['twice by one person', revokedBy(decided(), 'decider-2'), 'decider-2', undefined, LATER, 'self-approval'],
    ['of other content', decided(), 'decider-2', '0'.repeat(64), LATER, 'hash-mismatch'],
    ['after it has expired', decided(), 'decider-2', undefined, proposal.expiresAt, 'already-decided'],
  ])('is refused when asked for %s', (_, { head, decided: found }, person, hash, at, code) => {
    expect(refusalOf(() => revokeDecision(head, found, { hash: hash ?? found.decision.hash }, by(person, at), means))).toBe(code);
  });
});

describe('time', () => {
  test.each<[string, Case, string, string[]]>([
    ['nothing before it begins', decided(), '2023-02-28T23:59:59.999Z', []],
    ['that it is effective, from that instant', decided(), proposal.effectiveAt, ['decision.effective']],
    ['nothing of one that only one has approved', approvedBy(proposed(), 'decider-2'), proposal.effectiveAt, []],
    ['that it has expired, though it was only proposed', proposed(), proposal.expiresAt, ['decision.expired']],
    ['both in order, where it was not looked at in between', decided(), proposal.expiresAt, ['decision.effective', 'decision.expired']],
  ])('says %s', (_, { head }, at, types) => {
    const step = advanceDecisions(head, by('whereabouts', at), means);
    expect(typesOf(step)).toEqual(types);
    expect(step.to.decisions?.length ?? 0).toBe(types.includes('decision.expired') ? 0 : 1);
    const again = advanceDecisions(headAfter(step, head), by('whereabouts', at), means);
    expect(again.events).toEqual([]);
  });

  it('changes an approved decision next when it begins, then when it ends', () => {
    const { head } = decided();
    expect(nextChangeAt(head.decisions ?? [])).toBe('2023-03-01T00:00:00.000Z');
    const effective = advanceDecisions(head, by('whereabouts', proposal.effectiveAt), means);
    expect(nextChangeAt(effective.to.decisions ?? [])).toBe('2024-02-23T00:00:00.000Z');
    expect(nextChangeAt(proposed().head.decisions ?? [])).toBe('2024-02-23T00:00:00.000Z');
    expect(nextChangeAt([])).toBeUndefined();
  });
});
