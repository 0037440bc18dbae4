const WORD = /[\p{L}\p{N}]+/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Where a sentence ends: its mark before a blank, a full stop of the East, or a paragraph or item that is left. */
const SENTENCE_END = /(?<=[.!?])\s+|(?<=[。！？])|\n\s*\n|\n(?=\s*(?:[-*\u2022]|\d+[.)])\s)/gu;
const LONGEST = 500;

/** The sentence of a text that shares most words with a quote, for whoever has misquoted it; undefined where none shares any. */
export function findNearestSentence(text: string, quote: string): string | undefined {
  const wanted = new Set(wordsOf(quote));
  let best: { sentence: string; score: number } | undefined;
  const consider = (from: number, to: number) => {
    for (let start = from; start < to; start += LONGEST) {
      const sentence = text.slice(start, Math.min(start + LONGEST, to));
      const words = new Set(wordsOf(sentence));
      let shared = 0;
      for (const word of words) if (wanted.has(word)) shared += 1;
      // Dice's coefficient: neither a long sentence nor a short one is near by its length alone.
      const score = (2 * shared) / (words.size + wanted.size);
      if (shared > 0 && score > (best?.score ?? 0)) best = { sentence, score };
    }
  };
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(SENTENCE_END)) {
    consider(from, index);
    from = index + mark.length;
  }
  consider(from, text.length);
  return best?.sentence.replace(/\s+/g, ' ').trim().toWellFormed();
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  // Without blanks between words, each sign is taken for one.
  return words.flatMap((word) => (CJK.test(word) ? [...word] : [word]));
}
