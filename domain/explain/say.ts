import { places } from '../../messages/en/places.ts';
import type { Sentence } from './sentence.ts';
import { REACHES, TEXTS, type TextCode, WORDS } from './texts.ts';

type Parameter = string | number | readonly string[];

/** The parameters that a text names. */
type NamesIn<Text> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}:${string}` ? Name : Inside) | NamesIn<Rest>
  : never;

/** Says a sentence; the compiler asks for every parameter that its text names. */
export function say<Code extends TextCode>(code: Code, params: Record<NamesIn<(typeof TEXTS)[Code]>, Parameter>): Sentence {
  const given: Readonly<Record<string, Parameter>> = params;
  const text = TEXTS[code].replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, how?: string) => write(given[name] as Parameter, how));
  return { code, params: Object.fromEntries(Object.entries(given).map(([name, of]) => [name, isList(of) ? [...of] : of])), text };
}

/** Those of the sentences that say what to find out next, and what it would move. */
export function pickNext<S extends { readonly code: string }>(sentences: readonly S[]): S[] {
  return sentences.filter(({ code }) => /^(next|moves)-/.test(code));
}

function write(value: Parameter, how: string | undefined): string {
  if (typeof value === 'number') return writeNumber(value, how);
  const values = isList(value) ? value : [value];
  if (how === 'to') return values.join(' to ');
  if (how === 'inside') return values.length === 0 ? '' : ` (${join(values, 'and')})`;
  return join(values.map(WRITTEN[how ?? ''] ?? same), how === 'or' ? 'or' : 'and');
}

const WRITTEN: Readonly<Record<string, (code: string) => string>> = {
  words: (code) => WORDS[code] ?? code,
  reach: (code) => REACHES[code] ?? code,
  names: places.the,
};

function same(text: string): string {
  return text;
}

function writeNumber(value: number, how: string | undefined): string {
  if (how === 'signed') return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
  if (how === 'age') return value < DAYS_IN_YEAR ? (value === 1 ? '1 day' : `${value} days`) : `${(value / DAYS_IN_YEAR).toFixed(1)} years`;
  return how === 'ordinal' ? `${value}${ordinalEnding(value)}` : `${value}`;
}

const DAYS_IN_YEAR = 365;

function ordinalEnding(value: number): string {
  const last = value % 100 > 10 && value % 100 < 14 ? 0 : value % 10;
  return ['th', 'st', 'nd', 'rd'][last] ?? 'th';
}

function join(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

function isList(value: Parameter): value is readonly string[] {
  return Array.isArray(value);
}
