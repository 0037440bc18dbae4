import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../../domain/facts/date.ts';
import { hashOf } from '../../../domain/facts/hash.ts';
import { judgeRevision, type Verdict } from '../../../domain/record/judge-revision.ts';
import { rescore } from '../../../domain/record/rescore.ts';
import type { DatedStatus } from '../../../domain/record/revision.ts';
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
    expect(recordedOf(step, 'status')).toEqual({ platform: 'p', ...sealed, asOf: '2023-02-20', status: 'submitted' });
    expect(step.events).toMatchObject([{ type: 'assessment.submitted', by: 'analyst', at: NOON, data: { revision: 1, hash: hashOf(facts) } }]);
    expect(step.rescoreAt).toBeUndefined();
  });

  it('is refused while another of the same day waits, and waits beside those of other days', () => {
    const first = submitted(created());
    expect(refusalOf(() => submitRevision(first.head, facts, by('analyst'), means))).toBe('assessment-pending');
    const second = submitted(first.head, { ...facts, asOf: '2021-01-31' });
    const third = submitted(second.head, { ...facts, asOf: '2022-01-31' });
    expect(third.head.pending).toMatchObject({ revision: 1, asOf: '2023-02-20' });
    expect(third.head.alsoPending).toMatchObject([
      { revision: 2, asOf: '2021-01-31' },
      { revision: 3, asOf: '2022-01-31' },
    ]);
    const verdict = { verdict: 'reject', hash: first.status.hash, note: 'No.' } as const;
    const step = judgeRevision(third.head, { status: first.status, verdict, facts: undefined }, by('reviewer'), means);
    expect(step.to).toMatchObject({ pending: { revision: 2 }, alsoPending: [{ revision: 3 }] });
  });

  it('is refused beside what 0.1.0 left waiting, whose day its head does not say', () => {
    const { head } = submitted(created());
    const { asOf: _, ...undated } = head.pending ?? { revision: 1, hash: '', submittedBy: '', submittedAt: NOON };
    const act = () => submitRevision({ ...head, pending: undated }, { ...facts, asOf: '2021-01-31' }, by('analyst'), means);
    expect(refusalOf(act)).toBe('assessment-pending');
  });

  it('is refused once as many wait as a head carries', () => {
    let { head } = submitted(created());
    for (let day = 1; day < 50; day += 1) head = submitted(head, { ...facts, asOf: addDays('2021-01-01', day) }).head;
    expect(refusalOf(() => submitRevision(head, { ...facts, asOf: '2020-01-01' }, by('analyst'), means))).toBe('assessment-pending');
  });
});

describe('a verdict', () => {
  const { head, status, revision } = submitted(created());
  const judge = (verdict: Partial<Verdict>, who: string, of: Partial<DatedStatus> = {}) =>
    judgeRevision(
      head,
      { status: { ...status, ...of }, verdict: { verdict: 'approve', hash: status.hash, ...verdict }, facts: { revision, before: undefined } },
      by(who),
      means,
    );

  test.each<[string, Partial<Verdict>, string, Partial<DatedStatus>, string]>([
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

  test.each<[Verdict['verdict'], string, DatedStatus['status']]>([
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

describe('the approval of a file of an earlier day', () => {
  const { head, revision } = approved(created());
  const review = { id: 'rvw_1', openedAt: NOON, dueOn: '2023-03-01', reasons: [{ kind: 'asked' as const, text: 'Look.', data: {} }], announced: 1 };
  const before = { ...head, review, confirmedBy: ['reviewer'] };
  const older = approved(before, { ...facts, asOf: '2021-01-31' }, '2023-03-02T12:00:00.000Z', revision);

  it('becomes history: no score, no review closed, no interval begun', () => {
    expect(older.step.score).toBeNull();
    expect(typesOf(older.step)).toEqual(['assessment.approved']);
    expect(older.step.events[0]?.data).toMatchObject({ revision: 2, asOf: '2021-01-31', isCurrent: false });
    expect(older.step.record.map(({ kind }) => kind)).toEqual(['status']);
    expect(older.step.rescoreAt).toBeUndefined();
    const { version: _, sequence: __, changedAt: ___, latestRevision: ____, approvals, ...rest } = older.head;
    expect(before).toMatchObject(rest);
    expect(approvals).toBe(2);
    expect(older.step.status).toMatchObject({ status: 'approved', approval: 2 });
  });

  it('leaves the one of the same day that is approved next the current one', () => {
    const again = approved(older.head, { ...facts, note: 'Read again.' }, '2023-03-03T12:00:00.000Z', revision);
    expect(again.head.approved).toMatchObject({ revision: 3, asOf: '2023-02-20' });
    expect(again.step.status.approval).toBe(3);
    expect(typesOf(again.step)).toContain('score.published');
  });
});

describe('on a head of 0.1.0, which names the revision approved last', () => {
  const { head: first, revision } = approved(created());
  const { approvals: _, ...head } = first;
  const named = first.approved ?? { revision: 1, hash: '', asOf: '', submittedBy: '', approvedBy: '', approvedAt: NOON };
  const newer = { ...named, revision: 9, asOf: '2023-02-22' };
  const approveOn = (asOf: string, all: (typeof named)[] | undefined) => {
    const next = submitted(head, { ...facts, asOf });
    const verdict = { verdict: 'approve', hash: next.status.hash } as const;
    const given = { revision: next.revision, before: revision, approved: all };
    return judgeRevision(next.head, { status: next.status, verdict, facts: given }, by('reviewer'), means);
  };

  it('an approval counts all that is approved', () => {
    expect(approveOn('2021-01-31', [named])).toMatchObject({ score: null, status: { approval: 2 }, to: { approvals: 2, approved: { revision: 1 } } });
    expect(approveOn('2023-02-21', [named])).toMatchObject({ status: { approval: 2 }, to: { approvals: 2, approved: { revision: 2 } } });
  });

  it('a file that is newer than the one named and older than the current one becomes history', () => {
    const step = approveOn('2023-02-21', [named, newer]);
    expect(step).toMatchObject({ score: null, status: { approval: 3 }, to: { approved: { revision: 1 } } });
    expect(step.to.approvals).toBeUndefined();
  });

  it('an approval that is not told what is approved is a fault', () => {
    expect(() => approveOn('2023-02-21', undefined)).toThrow('all that is approved');
  });

  it('the machine’s next look names the current one and publishes its score', () => {
    const current = { ...revision, revision: 9, assessment: { ...facts, asOf: '2023-02-22' } };
    const step = rescore(head, current, '2023-02-24T00:05:00.000Z', means, { approved: [named, newer], before: revision });
    expect(step.to).toMatchObject({ approved: { revision: 9 }, approvals: 2, nextReviewOn: head.nextReviewOn });
    expect(recordedOf(step, 'current-revision')).toBe(current);
    expect(recordedOf(step, 'score')).toMatchObject({ assessment: { revision: 9, asOf: '2023-02-22' } });
    expect(typesOf(step)).toEqual(['score.published']);
  });
});
