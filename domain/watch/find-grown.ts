import { BREAK, findWords, foldSentences } from './fold.ts';
import { listUnlike, toCompared } from './list-unlike.ts';

/** Scripts that put no blank between words. */
export const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Whether a sentence that is quoted whole has become a part of a longer one: its words still stand one after the other, and what they say
 * is another thing ("in Ireland" and "in Ireland and Singapore"). A quote of a part of a sentence says nothing of the rest of it.
 */
export function findGrown(before: string, after: string, language: string): (quote: string) => boolean {
  const [old, young] = [toCompared(before), toCompared(after)];
  let came: readonly string[][] | undefined;
  const isGrown = (sentence: string) => {
    if (!old.clauses().includes(BREAK + sentence + BREAK)) return false;
    came ??= listUnlike(old, young, language).came.map(({ text }) => foldSentences(text));
    const within = came.flat().filter((one) => one !== sentence && countIn(one, sentence) > 0);
    // Where it stands elsewhere too, it still says so.
    return within.length > 0 && countIn(young.words(), sentence) <= within.reduce((sum, one) => sum + countIn(one, sentence), 0);
  };
  return (quote) => foldSentences(quote).some((sentence) => sentence !== '' && isGrown(sentence));
}

function countIn(folded: string, words: string): number {
  const find = (from: number) => (UNPARTED.test(words) ? folded.indexOf(words, from) : findWords(folded, words, from));
  let count = 0;
  for (let at = find(0); at >= 0; at = find(at + words.length)) count += 1;
  return count;
}
