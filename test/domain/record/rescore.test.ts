import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../../domain/facts/date.ts';
import { rescore } from '../../../domain/record/rescore.ts';
import { assessment, path } from '../facts.ts';
import { approved, created, facts, headAfter, means, recordedOf, typesOf } from './platform.ts';

const { head, revision } = approved(created());
const noonOf = (day: string) => `${day}T12:00:00.000Z`;
const dueOn = head.nextReviewOn ?? '';

describe('the machine’s look at a platform', () => {
  it('says nothing where nothing has changed', () => {
    expect(rescore(head, revision, noonOf('2023-02-23'), means)).toMatchObject({ events: [], record: [] });
  });

  it('publishes what time alone has changed, with causes, under its own name', () => {
    const step = rescore(head, revision, noonOf('2024-08-20'), means);
    expect(typesOf(step)).toContain('score.published');
    expect(step.events[0]).toMatchObject({ by: 'whereabouts', data: { causes: [{ kind: 'time' }] } });
    const score = recordedOf(step, 'score');
    expect(score).toMatchObject({ asOf: '2024-08-20', assessment: { revision: 1 } });
    expect(score.freshUntil).toBe(step.to.nextReviewOn);
    // An approval sets the interval, a new score of the same facts does not.
    expect(step.to.renewedOn).toBe('2023-02-23');
  });

  it('opens the review on its day, once', () => {
    const before = rescore(head, revision, noonOf(addDays(dueOn, -1)), means);
    expect(before.to.review).toBeUndefined();
    const step = rescore(head, revision, noonOf(dueOn), means);
    expect(step.to.review).toMatchObject({ dueOn, reasons: [{ kind: 'interval', data: { dueOn } }] });
    const again = rescore(headAfter(step, head), revision, noonOf(dueOn), means);
    expect(again.events).toEqual([]);
  });

  test.each([
    [0, undefined],
    [1, 1],
    [6, 1],
    [7, 7],
    [29, 7],
    [30, 30],
    [90, 30],
  ])('announces a review that is %i days late at the step %s', (days, reached) => {
    const opened = headAfter(rescore(head, revision, noonOf(dueOn), means), head);
    const step = rescore(opened, revision, noonOf(addDays(dueOn, days)), means);
    const overdue = step.events.filter(({ type }) => type === 'review.overdue');
    expect(overdue.map(({ data }) => data.days)).toEqual(reached === undefined ? [] : [reached]);
    expect(step.to.review?.announced).toBe(reached ?? 0);
  });

  it('announces each step once', () => {
    const opened = headAfter(rescore(head, revision, noonOf(dueOn), means), head);
    const late = headAfter(rescore(opened, revision, noonOf(addDays(dueOn, 2)), means), opened);
    expect(typesOf(rescore(late, revision, noonOf(addDays(dueOn, 3)), means))).not.toContain('review.overdue');
  });

  it('opens a review for a register that reads differently for a jurisdiction of the file, and for no other', () => {
    const { CN, ...others } = means.register.jurisdictions;
    const rows = CN?.rows.map((row) => ({ ...row, reachAbroad: 0 })) ?? [];
    const next = { ...means.register, version: 'jr-next' };
    const touched = rescore(head, revision, noonOf('2023-02-23'), {
      ...means,
      register: { ...next, jurisdictions: { ...others, CN: { ...CN, rows } } as never },
    });
    expect(touched.to.review?.reasons).toContainEqual(
      expect.objectContaining({ kind: 'register-changed', data: { from: means.register.version, to: 'jr-next', jurisdictions: ['CN'] } }),
    );
    const carried = rescore(head, revision, noonOf('2023-02-23'), { ...means, register: next });
    expect(carried.to.review).toBeUndefined();
    expect(typesOf(carried)).toEqual(['score.published']);
    expect(carried.to.published?.register).toBe('jr-next');
  });

  it('brings the review forward for a band that asks for closer watch, with a week’s notice, and puts none off', () => {
    const mild = approved(created(), assessment([path('IE', 'storage', { ended: undefined })], { asOf: '2023-02-20' }));
    const graver = { ...mild.revision, assessment: facts };
    const step = rescore({ ...mild.head, nextReviewOn: '2023-08-01', renewedOn: '2023-02-23' }, graver, noonOf('2023-02-24'), means);
    expect(typesOf(step)).toContain('score.band-changed');
    expect((step.to.nextReviewOn ?? '') < '2023-08-01').toBe(true);
    const milder = { ...revision, assessment: mild.revision.assessment };
    expect(rescore(head, milder, noonOf('2023-02-24'), means).to.review?.dueOn).toBe('2023-03-03');
  });
});
