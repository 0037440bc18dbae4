import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readExamples } from '../../../bench/example-files.ts';
import { collapseQuotes } from '../../../domain/facts/collapse-quotes.ts';
import { expandQuotes } from '../../../domain/facts/expand-quotes.ts';

const item = (quote: string) => ({ source: 'policy', quote });

it('writes an item of several facts once, and one of a single fact where it stands', () => {
  const facts = { asOf: '2026-11-01', sources: {}, paths: [{ evidence: [item('A'), item('B')] }, { evidence: [item('A')] }] };
  expect(collapseQuotes(facts)).toEqual({
    asOf: '2026-11-01',
    sources: {},
    quotes: { 'q-policy-1': item('A') },
    paths: [{ evidence: ['q-policy-1', item('B')] }, { evidence: ['q-policy-1'] }],
  });
});

it('leaves alone what repeats nothing', () => {
  const facts = { asOf: '2026-11-01', paths: [{ evidence: [item('A')] }] };
  expect(collapseQuotes(facts)).toEqual(facts);
});

it.each(readExamples().map(({ platform, asOf, assessment }) => [`${platform} ${asOf}`, assessment] as const))(
  'is undone by expanding: %s',
  (_, assessment) => {
    const collapsed = collapseQuotes(assessment);
    expect(expandQuotes(collapsed)).toMatchObject({ value: assessment, faults: [], unused: [] });
  },
);

it('is undone by expanding, whatever the items are', () => {
  const items = fc.array(fc.constantFrom(item('A'), item('B'), item('C')), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(fc.record({ evidence: items }), { maxLength: 4 }), (paths) => {
      expect(expandQuotes(collapseQuotes({ asOf: 'x', sources: {}, paths })).value).toEqual({ asOf: 'x', sources: {}, paths });
    }),
  );
});
