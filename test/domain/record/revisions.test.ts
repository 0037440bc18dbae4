import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../../domain/facts/date.ts';
import { hashOf } from '../../../domain/facts/hash.ts';
import { judgeRevision, type Verdict } from '../../../domain/record/judge-revision.ts';
import type { RevisionStatus } from '../../../domain/record/revision.ts';
import { submitRevision } from '../../../domain/record/submit-revision.ts';
import { assessment, path } from '../facts.ts';
import { approved, by, created, facts, headAfter, means, NOON, recordedOf, refusalOf, submitted, typesOf } from './platform.ts';

describe('a submission', () => {
  it('is sealed by its hash as the next revision, waits, and says so in one event', () => {
    const head = created();
    const step = submitRevision(head, facts, by('analyst'), means);
    const sealed = { revision: 1, hash: hashOf(facts), submittedBy: 'analyst', submittedAt: NOON };
    expect(step.to).toMatchObject({ latestRevision: 1, pending: sealed, changedAt: NOON });
    expect(recordedOf(step, 'revision')).toEqual({ platform: 'p', ...sealed, assessment: facts });
    expect(recordedOf(step, 'status')).toEqual({ platform: 'p', ...sealed, status: 'submitted' });
    expect(step.events).toMatchObject([{ type: 'assessment.submitted', by: 'analyst', at: NOON, data: { revision: 1, hash: hashOf(facts) } }]);
    expect(step.rescoreAt).toBeUndefined();
  });

  it('is refused while another waits', () => {
    const { head } = submitted(created());
    expect(refusalOf(() => submitRevision(head, facts, by('analyst'), means))).toBe('assessment-pending');
  });
});

describe('a verdict', () => {
  const { head, status, revision } = submitted(created());
  const judge = (verdict: Partial<Verdict>, who: string, of: Partial<RevisionStatus> = {}) =>
    judgeRevision(
      head,
      { status: { ...status, ...of }, verdict: { verdict: 'approve', hash: status.hash, ...verdict }, facts: { revision, before: undefined } },
      by(who),
      means,
    );

  test.each<[string, Partial<Verdict>, string, Partial<RevisionStatus>, string]>([
    ['an approval of one’s own work', {}, 'analyst', {}, 'self-approval'],
    ['a rejection of one’s own work', { verdict: 'reject', note: 'No.' }, 'analyst', {}, 'self-approval'],
    ['a withdrawal of another person’s work', { verdict: 'withdraw' }, 'reviewer', {}, 'not-the-author'],
    ['other content', { hash: '0'.repeat(64) }, 'reviewer', {}, 'hash-mismatch'],
    ['what is approved already', {}, 'reviewer', { status: 'approved' }, 'already-decided'],
    ['what is withdrawn already', { verdict: 'withdraw' }, 'analyst', { status: 'withdrawn' }, 'already-decided'],
    ['one’s own work before other content', { hash: '0'.repeat(64) }, 'analyst', {}, 'self-approval'],
    ['other content before what is decided', { hash: '0'.repeat(64) }, 'reviewer', { status: 'rejected' }, 'hash-mismatch'],
  ])('is refused for %s', (_, verdict, who, of, code) => {
    expect(refusalOf(() => judge(verdict, who, of))).toBe(code);
  });

  test.each<[Verdict['verdict'], string, RevisionStatus['status']]>([
    ['reject', 'reviewer', 'rejected'],
    ['withdraw', 'analyst', 'withdrawn'],
  ])('to %s publishes nothing, and nothing waits any more', (verdict, who, outcome) => {
    const step = judge({ verdict, note: 'The quote is another.' }, who);
    expect(step).toMatchObject({ score: null, status: { status: outcome, decidedBy: who, decidedAt: NOON, note: 'The quote is another.' } });
    expect(step.to.pending).toBeUndefined();
    expect(step.to.approved).toBeUndefined();
    expect(step.record.map(({ kind }) => kind)).toEqual(['status']);
    expect(step.events).toMatchObject([{ type: `assessment.${outcome}`, data: { revision: 1, note: 'The quote is another.' } }]);
    expect(step.rescoreAt).toBeUndefined();
  });

  it('without a note carries none', () => {
    const step = judge({ verdict: 'withdraw' }, 'analyst');
    expect(step.status).not.toHaveProperty('note');
    expect(step.events[0]?.data).not.toHaveProperty('note');
  });

  it('to approve needs the facts', () => {
    const act = () => judgeRevision(head, { status, verdict: { verdict: 'approve', hash: status.hash }, facts: undefined }, by('reviewer'), means);
    expect(act).toThrow('needs the facts');
  });
});

describe('an approval', () => {
  const { head, step, revision } = approved(created());

  it('publishes the score of the day and copies the facts beside the head', () => {
    const score = recordedOf(step, 'score');
    expect(score).toBe(step.score);
    expect(score).toMatchObject({ platform: 'p', asOf: '2023-02-23', knownBy: '2023-02-23', dataAsOf: NOON, assessment: { revision: 1 } });
    expect(score.freshUntil).toBe(head.nextReviewOn);
    expect(recordedOf(step, 'current-revision')).toEqual(revision);
    expect(head.published).toMatchObject({ id: score.id, band: score.band });
    expect(typesOf(step)).toEqual(['assessment.approved', 'score.published']);
    expect(step.rescoreAt).toBe('2023-02-24T00:05:00.000Z');
  });

  it('names who wrote, who approved and of which day the facts are', () => {
    expect(head.approved).toEqual({
      revision: 1,
      hash: revision.hash,
      asOf: '2023-02-20',
      submittedBy: 'analyst',
      approvedBy: 'reviewer',
      approvedAt: NOON,
    });
  });

  it('begins the interval anew, by the band of the new score', () => {
    expect(head).toMatchObject({ renewedOn: '2023-02-23', nextReviewOn: addDays('2023-02-23', head.published?.band === 'severe' ? 30 : 60) });
  });

  it('closes the open review with the revision, and forgets who confirmed the facts before', () => {
    const review = { id: 'rvw_1', openedAt: NOON, dueOn: '2023-03-01', reasons: [{ kind: 'asked' as const, text: 'Look.', data: {} }], announced: 1 };
    const next = approved({ ...head, review, confirmedBy: ['reviewer'] }, facts, '2023-03-02T12:00:00.000Z', revision);
    expect(recordedOf(next.step, 'review')).toEqual({
      platform: 'p',
      id: 'rvw_1',
      openedAt: NOON,
      dueOn: '2023-03-01',
      reasons: review.reasons,
      closedAt: '2023-03-02T12:00:00.000Z',
      closedBy: 'reviewer',
      outcome: 'new-assessment',
      revision: 2,
    });
    expect(next.head.review).toBeUndefined();
    expect(next.head.confirmedBy).toBeUndefined();
    expect(typesOf(next.step)).toEqual(['assessment.approved', 'score.published', 'review.closed']);
  });

  it('says that the band changed, with causes that add up to the difference', () => {
    const next = approved(head, assessment([path('IE', 'storage')], { asOf: '2023-02-22' }), NOON, revision);
    expect(typesOf(next.step)).toEqual(['assessment.approved', 'score.published', 'score.band-changed']);
    const { from, to, causes } = (next.step.events[1]?.data ?? {}) as {
      from: { point: number };
      to: { point: number };
      causes: { points: number }[];
    };
    const sum = causes.reduce((total, { points }) => total + points, 0);
    expect(sum).toBeCloseTo(to.point - from.point, 6);
  });

  it('opens a review for a promise in the new file whose day has passed', () => {
    const promise = {
      id: 'move',
      summary: 'Moves its data.',
      announcedOn: '2020-01-01',
      dueOn: '2022-01-01',
      evidence: [{ source: 'press', credibility: 1, observed: '2020-01-01' }],
    };
    const next = approved(head, { ...facts, commitments: [promise] } as typeof facts, NOON, revision);
    expect(next.head.review).toMatchObject({ reasons: [{ kind: 'commitment-due' }], dueOn: '2023-03-02' });
    expect(next.head.raised).toEqual(['commitment move 2022-01-01']);
    expect(typesOf(next.step)).toEqual(['assessment.approved', 'score.published', 'review.opened']);
    expect(headAfter(next.step, head).nextReviewOn).toBe('2023-03-02');
  });
});
