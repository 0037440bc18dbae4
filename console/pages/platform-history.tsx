import { useReadAll } from '../api/use-read.ts';
import type { Score } from '../api/views.ts';
import { toDay, toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { BandTag } from '../parts/band.tsx';
import { Day } from '../parts/moment.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { HistoryPlot, toCauseMark } from '../plots/history.tsx';
import { type Published, toSeries } from '../plots/series.ts';
import { PastChooser } from './platform-past.tsx';
import type { TabProps } from './tab-props.ts';

const words = t.platform.history;
/** Rows of the table: all that changed something, and of the rest the newest. */
const MOST_ROWS = 200;

/** What stood published, day after day, and what moved it. */
export function PlatformHistory({ platform }: TabProps) {
  const reading = useReadAll<Score>(`/v1/platforms/${platform.id}/scores`);
  return (
    <>
      <section>
        <h2>{t.platform.past.go}</h2>
        <PastChooser />
        <p>
          <a href={`/platforms/${platform.id}/diff`}>{words.compare}</a>
        </p>
      </section>
      <Read from={reading}>{(scores) => (scores.length === 0 ? <Empty>{words.none}</Empty> : <History series={toSeries(scores)} />)}</Read>
    </>
  );
}

function History({ series }: { readonly series: readonly Published[] }) {
  const text = toWords(series);
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{text}</p>
      <figure>
        <HistoryPlot series={series} label={text} />
        <figcaption>
          <ul class="legend">
            {(['first', 'facts', 'register', 'method'] as const).map((cause) => (
              <li key={cause}>
                <svg class="history" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
                  <path class="mark" d={toCauseMark(cause)} />
                </svg>
                {words.causes[cause]}
              </li>
            ))}
          </ul>
        </figcaption>
      </figure>
      <Table series={series} />
    </section>
  );
}

function Table({ series }: { readonly series: readonly Published[] }) {
  const { columns } = words;
  return (
    <Scroll label={words.title}>
      <table class="compact">
        <thead>
          <tr>
            <th scope="col">{columns.day}</th>
            <th scope="col" class="number">
              {columns.score}
            </th>
            <th scope="col" class="number">
              {columns.range}
            </th>
            <th scope="col">{columns.band}</th>
            <th scope="col">{columns.cause}</th>
            <th scope="col">{columns.method}</th>
            <th scope="col">{columns.register}</th>
          </tr>
        </thead>
        <tbody>
          {[...series]
            .reverse()
            .slice(0, MOST_ROWS)
            .map(({ on, score, cause }) => (
              <tr key={score.id}>
                <th scope="row">
                  <Day of={on.toISOString()} />
                </th>
                <td class="number">{toPoints(score.score.point)}</td>
                <td class="number">
                  {toPoints(score.score.low)}–{toPoints(score.score.high)}
                </td>
                <td>
                  <BandTag band={score.band} />
                </td>
                <td>{words.causes[cause]}</td>
                <td>{score.method}</td>
                <td>{score.register.version}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function toWords(series: readonly Published[]): string {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return words.none;
  const day = ({ on }: Published) => toDay(on.toISOString());
  return words.words(series.length, day(first), day(last), toPoints(first.score.score.point), toPoints(last.score.score.point));
}
