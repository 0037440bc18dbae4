import { describe, expect, it, test } from 'vitest';
import { compareTexts } from '../../../domain/watch/compare-texts.ts';
import { foldClauses } from '../../../domain/watch/fold.ts';
import { toPlainLine } from '../../../domain/watch/plain-line.ts';
import { readBlocks } from '../../../domain/watch/read-blocks.ts';
import { readClaim } from '../../../domain/watch/read-claim.ts';
import { readSentences } from '../../../domain/watch/read-sentences.ts';

const NAMES = { own: ['Example'], group: [] };
const many = (text: string, times = 100_000) => text.repeat(times);

/** Each of them would take minutes or years where a pattern is tried from every place, or in every way. */
describe('A text made to be slow', () => {
  test.each<[string, string, string]>([
    ['a row that is almost a divider', `| ${many('-', 200)}x |`, `${many('-', 200)}x`],
    ['a heading with a gap', `# Places${many(' ')}of storage ##`, 'Places of storage'],
    ['a heading of closing signs', `# Places ${many('#')}x`, `Places ${many('#')}x`],
    ['a lead-in that is long', `${many('a')}.:`, `${many('a')}.:`],
  ])('is read: %s', (_, markdown, text) => {
    expect(readBlocks(markdown).map((block) => block.text)).toEqual([text]);
  });

  test.each(['![', '![a](', '<http:', '[a]('])('is read: "%s" over and over', (part) => {
    expect(toPlainLine(many(part))).toContain(part);
  });

  it('is folded: full stops over and over', () => {
    expect(foldClauses(`a${many('.')}b`)).toBe('a b');
  });

  it('is read: a name over and over', () => {
    expect(readClaim({ text: many('A.', 50_000) }, 'en', NAMES).companies).toEqual([]);
  });

  it('is cut where a sentence does not end', () => {
    const sentences = readSentences(many('We store it in Ireland and ', 1000));
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentences.map(({ text }) => text).join(' ')).toBe(many('We store it in Ireland and ', 1000).trim());
    expect(readSentences(many('😀', 9000)).every(({ text }) => text.isWellFormed())).toBe(true);
  });

  it('repeats no more of a lead-in than its end', () => {
    const items = readBlocks(`${many('a ')}in:\n\n${many('- Ireland\n', 10)}`).filter(({ group }) => group !== undefined);
    expect(items.length).toBe(10);
    for (const { lead = '' } of items) expect(lead).toMatch(/^[a ]{997}in:$/);
  });

  it('of which everything is new is compared without pairs', () => {
    const text = (country: string, times: number) => Array.from({ length: times }, (_, i) => `We store file ${i} in ${country}.`).join('\n\n');
    const kinds = (times: number) =>
      new Set(
        compareTexts({ before: text('Ireland', times), after: text('Norway', times), language: 'en', names: NAMES }).changes.map(({ kind }) => kind),
      );
    expect(kinds(20)).toEqual(new Set(['reworded']));
    expect(kinds(1500)).toEqual(new Set(['came', 'went']));
  });
});
