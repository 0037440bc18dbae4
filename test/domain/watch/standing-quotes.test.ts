import { expect, test } from 'vitest';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { namesOf } from '../../../domain/watch/names.ts';
import { listStandingQuotes } from '../../../domain/watch/standing-quotes.ts';

const source = (document?: string) => ({
  title: 'Policy',
  publisher: 'Plaza',
  published: '2024-01-01',
  reliability: 'B' as const,
  statementBy: 'platform' as const,
  ...(document !== undefined && { document }),
});
const item = (from: string, quote: string, observed: string) => ({ source: from, credibility: 2 as const, observed, quote });

test('Quotes of a document stand until a newer item of the same fact replaces them', () => {
  const assessment = Assessment.parse({
    asOf: '2024-06-01',
    sources: { old: source('policy'), new: source('policy'), press: source() },
    paths: [
      {
        id: 'store',
        jurisdictions: ['IE', 'NO'],
        mode: 'storage',
        data: 'content',
        transfer: { tool: 'scc', evidence: [item('old', 'We rely on clauses.', '2024-01-01')] },
        evidence: [
          item('old', 'In Ireland.', '2024-01-01'),
          item('new', 'In Ireland and Norway.', '2024-03-01'),
          item('press', 'Elsewhere.', '2024-04-01'),
        ],
      },
      {
        id: 'staff',
        jurisdiction: 'JP',
        mode: 'remote-access',
        data: 'content',
        evidence: [{ ...item('new', 'Not from Japan.', '2024-01-01'), stance: 'contradicts' }],
      },
    ],
  });
  expect(listStandingQuotes(assessment, 'policy')).toEqual([
    { fact: 'paths/store/transfer', item: '/paths/0/transfer/evidence/0', quote: 'We rely on clauses.' },
    { fact: 'paths/store', item: '/paths/0/evidence/1', quote: 'In Ireland and Norway.' },
  ]);
  expect(listStandingQuotes(assessment, 'terms')).toEqual([]);
});

test('The names of a platform are those of its profile, with and without the form of the company', () => {
  expect(namesOf({ name: 'Plaza', operator: 'Plaza Technology Limited (Ireland), with another', parent: 'Square Holdings Ltd.' })).toEqual({
    own: ['Plaza', 'Plaza Technology Limited', 'Plaza Technology'],
    group: ['Square Holdings Ltd.', 'Square Holdings', 'Square'],
  });
});
