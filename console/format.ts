import { formatterOf } from '../messages/formatter.ts';
import { now } from './config.ts';
import { t } from './messages/text.ts';

const DAY_MS = 86_400_000;
const format = formatterOf(t.language);

export const toPoints = format.points;
export const toChange = format.change;
export const toPercent = format.percent;
export const toCount = format.count;
/** With so many decimals, as the language writes them. */
export const toDecimal = format.decimal;
export const toTime = (moment: Date) => moment.toLocaleTimeString(format.locale);
export const toDay = format.day;
export const toMinute = format.minute;
export const toList = format.and;

/** Days from today to a date; negative: it is past. */
export const daysUntil = (date: string) => Math.round((Date.parse(date.slice(0, 10)) - Date.parse(now().toISOString().slice(0, 10))) / DAY_MS);

/** "412 days ago", "in 7 days", "today". */
export const toAge = (date: string) => format.inDays(daysUntil(date));

/** The name of a jurisdiction, or of what stands beside them in a score. */
export function toName(code: string): string {
  const special = t.contributors[code as keyof typeof t.contributors];
  return special ?? t.places.name(code);
}
