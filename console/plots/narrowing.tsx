import type { Explanation } from '../api/views.ts';
import { toChange, toList, toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { Scroll } from '../parts/scroll.tsx';

const words = t.platform.next;
const MOST = 6;
type Next = { readonly key: string; readonly name: string; readonly change: Explanation['marginal'][number]['change'] };

/** What proving or finding one thing would do to the width of the range. */
export function Narrowing({ explain, width }: { readonly explain: Explanation; readonly width: number }) {
  const { marginal, findOutNext } = explain;
  const provable = marginal.filter(({ act }) => act === 'prove-list' || act === 'prove-safeguard');
  const narrowing = provable.filter(({ change }) => change.width < 0).sort((a, b) => a.change.width - b.change.width);
  const together: Next[] =
    findOutNext && findOutNext.refs.length > 1
      ? [{ key: 'together', name: words.together(toRefs(findOutNext.refs)), change: findOutNext.change }]
      : [];
  const single = narrowing.map(({ act, ref, change }): Next => ({ key: `${act} ${ref}`, name: words.acts[act](toRef(ref)), change }));
  const shown = [...together, ...single].slice(0, MOST);
  const { columns } = words;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{toWords(explain)}</p>
      {shown.length > 0 && (
        <Scroll label={words.title}>
          <table class="compact">
            <thead>
              <tr>
                <th scope="col">{columns.act}</th>
                <th scope="col" class="number">
                  {columns.width}
                </th>
                <th scope="col" class="small-range">
                  <span class="visually-hidden">{columns.width}</span>
                </th>
                <th scope="col" class="number">
                  {columns.point}
                </th>
                <th scope="col" class="number">
                  {columns.high}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ key, name, change }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td class="number">{toChange(change.width)}</td>
                  <td class="small-range">
                    <svg class="width-bar" width="100%" height="14" aria-hidden="true">
                      <rect class="left" x="0%" width={toShare(width + change.width)} y="3" height="8" />
                      <rect class="gone" x={toShare(width + change.width)} width={toShare(-change.width)} y="3" height="8" />
                    </svg>
                  </td>
                  <td class="number">{toChange(change.point)}</td>
                  <td class="number">{toChange(change.high)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {provable.length > narrowing.length && <p class="note">{words.unchanged(provable.length - narrowing.length)}</p>}
    </section>
  );
}

const toShare = (points: number) => `${Math.max(0, points).toFixed(1)}%`;
const toRef = (ref: string) => t.modeNouns[ref as keyof typeof t.modeNouns] ?? ref;
const toRefs = (refs: readonly string[]) => toList(refs.map(toRef));

function toWords({ findOutNext }: Explanation): string {
  if (!findOutNext || findOutNext.change.width >= 0) return words.nothing;
  const { act, refs, change } = findOutNext;
  if (refs.length > 1) return words.lists(toRefs(refs), toPoints(-change.width));
  return words.one(words.acts[act](toRefs(refs)), toPoints(-change.width));
}
