import { scaleLinear } from 'd3-scale';
import type { PlatformView } from '../api/views.ts';
import { today } from '../config.ts';
import { daysUntil, toAge, toDay } from '../format.ts';
import { t } from '../messages/text.ts';

const words = t.inbox.health;
const WEEKS = 12;
const DAY_MS = 86_400_000;

/** What is overdue, and how many reviews fall due week by week; the bars are a column of their table. */
export function ReviewHealth({ platforms }: { readonly platforms: readonly PlatformView[] }) {
  const due = platforms.flatMap(({ nextReviewOn }) => nextReviewOn ?? []).sort();
  const overdue = due.filter((day) => daysUntil(day) < 0);
  const weeks = Array.from({ length: WEEKS }, (_, week) => {
    const count = due.filter((day) => daysUntil(day) >= week * 7 && daysUntil(day) < week * 7 + 7).length;
    return { from: new Date(Date.parse(today()) + week * 7 * DAY_MS).toISOString().slice(0, 10), count };
  });
  const rows = [...(overdue.length > 0 ? [{ from: words.before, count: overdue.length }] : []), ...weeks];
  const toWidth = scaleLinear([0, Math.max(1, ...rows.map(({ count }) => count))], [0, 100]);
  const next = weeks.reduce((sum, { count }) => sum + count, 0);
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.words(overdue.length, overdue[0] ? toAge(overdue[0]) : '', next)}</p>
      <table class="compact health">
        <thead>
          <tr>
            <th scope="col">{words.columns.week}</th>
            <th scope="col" class="number">
              {words.columns.due}
            </th>
            <th scope="col" class="plot">
              <span class="visually-hidden">{words.columns.due}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, count }) => (
            <tr key={from}>
              <th scope="row">{from === words.before ? from : toDay(from)}</th>
              <td class="number">{count}</td>
              <td class="plot">
                <svg class="step" width="100%" height="14" aria-hidden="true">
                  <rect x="0" y="2" height="10" width={`${toWidth(count)}%`} />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
