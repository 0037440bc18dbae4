import { describe, expect, it, test } from 'vitest';
import { type ApprovedRevision, answerByHead, answerFor, lastOf, nextDayAfter } from '../../../domain/record/time-line.ts';
import { approved as approve, created } from './platform.ts';

const revision = (number: number, asOf: string, more: Partial<ApprovedRevision> = {}): ApprovedRevision => ({
  revision: number,
  hash: `${number}`,
  asOf,
  submittedBy: 'analyst',
  approvedBy: 'reviewer',
  approvedAt: '2026-01-01T00:00:00.000Z',
  approval: number,
  ...more,
});

/** Approved out of order: revision 1 is of 2021, 2 of 2019, 3 of 2024, and 4 is of 2021 once more. */
const line = [revision(1, '2021-03-18'), revision(2, '2019-12-31'), revision(3, '2024-08-31'), revision(4, '2021-03-18')];

describe('the revision that answers for a day', () => {
  test.each<[string, string, readonly ApprovedRevision[], number | undefined, boolean]>([
    ['is the one of that very day', '2024-08-31', line, 3, false],
    ['is the one with the greatest day not after it', '2024-08-30', line, 4, false],
    ['is the one approved last of two of the same day', '2021-03-18', line, 4, false],
    ['is an older one for an older day', '2021-03-17', line, 2, false],
    ['is the newest for today', '2026-11-30', line, 3, false],
    ['is the earliest where none is that early, and says so', '2018-01-01', line, 2, true],
    ['is the one approved last of the earliest', '2018-01-01', [revision(1, '2021-03-18'), revision(2, '2021-03-18')], 2, true],
    ['is the only one', '2018-01-01', [revision(1, '2021-03-18')], 1, true],
    ['is none where nothing is approved', '2024-01-01', [], undefined, false],
    [
      'is the one approved last whatever the clock said',
      '2021-03-18',
      [revision(1, '2021-03-18', { approvedAt: '2026-02-01T00:00:00.000Z', approval: 2 }), revision(2, '2021-03-18', { approval: 1 })],
      1,
      false,
    ],
    [
      'is by the time of approval among those of 0.1.0, which were not counted',
      '2021-03-18',
      [
        revision(1, '2021-03-18', { approvedAt: '2026-02-01T00:00:00.000Z', approval: undefined }),
        revision(2, '2021-03-18', { approval: undefined }),
      ],
      1,
      false,
    ],
    [
      'is one that was counted before one of 0.1.0',
      '2021-03-18',
      [revision(2, '2021-03-18', { approval: undefined }), revision(1, '2021-03-18')],
      1,
      false,
    ],
  ])('%s', (_, day, approved, number, noneThatEarly) => {
    const answering = answerFor(day, approved);
    expect(answering?.approved.revision).toBe(number);
    expect(answering?.noneThatEarly ?? false).toBe(noneThatEarly);
    expect(answerFor(day, approved.toReversed())?.approved.revision).toBe(number);
  });

  it('is given by the head alone from the current day on, and for every day where nothing else is approved', () => {
    const { head } = approve(created());
    const current = head.approved;
    expect(answerByHead(head, '2023-02-20')).toEqual({ approved: current, noneThatEarly: false });
    expect(answerByHead(head, '2020-01-01')).toEqual({ approved: current, noneThatEarly: true });
    expect(answerByHead({ ...head, approvals: 2 }, '2023-02-19')).toBeUndefined();
    expect(answerByHead({ ...head, approvals: undefined } as unknown as typeof head, '2023-02-20')).toBeUndefined();
  });
});

it('the current revision is the one of the latest day', () => {
  expect(lastOf(line)?.revision).toBe(3);
  expect(lastOf([])).toBeUndefined();
});

test.each([
  ['2018-01-01', '2019-12-31'],
  ['2019-12-31', '2021-03-18'],
  ['2021-03-18', '2024-08-31'],
  ['2024-08-31', undefined],
])('a file of %s answers until %s', (asOf, next) => {
  expect(nextDayAfter(asOf, line)).toBe(next);
});
