/** What stands in a text and has no form of its own. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** They end with a blank, a bracket or a mark that closes a sentence. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>()[\]"'`|]*[^\s<>()[\]"'`|.,;:!?]/giu;
const APOSTROPHES = /(?<=\p{L})['’ʼ`´](?=\p{L})/gu;
const APART = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * The words of a text and nothing else: NFKC, small letters, one blank between words; neither marks nor web addresses. Two texts that
 * fold alike say the same, however they are wrapped, quoted, linked or listed.
 */
export function fold(text: string): string {
  return text.replace(ADDRESS, ' ').normalize('NFKC').replace(UNSEEN, '').replace(APOSTROPHES, '').toLowerCase().replace(APART, ' ').trim();
}

/** Where folded words stand in a folded text one after the other, whole, from a place on; -1 where they do not. */
export function findWords(folded: string, words: string, from = 0): number {
  for (let at = folded.indexOf(words, from); at >= 0; at = folded.indexOf(words, at + 1)) {
    const end = at + words.length;
    if ((at === 0 || folded[at - 1] === ' ') && (end === folded.length || folded[end] === ' ' || folded[end - 1] === ' ')) return at;
  }
  return -1;
}

/** Between clauses of a folded text: what ends a sentence, a colon or a semicolon. */
export const BREAK = ' \u00b6 ';
const CLAUSE_END = /[.!?:;\u3002\uff01\uff1f]+["'\u201d\u2019)\]]*(?=\s|$)|[\u3002\uff01\uff1f]/gu;

/** Folded clause by clause, so that "in Singapore." does not stand in "in Singapore and Malaysia." */
export function foldClauses(text: string): string {
  return text.split(CLAUSE_END).map(fold).filter(Boolean).join(BREAK);
}
