const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The words of a folded text, each once; without blanks between words each sign is taken for one. */
export function toWordSet(folded: string): Set<string> {
  const words = folded === '' ? [] : folded.split(' ');
  return new Set(HAN.test(folded) ? words.flatMap((word) => (HAN.test(word) ? [...word] : [word])) : words);
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared;
}

/** How much of a shorter passage stands in a longer one, or of a sentence in its rewording: 0 to 1. */
export function shareWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = countShared(one, other);
  const least = Math.min(one.size, other.size);
  return least === 0 ? 0 : Math.max((2 * shared) / (one.size + other.size), least >= 4 ? (0.75 * shared) / least : 0);
}
