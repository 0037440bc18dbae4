import type { ComponentChildren } from 'preact';
import { t } from '../../messages/text.ts';
import { BandTag, pointOf, spanOf } from '../../parts/band.tsx';
import { Day } from '../../parts/moment.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import type { Published } from '../../plots/series.ts';
import type { Turn } from '../../plots/turns.ts';
import { withQuery } from '../../router.ts';

const words = t.platform.history;
/** Of the scores that time alone moved, as many of the newest as are listed. */
const MOST_BY_TIME = 200;

type Row = { readonly key: string; readonly on: Date; readonly stood: Published | undefined; readonly cause: ComponentChildren };

/** The twin of the plot, newest first: each score with what is new in it, and each decision with the score that stood then. */
export function HistoryTable({ series, turns }: { readonly series: readonly Published[]; readonly turns: readonly Turn[] }) {
  const byTime = series.filter(({ cause }) => cause === 'time');
  const leftOut = new Set(byTime.slice(0, Math.max(0, byTime.length - MOST_BY_TIME)));
  const rows: Row[] = [
    ...series
      .filter((one) => !leftOut.has(one))
      .map((one) => ({ key: one.score.id ?? one.score.asOf, on: one.on, stood: one, cause: words.causes[one.cause] })),
    ...turns.map((turn) => ({
      key: `${turn.decision.id} ${turn.kind}`,
      on: turn.on,
      stood: series.findLast(({ on }) => on <= turn.on),
      cause: <DecisionTurn {...turn} />,
    })),
  ].sort((a, b) => b.on.getTime() - a.on.getTime());
  return (
    <>
      <Scroll label={words.title}>
        <table class="compact">
          <Head />
          <tbody>
            {rows.map(({ key, on, stood, cause }) => (
              <tr key={key}>
                <th scope="row">
                  <Day of={on.toISOString()} />
                </th>
                <td>{cause}</td>
                {stood ? <Stood {...stood} /> : <td colSpan={5}>–</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {leftOut.size > 0 && <p class="note">{words.leftOut(leftOut.size)}</p>}
    </>
  );
}

function Head() {
  const { columns } = words;
  return (
    <thead>
      <tr>
        <th scope="col">{columns.day}</th>
        <th scope="col">{columns.cause}</th>
        <th scope="col" class="number">
          {columns.score}
        </th>
        <th scope="col" class="number">
          {columns.range}
        </th>
        <th scope="col">{columns.band}</th>
        <th scope="col">{columns.method}</th>
        <th scope="col">{columns.register}</th>
      </tr>
    </thead>
  );
}

function DecisionTurn({ decision, kind }: Turn) {
  return (
    <>
      {words.causes.decision}: <a href={withQuery({ tab: 'decisions' })}>{t.decisions.kinds[decision.decision]}</a>, {words.turns[kind]}
    </>
  );
}

function Stood({ score }: Published) {
  return (
    <>
      <td class="number">{pointOf(score)}</td>
      <td class="number">{spanOf(score)}</td>
      <td>
        <BandTag band={score.band} />
      </td>
      <td>{score.method}</td>
      <td>{score.register.version}</td>
    </>
  );
}
