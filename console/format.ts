import { now } from './config.ts';
import { t } from './messages/text.ts';

/** Dates and figures follow the reader's own settings, words the language of the messages. */
const LOCALE = navigator.language;
const DAY_MS = 86_400_000;

const oneDecimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat(t.language, { numeric: 'auto' });
const regions = new Intl.DisplayNames(t.language, { type: 'region', fallback: 'code' });
const list = new Intl.ListFormat(t.language, { type: 'conjunction' });
const whole = new Intl.NumberFormat(LOCALE);

export const toPoints = (points: number) => oneDecimal.format(points).replace('-', '−');
export const toChange = (points: number) => signed.format(points).replace('-', '−');
export const toPercent = (share: number) => percent.format(share);
export const toCount = (count: number) => whole.format(count);
export const toDay = (date: string) => day.format(new Date(date.slice(0, 10)));
export const toMinute = (instant: string) => minute.format(new Date(instant));
export const toList = (words: Iterable<string>) => list.format(words);

/** Days from today to a date; negative: it is past. */
export const daysUntil = (date: string) => Math.round((Date.parse(date.slice(0, 10)) - Date.parse(now().toISOString().slice(0, 10))) / DAY_MS);

/** "412 days ago", "in 7 days", "today". */
export const toAge = (date: string) => relative.format(daysUntil(date), 'day');

/** The name of a jurisdiction, or of what stands beside them in a score. */
export function toName(code: string): string {
  const special = t.contributors[code as keyof typeof t.contributors];
  if (special !== undefined) return special;
  return /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code;
}
