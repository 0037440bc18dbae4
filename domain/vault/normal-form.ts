/** A text as it is compared: UTF-16 units, and where each of them began in the text as it was read. */
export type NormalForm = { readonly units: Uint16Array; readonly at: Uint32Array };

const SPACE = 0x20;
const QUOTE = 0x27;
const HYPHENS = /[\p{Pd}\u2212|]/u;
/** Single and double, of every script: which of them a page uses is a matter of its typesetting. */
const QUOTES = /["'`´\u2018-\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb\u300c-\u300f\uff02\uff07]/u;
/** What marks a list or an emphasis, and what has no form of its own. */
const UNREAD = /[*\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u2043\u2219]|\p{Default_Ignorable_Code_Point}/u;
const BLANK = /[\s\p{Zs}]/u;
const LINE_BREAK = /[\n\r\u2028\u2029\f\v]/;
const MARK = /\p{M}/u;
/** Numbers and letters of a list, and what marks a heading or a quotation. */
const ENUMERATOR = /(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|#{1,6}|>)(?=\s)/iy;
const BEFORE_ENUMERATOR = /[.:;,]/;
/** What Markdown puts around the words of a link (CommonMark 6.3) and before a sign that is to stand for itself. Each looks a bounded way ahead. */
const LINK_START = /!?\[(?=[^[\]]{0,500}\][([])/y;
const LINK_END = /\](?:\([^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,2000})?(?:\s{1,3}"[^"\n]{0,300}")?\)|\[[^[\]\s]{0,200}\])/y;
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/y;
/** By the sign that each begins with. */
const MARKUP: ReadonlyMap<string, RegExp> = new Map([
  ['!', LINK_START],
  ['[', LINK_START],
  ['\\', ESCAPE],
  [']', LINK_END],
]);
const EMPHASIS = '_';
const OF_WORD = /[\p{L}\p{N}]/u;
const SOFT_HYPHEN = 0xad;
/** What goes together into one NFKC; longer runs of marks are no writing, and cost more than they say. */
const MOST_MARKS = 8;
/** A sign that NFKC makes a whole phrase of stays as it is, so that a text grows to twice its length at most. */
const MOST_UNITS = 4;

/** What is left out besides: what Markdown marks links and emphasis with; then the numbers and letters of lists too, where a line or a clause begins. */
export type Leaving = {
  readonly withoutMarkup: boolean;
  readonly withoutNumbers: boolean;
  /** Hyphens inside words too, with the line's end behind them: nothing says whether a typesetter has put one there. */
  readonly withoutHyphens: boolean;
};

/** NFKC; one sign for all quotation marks; dashes, bars and white space as one space; neither soft hyphens nor list marks. In one pass. */
export function toNormalForm(text: string, { withoutMarkup, withoutNumbers, withoutHyphens }: Leaving): NormalForm {
  let units = new Uint16Array(text.length + MOST_UNITS);
  let at = new Uint32Array(text.length + MOST_UNITS);
  let length = 0;
  const push = (unit: number, from: number) => {
    if (length === units.length) {
      units = grow(units, new Uint16Array(2 * length));
      at = grow(at, new Uint32Array(2 * length));
    }
    units[length] = unit;
    at[length] = from;
    length += 1;
  };
  const space = (from: number) => {
    if (length > 0 && units[length - 1] !== SPACE) push(SPACE, from);
  };
  let startsLine = true;
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    if (withoutNumbers && startsLine && isListNumber(text, i)) {
      i = ENUMERATOR.lastIndex;
      continue;
    }
    const markup = withoutMarkup ? endOfMarkup(text, i) : i;
    if (markup > i) {
      i = markup;
      continue;
    }
    if (isPlain(unit) && !isMarkAt(text, i + 1)) {
      push(unit, i);
      startsLine = false;
      i += 1;
      continue;
    }
    const joined = withoutHyphens ? endOfHyphen(text, i) : i;
    if (joined > i) {
      i = joined;
      continue;
    }
    const cluster = clusterAt(text, i);
    const sign = String.fromCodePoint(cluster.codePointAt(0) ?? 0);
    const isBreak = LINE_BREAK.test(sign);
    if (BLANK.test(sign) || isBreak || HYPHENS.test(sign)) {
      space(i);
      startsLine ||= isBreak || (length > 1 && BEFORE_ENUMERATOR.test(String.fromCharCode(units[length - 2] ?? 0)));
    } else if (QUOTES.test(sign)) push(QUOTE, i);
    else if (UNREAD.test(sign)) {
      // A word that is parted at the end of a line by a soft hyphen is one word.
      if (unit === SOFT_HYPHEN) while (BLANK.test(text[i + cluster.length] ?? 'x') && breaksBefore(text, i + cluster.length)) i += 1;
    } else {
      const normal = cluster.normalize('NFKC');
      for (const one of normal.length > MOST_UNITS ? cluster.split('') : normal.split('')) {
        if (BLANK.test(one)) space(i);
        else push(QUOTES.test(one) ? QUOTE : one.charCodeAt(0), i);
      }
      startsLine = false;
    }
    i += cluster.length;
  }
  if (units[length - 1] === SPACE) length -= 1;
  return { units: units.subarray(0, length), at: at.subarray(0, length) };
}

function grow<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Letters, digits and the commonest marks of ASCII: most of what is written stands for itself. */
function isPlain(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x3b && unit !== 0x2f);
}

const isMarkAt = (text: string, i: number): boolean => text.charCodeAt(i) > 0x2ff && MARK.test(text[i] ?? '');

/** Whether only white space up to a line break stands here. */
function breaksBefore(text: string, i: number): boolean {
  return LINE_BREAK.test(text[i] ?? '') || LINE_BREAK.test(text[i - 1] ?? '') || (text[i] === ' ' && LINE_BREAK.test(text[i + 1] ?? ''));
}

function isListNumber(text: string, i: number): boolean {
  ENUMERATOR.lastIndex = i;
  return ENUMERATOR.test(text);
}

/** Where the markup ends that stands at a place, or the place itself. An address in a link is no word of the page. */
function endOfMarkup(text: string, i: number): number {
  const sign = text[i] ?? '';
  if (sign === EMPHASIS) return OF_WORD.test(text[i - 1] ?? '') && OF_WORD.test(text[i + 1] ?? '') ? i : i + 1;
  const markup = MARKUP.get(sign);
  if (!markup) return i;
  markup.lastIndex = i;
  return markup.test(text) ? markup.lastIndex : i;
}

const LETTER = /\p{L}/u;
/** Within a word a hyphen, with the end of a line behind it or not. */
const WORD_HYPHEN = /[-\u2010\u2011](?:[ \t]{0,3}(?:\r\n|[\n\r\u2028\u2029\f\v])[ \t]{0,20}){0,2}(?=\p{L})/uy;
const LINE_HYPHEN = /[-\u2010\u2011][ \t]{0,3}[\n\r\u2028\u2029\f\v]/;

/** Whether a word may be parted by a hyphen at the end of a line. */
export const hasLineHyphen = (text: string): boolean => LINE_HYPHEN.test(text);

function endOfHyphen(text: string, i: number): number {
  WORD_HYPHEN.lastIndex = i;
  return LETTER.test(text[i - 1] ?? '') && WORD_HYPHEN.test(text) ? WORD_HYPHEN.lastIndex : i;
}

const isJamo = (unit: number): boolean => unit >= 0x1100 && unit <= 0x11ff;

/** One sign with the marks that belong to it, or one syllable that is written in its parts. */
function clusterAt(text: string, i: number): string {
  const first = text.codePointAt(i) ?? 0;
  let end = i + (first > 0xffff ? 2 : 1);
  const isPart = (unit: number) => (isJamo(first) ? isJamo(unit) : isMarkAt(text, end));
  for (let marks = 0; marks < MOST_MARKS && end < text.length && isPart(text.charCodeAt(end)); marks += 1) end += 1;
  return text.slice(i, end);
}
