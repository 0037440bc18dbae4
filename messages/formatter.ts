import type { Language } from './language.ts';

/** Texts by how many there are: CLDR's categories of the language, and before them what is said of exactly none or one. */
type Forms = { readonly 0?: string; readonly 1?: string; readonly one: string; readonly other: string };

/** The region decides how dates are written: English here is that of the Union's institutions, day before month. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' };

const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

export type Formatter = ReturnType<typeof makeFormatter>;
const made = new Map<Language, Formatter>();

/** How a language writes figures, days, lists and counts. It follows the language alone, never the machine or the browser. */
export function formatterOf(language: Language): Formatter {
  const formatter = made.get(language) ?? makeFormatter(language);
  made.set(language, formatter);
  return formatter;
}

function makeFormatter(language: Language) {
  const locale = LOCALES[language];
  const number = lazily((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
  const date = lazily((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  const list = lazily((type: 'conjunction' | 'disjunction') => new Intl.ListFormat(locale, { type }));
  const rules = lazily((type: 'cardinal' | 'ordinal') => new Intl.PluralRules(locale, { type }));
  const relative = lazily((numeric: 'auto') => new Intl.RelativeTimeFormat(locale, { numeric }));
  const write = (value: number, options: Intl.NumberFormatOptions) => number(options).format(value).replace('-', '−');
  return {
    language,
    locale,
    /** A whole number. */
    count: (value: number) => write(value, { maximumFractionDigits: 0 }),
    /** With so many decimals. */
    decimal: (value: number, digits: number) => write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    /** Points of the scale, in tenths. */
    points: (value: number) => write(value, ONE_DECIMAL),
    /** Points with their sign. */
    change: (value: number) => write(value, { ...ONE_DECIMAL, signDisplay: 'exceptZero' }),
    /** A share of 1. */
    percent: (share: number) => write(share, { style: 'percent', maximumFractionDigits: 0 }),
    /** `31 Aug 2026`, of an ISO date or instant. */
    day: (iso: string) => date({ day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(iso.slice(0, 10))),
    /** Day and minute of an instant, in UTC. */
    minute: (instant: string) => date({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)),
    /** `in 7 days`, `yesterday`; negative is past. */
    inDays: (days: number) => relative('auto').format(days, 'day'),
    and: (words: Iterable<string>) => list('conjunction').format(words),
    or: (words: Iterable<string>) => list('disjunction').format(words),
    plural: (count: number, forms: Forms): string => {
      if (count === 0 && forms[0] !== undefined) return forms[0];
      if (count === 1 && forms[1] !== undefined) return forms[1];
      return rules('cardinal').select(count) === 'one' ? forms.one : forms.other;
    },
    /** Which ordinal a place in an order takes, by CLDR: English `one`, `two`, `few`, `other`; French `one`, `other`; German `other`. */
    ordinalOf: (place: number) => rules('ordinal').select(place),
  };
}

/** Intl's objects are dear to make: each is made when it is first used, and kept. */
function lazily<Options, Made>(make: (options: Options) => Made): (options: Options) => Made {
  const kept = new Map<string, Made>();
  return (options) => {
    const key = JSON.stringify(options);
    const found = kept.get(key) ?? make(options);
    kept.set(key, found);
    return found;
  };
}
