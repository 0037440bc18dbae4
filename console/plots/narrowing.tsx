import { pickNext } from '../../domain/explain/pick-next.ts';
import { saySentence } from '../../messages/say-sentence.ts';
import type { Explanation } from '../api/views.ts';
import { toChange } from '../format.ts';
import { t } from '../messages/text.ts';
import { Scroll } from '../parts/scroll.tsx';
import { withoutFigures } from '../parts/without-figures.ts';

const words = t.platform.next;
const MOST = 6;
type Marginal = Explanation['marginal'][number];

/** What finding one thing out would do: to the gate and the band first, then to the width of the range, then to what is open. */
export function Narrowing({ explain, width, isRated }: { readonly explain: Explanation; readonly width: number; readonly isRated: boolean }) {
  const moving = explain.marginal.filter(({ change }) => change.gate || change.band || change.width < 0 || change.open < 0).sort(byWhatItMoves);
  const shown = moving.slice(0, MOST);
  const { columns } = words;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>
        {pickNext(isRated ? explain.summary : withoutFigures(explain.summary))
          .map((sentence) => saySentence(t.explanation, sentence))
          .join(' ')}
      </p>
      {shown.length > 0 && (
        <Scroll label={words.title}>
          <table class="compact">
            <thead>
              <tr>
                <th scope="col">{columns.act}</th>
                {isRated && (
                  <>
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
                    <th scope="col" class="number">
                      {columns.open}
                    </th>
                  </>
                )}
                <th scope="col">{columns.becomes}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ act, ref, change }) => (
                <tr key={`${act} ${ref}`}>
                  <th scope="row">{words.acts[act](toRef(ref))}</th>
                  {isRated && (
                    <>
                      <td class="number">{toChange(change.width)}</td>
                      <td class="small-range">
                        <svg class="width-bar" width="100%" height="14" aria-hidden="true">
                          <rect class="left" x="0%" width={toShare(Math.min(width, width + change.width))} y="3" height="8" />
                          <rect class="gone" x={toShare(width + change.width)} width={toShare(-change.width)} y="3" height="8" />
                        </svg>
                      </td>
                      <td class="number">{toChange(change.point)}</td>
                      <td class="number">{toChange(change.high)}</td>
                      <td class="number">{toChange(change.open)}</td>
                    </>
                  )}
                  <td>{toBecomes(change)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {moving.length < explain.marginal.length && <p class="note">{words.unchanged(explain.marginal.length - moving.length)}</p>}
    </section>
  );
}

const toShare = (points: number) => `${Math.max(0, points).toFixed(1)}%`;
const toRef = (ref: string) => t.modeNouns[ref as keyof typeof t.modeNouns] ?? ref;

function toBecomes({ band, gate }: Marginal['change']): string {
  return [gate && t.gates[gate], band && t.bands[band]].filter(Boolean).join(', ');
}

function byWhatItMoves({ change: x }: Marginal, { change: y }: Marginal): number {
  return (
    Number(y.gate !== undefined) - Number(x.gate !== undefined) ||
    Number(y.band !== undefined) - Number(x.band !== undefined) ||
    x.width - y.width ||
    x.open - y.open
  );
}
