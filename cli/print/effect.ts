import type { components } from '../../docs/api-types.ts';
import { inBand, signed } from './print.ts';

export type Effect = components['schemas']['Effect'];
type Figures = components['schemas']['Figures'];

/** What an approval would change, beforehand: today, past days, and the facts that are dropped. */
export function printEffect({ asOf, changesToday, answersUntil, inPlaceOf, today, days, dropped }: Effect): string[] {
  const until = answersUntil === null ? 'on' : `to ${answersUntil}`;
  const instead = inPlaceOf ? `, in place of revision ${inPlaceOf.revision} of ${inPlaceOf.asOf}` : '';
  return [
    changesToday ? `This is about ${asOf} and becomes the current revision.` : `This is about ${asOf} and changes nothing today.`,
    `It answers for days from ${asOf} ${until}${instead}.`,
    ...(today ? [`  today: ${changesToday ? printChange(today) : `${figures(today.after)}, as before`}`] : []),
    ...days.map(({ day, ...sides }) => `  on ${day}: ${printChange(sides)}`),
    ...(dropped.length > 0 ? [`  dropped: ${dropped.join(', ')}`] : []),
  ];
}

/** A cell of a table: what today's score would become. */
export function toShortEffect({ changesToday, today, days }: Effect): string {
  if (changesToday && today) return printChange(today);
  const first = days[0];
  return first ? `nothing today; on ${first.day}: ${printChange(first)}` : 'nothing';
}

function printChange({ before, after }: { readonly before: Figures | null; readonly after: Figures }): string {
  if (!before) return figures(after);
  if (before.point === after.point && before.band === after.band && before.gate === after.gate)
    return `${figures(after)}, range ${range(before)} becomes ${range(after)}`;
  const isRated = before.band !== 'unrated' && after.band !== 'unrated';
  return `${figures(before)} becomes ${figures(after)}${isRated ? ` (${signed(after.point - before.point).trim()})` : ''}`;
}

const figures = ({ point, band, gate }: Figures) => `${inBand(band, band === 'unrated' ? band : `${point.toFixed(1)} ${band}`)}, gate ${gate}`;
const range = ({ low, high }: Figures) => `${low} to ${high}`;
