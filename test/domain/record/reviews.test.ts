import { describe, expect, it, test } from 'vitest';
import { changeProfile } from '../../../domain/record/change-profile.ts';
import { confirmUnchanged } from '../../../domain/record/close-review.ts';
import type { Head } from '../../../domain/record/head.ts';
import { addStandingReasons, askForReview } from '../../../domain/record/open-review.ts';
import { adaptInterval, nextReviewOn } from '../../../domain/record/review-interval.ts';
import type { Band } from '../../../domain/score/rating.ts';
import { approved, by, created, headAfter, means, NOON, profile, recordedOf, refusalOf, typesOf } from './platform.ts';

const { head: standing } = approved(created());
const outcome = { outcome: 'confirmed-unchanged' as const, note: 'Reads as before.', lookedAt: ['Its policy.'], closed: undefined };
const asked = (head: Head = standing, at = NOON) => headAfter(askForReview(head, 'The press reports a sale.', by('analyst', at), means), head);

describe('a review that a person asks for', () => {
  it('opens with the reason, and falls due within a week', () => {
    const step = askForReview(standing, 'The press reports a sale.', by('analyst'), means);
    expect(step.to.review).toMatchObject({
      openedAt: NOON,
      dueOn: '2023-03-02',
      announced: 0,
      reasons: [{ kind: 'asked', text: 'The press reports a sale.', data: { by: 'analyst' } }],
    });
    expect(step.to.nextReviewOn).toBe('2023-03-02');
    expect(typesOf(step)).toEqual(['review.opened']);
  });

  it('keeps an interval that ends sooner', () => {
    expect(asked({ ...standing, nextReviewOn: '2023-02-25' }).review?.dueOn).toBe('2023-02-25');
  });

  it('takes a reason more while it is open, once however often it is sent', () => {
    const step = askForReview(asked(), 'The owner has moved.', by('analyst'), means);
    expect(typesOf(step)).toEqual(['review.reason-added']);
    expect(step.to.review).toMatchObject({ dueOn: '2023-03-02', openedAt: NOON });
    expect(step.to.review?.reasons.map(({ text }) => text)).toEqual(['The press reports a sale.', 'The owner has moved.']);
    expect(askForReview(asked(), 'The press reports a sale.', by('analyst'), means).events).toEqual([]);
    expect(typesOf(askForReview(asked(), 'The press reports a sale.', by('analyst-2'), means))).toEqual(['review.reason-added']);
  });

  it('is refused before the first approval', () => {
    expect(refusalOf(() => askForReview(created(), 'Why not.', by('analyst'), means))).toBe('not-assessed');
  });
});

describe('a reason', () => {
  const reason = (key: string) => ({ key, kind: 'conflict' as const, text: key, data: {} });

  it('joins the review that is open', () => {
    const step = addStandingReasons(asked(), [reason('conflict a')], by('whereabouts'), means);
    expect(step.to.review?.reasons.map(({ kind }) => kind)).toEqual(['asked', 'conflict']);
    expect(typesOf(step)).toEqual(['review.reason-added']);
  });

  it('that has opened a review opens no second one as long as it holds, and may once it has come back', () => {
    const raised = headAfter(addStandingReasons(standing, [reason('conflict a')], by('whereabouts'), means), standing);
    expect(raised.raised).toEqual(['conflict a']);
    expect(addStandingReasons(raised, [reason('conflict a')], by('whereabouts'), means).events).toEqual([]);
    const other = headAfter(addStandingReasons(raised, [reason('conflict b')], by('whereabouts'), means), raised);
    expect(other.raised).toEqual(['conflict b']);
  });

  it('is one of thirty at the most', () => {
    const many = Array.from({ length: 40 }, (_, i) => reason(`conflict ${String(i).padStart(2, '0')}`));
    const first = headAfter(addStandingReasons(standing, many, by('whereabouts'), means), standing);
    expect(first.review?.reasons).toHaveLength(30);
    expect(first.raised).toHaveLength(30);
    const { review: _, ...closed } = first;
    const second = addStandingReasons(closed, many, by('whereabouts'), means);
    expect(second.to.review?.reasons).toHaveLength(10);
  });
});

describe('a confirmation', () => {
  it('closes the review with what was looked at, and begins the interval anew', () => {
    const head = asked();
    const step = confirmUnchanged(head, outcome, by('reviewer', '2023-03-01T10:00:00.000Z'), means);
    expect(recordedOf(step, 'review')).toEqual(step.review);
    expect(step.review).toMatchObject({ platform: 'p', closedBy: 'reviewer', outcome: 'confirmed-unchanged', lookedAt: ['Its policy.'] });
    expect(step.review).not.toHaveProperty('announced');
    expect(step.to.review).toBeUndefined();
    expect(step.to).toMatchObject({ renewedOn: '2023-03-01', confirmedBy: ['reviewer'], changedAt: '2023-03-01T10:00:00.000Z' });
    expect(typesOf(step)).toEqual(['review.closed']);
    // The facts are as they were: nothing is scored.
    expect(step.record.map(({ kind }) => kind)).toEqual(['review']);
  });

  const closed = {
    platform: 'p',
    id: 'rvw_1',
    openedAt: NOON,
    dueOn: '2023-03-02',
    reasons: [],
    closedAt: NOON,
    closedBy: 'x',
    outcome: 'new-assessment' as const,
  };
  test.each<[string, Partial<Head>, string, object, string | undefined]>([
    ['by the author of the standing assessment', {}, 'analyst', {}, 'self-approval'],
    ['of a closed review', {}, 'reviewer', { closed }, 'review-closed'],
    ['that claims a new assessment', {}, 'reviewer', { outcome: 'new-assessment' }, 'not-approved-yet'],
    ['by one person three times running', { confirmedBy: ['reviewer', 'reviewer'] }, 'reviewer', {}, 'same-person-again'],
    ['by one person three times running, after others', { confirmedBy: ['other', 'reviewer', 'reviewer'] }, 'reviewer', {}, 'same-person-again'],
  ])('is refused %s', (_, change, who, given, code) => {
    expect(refusalOf(() => confirmUnchanged({ ...asked(), ...change }, { ...outcome, ...given }, by(who), means))).toBe(code);
  });

  test.each<[string, string[]]>([
    ['twice running', ['reviewer']],
    ['a third time with another person in between', ['reviewer', 'other', 'reviewer']],
    ['after another confirmed twice', ['other', 'other']],
  ])('is taken from one person %s', (_, confirmedBy) => {
    expect(confirmUnchanged({ ...asked(), confirmedBy }, outcome, by('reviewer'), means).to.confirmedBy).toEqual([...confirmedBy, 'reviewer']);
  });
});

describe('the interval', () => {
  test.each<[Band, string]>([
    ['unrated', '2023-01-31'],
    ['severe', '2023-01-31'],
    ['high', '2023-03-02'],
    ['elevated', '2023-04-01'],
    ['low', '2023-06-30'],
    ['minimal', '2024-01-01'],
  ])('of the band %s, counted from 1 January, ends on %s', (band, day) => {
    expect(nextReviewOn('2023-01-01', { band, gate: 'review' }, profile)).toBe(day);
    expect(nextReviewOn('2023-01-01', { band, gate: 'review' }, { ...profile, reviewEveryDays: { days: 14, reason: 'Close watch.' } })).toBe(
      '2023-01-15',
    );
  });

  it('of the gate precaution is 30 days whatever the band, or the platform’s own where that is shorter', () => {
    const rating = { band: 'minimal', gate: 'precaution' } as const;
    expect(nextReviewOn('2023-01-01', rating, profile)).toBe('2023-01-31');
    expect(nextReviewOn('2023-01-01', rating, { ...profile, reviewEveryDays: { days: 14, reason: 'Close watch.' } })).toBe('2023-01-15');
  });

  test.each<[Band, number]>([
    ['severe', 31],
    ['high', 365],
    ['minimal', 366],
  ])('of the band %s is not made longer by one of the platform’s own of %i days', (band, days) => {
    const rating = { band, gate: 'review' } as const;
    expect(nextReviewOn('2023-01-01', rating, { ...profile, reviewEveryDays: { days, reason: 'Quiet.' } })).toBe(
      nextReviewOn('2023-01-01', rating, profile),
    );
  });

  it('of another length counts from the same approval, but leaves time to be seen', () => {
    const shorter = { ...standing, profile: { ...profile, reviewEveryDays: { days: 7, reason: 'Close watch.' } } };
    expect(adaptInterval(shorter, { notBefore: '2023-02-25' }).nextReviewOn).toBe('2023-03-02');
    expect(adaptInterval(shorter, { notBefore: '2023-03-05' }).nextReviewOn).toBe('2023-03-05');
  });

  it('never puts an open review off, and may bring it forward', () => {
    const head = asked();
    const longer = { ...head, profile: { ...profile, reviewEveryDays: { days: 200, reason: 'Quiet.' } } };
    expect(adaptInterval(longer, { notBefore: '2023-02-24' })).toEqual(longer);
    const shorter = { ...head, renewedOn: '2023-02-10', profile: { ...profile, reviewEveryDays: { days: 7, reason: 'Now.' } } };
    expect(adaptInterval(shorter, { notBefore: '2023-02-24' })).toMatchObject({ nextReviewOn: '2023-02-24', review: { dueOn: '2023-02-24' } });
  });

  it('is left alone before the first approval', () => {
    const head = created();
    expect(adaptInterval(head, { notBefore: '2023-02-24' })).toEqual(head);
  });
});

describe('a profile', () => {
  it('is created with nothing assessed', () => {
    const step = changeProfile(undefined, { platform: 'p', profile }, by('analyst'), means);
    expect(step.to).toEqual({ platform: 'p', profile, createdAt: NOON, changedAt: NOON, latestRevision: 0 });
    expect(step.events).toMatchObject([{ type: 'platform.changed', data: { created: true, profile } }]);
  });

  it('that changes moves the review day only by another interval', () => {
    const at = '2023-02-24T12:00:00.000Z';
    const renamed = changeProfile(standing, { platform: 'p', profile: { ...profile, name: 'Another' } }, by('analyst', at), means);
    expect(renamed.to).toMatchObject({ nextReviewOn: standing.nextReviewOn, changedAt: at, createdAt: NOON });
    expect(renamed.events[0]?.data).toMatchObject({ created: false });
    const closer = { ...profile, reviewEveryDays: { days: 10, reason: 'Close watch.' } };
    expect(changeProfile(standing, { platform: 'p', profile: closer }, by('analyst', at), means).to.nextReviewOn).toBe('2023-03-05');
  });
});
