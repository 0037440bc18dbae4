import { describe, expect, it } from 'vitest';
import { expandQuotes } from '../../../domain/facts/expand-quotes.ts';

const item = (quote: string) => ({ source: 'policy', credibility: 2, observed: '2026-10-15', quote });
const file = (rest: object) => ({ asOf: '2026-11-01', ...rest });

describe('a quote that is written once', () => {
  it('stands in every place that names it, beside what is written out, and the lists are gone', () => {
    const { value, faults, unused } = expandQuotes(
      file({
        quotes: { list: item('In two countries.'), both: [item('One.'), item('Two.')] },
        paths: [
          { id: 'a', evidence: ['list', item('Three.')], safeguards: [{ evidence: ['both'] }], transfer: { evidence: ['list'] } },
          { id: 'b', evidence: ['list'], ended: { evidence: [] } },
        ],
        complete: { storage: { evidence: ['both', 'list'] } },
      }),
    );
    expect(value).toEqual(
      file({
        paths: [
          {
            id: 'a',
            evidence: [item('In two countries.'), item('Three.')],
            safeguards: [{ evidence: [item('One.'), item('Two.')] }],
            transfer: { evidence: [item('In two countries.')] },
          },
          { id: 'b', evidence: [item('In two countries.')], ended: { evidence: [] } },
        ],
        complete: { storage: { evidence: [item('One.'), item('Two.'), item('In two countries.')] } },
      }),
    );
    expect([faults, unused]).toEqual([[], []]);
  });

  it('is traced back to the place where it was written, and what follows a list to its own place', () => {
    const { toFile } = expandQuotes({
      quotes: { both: [item('One.'), item('Two.')], one: item('x') },
      paths: [{ evidence: ['both', item('Three.'), 'one'] }],
    });
    const at = (i: number, ...more: string[]) => toFile(['paths', 0, 'evidence', i, ...more]);
    expect([at(0, 'quote'), at(1), at(2, 'source'), at(3, 'quote')]).toEqual([
      ['quotes', 'both', 0, 'quote'],
      ['quotes', 'both', 1],
      ['paths', 0, 'evidence', 1, 'source'],
      ['quotes', 'one', 'quote'],
    ]);
    expect(toFile(['paths', 0, 'mode'])).toEqual(['paths', 0, 'mode']);
  });

  it('is a fault where no list has the name, with the one that is meant', () => {
    const { faults } = expandQuotes({ quotes: { 'q-list': item('One.') }, paths: [{ evidence: ['q-lst', 'toString'] }] });
    expect(faults).toEqual([
      { place: ['paths', 0, 'evidence', 0], detail: 'there is no list "q-lst" among the quotes of this file; did you mean "q-list"?' },
      { place: ['paths', 0, 'evidence', 1], detail: 'there is no list "toString" among the quotes of this file' },
    ]);
  });

  it.each([[['a']], ['a'], [null], [1]])('is a fault where the lists are no object: %j', (quotes) => {
    expect(expandQuotes({ quotes, paths: [] }).faults).toMatchObject([{ place: ['quotes'] }]);
  });

  it.each([[undefined], [null], ['text'], [[1, 2]], [{ evidence: 'q' }]])('leaves alone what has none: %j', (value) => {
    expect(expandQuotes(value)).toMatchObject({ value, faults: [], unused: [] });
  });

  it('names the lists that nothing names', () => {
    expect(expandQuotes({ quotes: { a: item('One.') }, paths: [] }).unused).toEqual([['quotes', 'a']]);
  });
});
