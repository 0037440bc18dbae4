import * as z from 'zod';
import { fault } from './fault.ts';

const OF_TODAY = new WeakSet<object>();

/** A rule for what is submitted from now on: what an earlier release has stored is read without it. */
export function ruleOfToday(holds: (value: string) => boolean, error: string | ((value: string) => string)) {
  const rule = z.refine<string>(holds, typeof error === 'string' ? error : { error: ({ input }) => error(String(input)) });
  OF_TODAY.add(rule);
  return rule;
}

export const isOfToday = (check: object): boolean => OF_TODAY.has(check);

/** Most texts, which need no further look: Latin letters, each accented one a character of its own, and the usual punctuation, with something seen at the beginning. */
const PLAIN = /^[\t\n ]*[!-~\u00A1-\u00AC\u00AE-\u017F\u2010-\u2027][\t\n -~\u00A0-\u00AC\u00AE-\u017F\u2010-\u2027\u20AC]*$/;
/** What no reader sees and every sink would have to escape for itself: controls but line feed and tab, separators of lines, halves of characters, noncharacters, changes of text direction. */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\p{Cs}]|\p{Noncharacter_Code_Point}|\p{Bidi_Control}/u;
/** What a decoder puts in the place of bytes that it cannot read. */
const REPLACED = '\uFFFD';
/** A letter, number, punctuation mark or sign; those of them that are blank by definition or by design are none. */
const SEEN = /(?![\p{Default_Ignorable_Code_Point}\u2800\uFFFC\u{13441}\u{13442}\u{1D159}])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a text has only what its reader can see, and something of it. */
function isPlain(value: string): boolean {
  return PLAIN.test(value) || (!UNSEEN.test(value) && !value.includes(REPLACED) && (SEEN.test(value) || !/\S/.test(value)));
}

function whatIsNotPlain(value: string): string {
  if (value.includes(REPLACED)) return fault('lost-bytes', placeOf(value, /\uFFFD/u));
  return UNSEEN.test(value) ? fault('unseen-characters', placeOf(value, UNSEEN)) : fault('invisible');
}

/** Where something stands and which it is, by its number, so that no message repeats it. */
function placeOf(value: string, what: RegExp): { at: number; character: string } {
  const at = value.search(what);
  return { at: [...value.slice(0, at)].length + 1, character: nameCharacter(value.slice(at)) };
}

/** The first character of a text by its number: `U+202E`. */
export function nameCharacter(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export const plainText = () => ruleOfToday(isPlain, whatIsNotPlain);

/** Of two names that look the same one could be a person's, and the other count as somebody else's. */
export const composed = () =>
  ruleOfToday(
    (value) => PLAIN.test(value) || value === value.normalize('NFC'),
    (value) => fault('not-composed', { composed: cut(value.normalize('NFC')) }),
  );

const cut = (value: string) => ([...value].length > 60 ? `${[...value].slice(0, 60).join('')}…` : value);
