const IMAGE = /!\[[^[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)/gu;
/** Text in brackets, then the address in parentheses, which may hold one pair of its own and a title. */
const LINK = /\[((?:[^[\]\\]|\\.)*)\]\((?:[^()\\]|\\.|\([^()]*\))*\)/gu;
const AUTOLINK = /<(?:https?:|mailto:)[^<>\s]*>/giu;
const TAG = /<\/?[a-z][^<>]*>/giu;
const EMPHASIS = /(?<!\\)(?:\*{1,3}|`+|~~)|(?<![\p{L}\p{N}\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{N}])/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39|#x27);/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'", '#x27': "'" };
const BLANKS = /[\s\p{Zs}]+/gu;

/** A line of Markdown (CommonMark, inline) as it is read: links by their words, without emphasis, tags and escapes, blanks as one. */
export function toPlainLine(markdown: string): string {
  return markdown
    .replace(IMAGE, ' ')
    .replace(LINK, '$1')
    .replace(LINK, '$1')
    .replace(AUTOLINK, ' ')
    .replace(TAG, ' ')
    .replace(EMPHASIS, '')
    .replace(ESCAPE, '$1')
    .replace(ENTITY, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(BLANKS, ' ')
    .trim();
}
