import type { Assessment, Path } from '../domain/facts/assessment.ts';

export const PLATFORM = 'example-chat';
export const PROFILE = { name: 'Example Chat', operator: 'Example Chat Ltd' };

/** What the platform was at five times; no file carries the facts of an earlier one on. */
const PATHS: Readonly<Record<string, readonly (readonly [jurisdiction: string, mode: Path['mode']])[]>> = {
  '2019-12-31': [['US', 'storage']],
  '2021-03-18': [
    ['JP', 'storage'],
    ['CN', 'remote-access'],
  ],
  '2022-06-30': [
    ['JP', 'storage'],
    ['SG', 'remote-access'],
  ],
  '2024-03-31': [['KR', 'storage']],
  '2026-06-30': [['IE', 'storage']],
};

export const DAYS = Object.keys(PATHS);

/** The file of a day: each path seen on it, in one report of that day. */
export function fileOf(day: string): Assessment {
  return {
    asOf: day,
    sources: { report: { title: `The state of ${day}`, publisher: 'The regulator', published: day, reliability: 'A' } },
    paths: (PATHS[day] ?? []).map(([jurisdiction, mode]) => ({
      id: `${mode}-${jurisdiction.toLowerCase()}`,
      jurisdiction,
      mode,
      data: 'content',
      evidence: [{ source: 'report', credibility: 1, observed: day, quote: `It is so, from ${jurisdiction}.` }],
    })),
    // Both halves have been looked at, so that each file is rated.
    complete: { 'remote-access': { evidence: [{ source: 'report', credibility: 1, observed: day, quote: 'No other staff reach it.' }] } },
  };
}

/** The order in which the five are approved: neither by day nor backwards. */
export const OUT_OF_ORDER = ['2022-06-30', '2019-12-31', '2026-06-30', '2021-03-18', '2024-03-31'];

/** A day, and the file that answers for it. */
export const ANSWERS: readonly (readonly [day: string, file: string])[] = [
  ['2019-06-01', '2019-12-31'],
  ['2019-12-31', '2019-12-31'],
  ['2021-03-17', '2019-12-31'],
  ['2021-03-18', '2021-03-18'],
  ['2022-06-29', '2021-03-18'],
  ['2023-02-23', '2022-06-30'],
  ['2024-03-31', '2024-03-31'],
  ['2026-07-01', '2026-06-30'],
];
