import type { Language } from './language.ts';

/** A jurisdiction in a sentence, by its code: a language that declines or contracts cannot do with a name alone. */
export type Places = {
  /** `Germany`, as a heading or cell has it. */
  readonly name: (code: string) => string;
  /** With its article, as a subject has it: `the Netherlands`. */
  readonly the: (code: string) => string;
  /** `in the Netherlands`, `aux Pays-Bas`, `in den Niederlanden`. */
  readonly in: (code: string) => string;
  /** `from the Netherlands`, `depuis les Pays-Bas`, `aus den Niederlanden`. */
  readonly from: (code: string) => string;
  /** `of the Netherlands`, `des Pays-Bas`, `der Niederlande`. */
  readonly of: (code: string) => string;
};

const names = new Map<Language, Intl.DisplayNames>();

/** What Unicode's CLDR calls a region in a language, or the code itself. */
export function nameRegion(language: Language, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  names.set(language, known);
  return known.of(code) ?? code;
}
