import { alphaOf, countReviews, type Half, type Measured, measureTerms, moreDemanding, type Share, wilson } from './measure-terms.ts';

const two = (figure: number) => figure.toFixed(2);
const say = (share: Share) => {
  const [low, high] = wilson(share);
  return `${two(share.hits / share.of)} (${two(low)} to ${two(high)}; ${share.hits} of ${share.of})`;
};
const LANGUAGES = { en: 'English', fr: 'French', de: 'German' } as const;

/** The part of docs/constant-review.md on the labelled changes: aggregates alone. */
export function describeTerms(): string {
  const [seen, unseen] = [measureTerms('seen'), measureTerms('unseen')];
  const rows = (half: Half, items: readonly Measured[]) => [
    toRow(half, 'both readers', items, moreDemanding),
    toRow(half, 'reader A', items, ({ a }) => a),
    toRow(half, 'reader B', items, ({ b }) => b),
    ...Object.entries(LANGUAGES).map(([code, name]) =>
      toRow(
        half,
        `both, ${name}`,
        items.filter(({ language }) => language === code),
        moreDemanding,
      ),
    ),
  ];
  const all = [...seen, ...unseen];
  return `| half | against | changes | precision of reviews | recall of reviews |
| --- | --- | --- | --- | --- |
${[...rows('unseen', unseen), ...rows('seen', seen)].join('\n')}

Krippendorff's alpha of the two readers (nominal, three labels): ${two(alphaOf(all))} over all ${all.length}, ${two(alphaOf(unseen))} over the unseen half.
They differ on ${all.filter(({ a, b }) => a !== b).length}; of these, ${all.filter(({ a, b }) => a !== b && (a === 'review') !== (b === 'review')).length} on whether it is a review.`;
}

function toRow(half: Half, against: string, items: readonly Measured[], labelBy: (item: Measured) => Measured['a']): string {
  const { precision, recall } = countReviews(items, labelBy);
  return `| ${half} | ${against} | ${items.length} | ${say(precision)} | ${say(recall)} |`;
}
