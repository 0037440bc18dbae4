import { describe, expect, it } from 'vitest';
import { addDays, CalendarDate, toDate, toDayNumber } from '../../../domain/facts/date.ts';

describe('a calendar date', () => {
  it('is numbered from the first of January 1970', () => {
    expect(['1970-01-01', '1970-01-31', '1971-02-03', '2023-02-23', '1969-12-31'].map(toDayNumber)).toEqual([0, 30, 398, 19411, -1]);
  });

  it('is numbered as the calendar has it, for every day from 1599 to 2401 and at the ends', () => {
    const wrong: string[] = [];
    for (let day = Date.UTC(1599, 0) / 86_400_000; day < Date.UTC(2401, 0) / 86_400_000; day += 1)
      if (toDayNumber(new Date(day * 86_400_000).toISOString().slice(0, 10)) !== day) wrong.push(`${day}`);
    expect(wrong).toEqual([]);
    for (const date of ['0100-01-01', '0999-12-31', '9999-12-31']) expect(toDayNumber(date)).toBe(Date.parse(date) / 86_400_000);
    // Years below 100 have always been read as those of the last century, as Date.UTC does.
    expect(toDayNumber('0070-01-02')).toBe(1);
  });

  it('moves by days, over months and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
    expect(addDays('2021-01-01', 730)).toBe('2023-01-01');
  });

  it('is read off an instant in UTC', () => {
    expect(toDate('2023-02-23T23:59:59Z')).toBe('2023-02-23');
  });

  it('is refused when the calendar has no such day', () => {
    expect(['2023-02-29', '2023-2-1', '20230223', '2023-02-23T00:00:00Z'].map((date) => CalendarDate.safeParse(date).success)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(CalendarDate.parse('2024-02-29')).toBe('2024-02-29');
  });
});
