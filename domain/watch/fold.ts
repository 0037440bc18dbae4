/** What stands in a text and has no form of its own. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** They end with a blank, a bracket or a mark that closes a sentence. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>()[\]"'`|]*[^\s<>()[\]"'`|.,;:!?]/giu;
const APOSTROPHES = /(?<=\p{L})['’ʼ`´](?=\p{L})/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
const IS_ASCII = /^[\x00-\x7f]*$/;
const ASCII_APOSTROPHES = /(?<=[a-z])['`](?=[a-z])/gi;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark between clauses is kept.
const ASCII_APART = /[^a-z0-9\x01]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark between clauses is kept.
const APART = /[^\p{L}\p{N}\p{M}\x01]+/gu;

/**
 * The words of a text and nothing else: NFKC, small letters, one blank between words; neither marks nor web addresses. Two texts that
 * fold alike say the same, however they are wrapped, quoted, linked or listed.
 */
export function fold(text: string): string {
  const words = text.includes('://') || text.includes('www.') ? text.replace(ADDRESS, ' ') : text;
  // Most of what is written is ASCII, which takes a tenth of the time.
  if (IS_ASCII.test(words)) return words.replace(ASCII_APOSTROPHES, '').toLowerCase().replace(ASCII_APART, ' ').trim();
  return words.normalize('NFKC').replace(UNSEEN, '').replace(APOSTROPHES, '').toLowerCase().replace(APART, ' ').trim();
}

/** Where folded words stand in a folded text one after the other, whole, from a place on; -1 where they do not. */
export function findWords(folded: string, words: string, from = 0): number {
  for (let at = folded.indexOf(words, from); at >= 0; at = folded.indexOf(words, at + 1)) {
    const end = at + words.length;
    if ((at === 0 || folded[at - 1] === ' ') && (end === folded.length || folded[end] === ' ' || folded[end - 1] === ' ')) return at;
  }
  return -1;
}

/** Between clauses of a folded text, where a sentence ends or a colon or semicolon stands: a sign that no text has. */
const MARK = '\x01';
export const BREAK = ` ${MARK} `;
/** A full stop before a small letter belongs to an abbreviation: "in the U.S. and in Singapore". */
const CLAUSE_END =
  /(?<![.!?:;\uff01\uff1f\u3002])(?:[.!?](?!["'\u201d\u2019)\]]*\s+["'\u201c\u2018([]*\p{Ll})|[:;\u3002\uff01\uff1f])+["'\u201d\u2019)\]]*(?=\s|$)|[\u3002\uff01\uff1f]/gu;
/** The same of sentences, which go on after a colon or a semicolon. */
const SENTENCE_END = /(?<![.!?])(?:[.!?](?!["'\u201d\u2019)\]]*\s+["'\u201c\u2018([]*\p{Ll}))+["'\u201d\u2019)\]]*(?=\s|$)|[\u3002\uff01\uff1f]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is our mark.
const MARKS = / ?\x01[ \x01]*/g;

/** Folded clause by clause, so that "in Singapore." does not stand in "in Singapore and Malaysia."; each text is at least one clause. */
export const foldClauses = (...texts: readonly string[]): string => foldParts(texts, CLAUSE_END);

/** The sentences of a text, folded; each block of the text is to be given by itself. */
export const foldSentences = (text: string): string[] => foldParts([text], SENTENCE_END).split(BREAK);

function foldParts(texts: readonly string[], end: RegExp): string {
  const marked = fold(texts.join(MARK).replace(end, BREAK)).replace(MARKS, BREAK);
  return marked.slice(marked.startsWith(BREAK) ? BREAK.length : 0, marked.endsWith(BREAK) ? -BREAK.length : undefined);
}
