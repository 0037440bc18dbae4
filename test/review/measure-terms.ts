import { readFileSync } from 'node:fs';
import { compareTexts } from '../../domain/watch/compare-texts.ts';

const LABELS = ['none', 'digest', 'review'] as const;
export type Label = (typeof LABELS)[number];
export type Half = 'seen' | 'unseen';
/** A change of the labelled set: what each reader says of it, and what the watch does. */
export type Measured = { readonly language: string; readonly a: Label; readonly b: Label; readonly watch: Label };

type Item = { id: string; language: string; platform: string; group: string[]; before: string; after: string };

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../fixtures/terms-changes/${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** Runs the watch over one half of the labelled changes. Items have neither text nor id here: the unseen half stays unseen. */
export function measureTerms(half: Half): Measured[] {
  const [a, b] = (['a', 'b'] as const).map(
    (reader) => new Map(read<{ id: string; label: Label }>(`labels-${reader}-${half}`).map(({ id, label }) => [id, label])),
  );
  return read<Item>(half).map(({ id, language, platform, group, before, after }) => {
    const { changes } = compareTexts({ before, after, language, names: { own: [platform], group } });
    const watch = changes.length === 0 ? 'none' : changes.some(({ grade }) => grade === 'review') ? 'review' : 'digest';
    return { language, a: labelOf(a, id), b: labelOf(b, id), watch };
  });
}

function labelOf(labels: ReadonlyMap<string, Label> | undefined, id: string): Label {
  const label = labels?.get(id);
  if (label === undefined || !LABELS.includes(label)) throw new Error('an item has no label');
  return label;
}

/** Where the readers differ, the more demanding label counts. */
export const moreDemanding = ({ a, b }: Measured): Label => (LABELS.indexOf(a) > LABELS.indexOf(b) ? a : b);

export type Share = { readonly of: number; readonly hits: number };
/** Of what the watch calls for review, how much a reader does too; of what a reader does, how much the watch finds. */
export type ReviewFigures = { readonly precision: Share; readonly recall: Share };

export function countReviews(items: readonly Measured[], labelBy: (item: Measured) => Label): ReviewFigures {
  const hits = items.filter((item) => item.watch === 'review' && labelBy(item) === 'review').length;
  return {
    precision: { hits, of: items.filter(({ watch }) => watch === 'review').length },
    recall: { hits, of: items.filter((item) => labelBy(item) === 'review').length },
  };
}

const Z = 1.959964;

/** The Wilson interval of a share at 95 % (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927). */
export function wilson({ hits, of }: Share): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const share = hits / of;
  const middle = share + Z ** 2 / (2 * of);
  const reach = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return [(middle - reach) / (1 + Z ** 2 / of), (middle + reach) / (1 + Z ** 2 / of)];
}

/** Krippendorff's alpha of two readers for nominal labels, none missing (K. Krippendorff, Content Analysis, chapter 12): 1 where they agree in all. */
export function alphaOf(pairs: readonly { readonly a: string; readonly b: string }[]): number {
  const values = pairs.flatMap(({ a, b }) => [a, b]);
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const n = values.length;
  const observed = (2 * pairs.filter(({ a, b }) => a !== b).length) / n;
  const expected = 1 - [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1));
  return expected === 0 ? 1 : 1 - observed / expected;
}
