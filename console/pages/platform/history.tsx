import { useReadAll } from '../../api/use-read.ts';
import type { Score } from '../../api/views.ts';
import { now } from '../../config.ts';
import type { DecisionView } from '../../decisions/decision-view.ts';
import { toDay } from '../../format.ts';
import { t } from '../../messages/text.ts';
import { pointInWords } from '../../parts/band.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { HistoryPlot, toCauseMark } from '../../plots/history.tsx';
import { type Published, toSeries } from '../../plots/series.ts';
import { listTurns, type Turn } from '../../plots/turns.ts';
import { PlatformExposure } from './exposure.tsx';
import { HistoryTable } from './history-table.tsx';
import { PastChooser } from './past.tsx';
import { endOf, type TabProps } from './tab-props.ts';

const words = t.platform.history;
const MARKS = ['first', 'facts', 'register', 'method', 'decision'] as const;

/** Two lines that are never mixed: the exposure by the facts of each day, and what stood published, day after day, what moved it, and what was decided on it; on a past day, up to that day. */
export function PlatformHistory({ platform, moment }: TabProps) {
  const scores = useReadAll<Score>(`/v1/platforms/${platform.id}/scores${moment ? `?to=${moment.knownBy}` : ''}`);
  const decisions = useReadAll<DecisionView>(`/v1/decisions?platform=${platform.id}${moment ? `&at=${endOf(moment.knownBy)}` : ''}`);
  const end = moment ? new Date(Math.min(Date.parse(endOf(moment.knownBy)), now().getTime())) : now();
  return (
    <>
      <section>
        <h2>{t.platform.past.go}</h2>
        <PastChooser />
        <p class="after-form">
          <a href={`/platforms/${platform.id}/diff`}>{words.compare}</a>
        </p>
      </section>
      <PlatformExposure platform={platform.id} moment={moment} />
      <Read from={decisions}>
        {(decided) => (
          <Read from={scores}>
            {(published) =>
              published.length === 0 ? (
                <Empty>{moment ? words.noneThen : words.none}</Empty>
              ) : (
                <History series={toSeries(published)} turns={listTurns(decided, end)} end={end} />
              )
            }
          </Read>
        )}
      </Read>
    </>
  );
}

type HistoryProps = { readonly series: readonly Published[]; readonly turns: readonly Turn[]; readonly end: Date };

function History({ series, turns, end }: HistoryProps) {
  const text = toWords(series, turns);
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p>{text}</p>
      <figure>
        <HistoryPlot series={series} turns={turns} end={end} label={text} kind="published" />
        <figcaption>
          <ul class="legend">
            {MARKS.map((cause) => (
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
      <HistoryTable series={series} turns={turns} />
    </section>
  );
}

function toWords(series: readonly Published[], turns: readonly Turn[]): string {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return words.none;
  const day = ({ on }: Published) => toDay(on.toISOString());
  const moved = words.words(series.length, day(first), day(last), pointInWords(first.score), pointInWords(last.score));
  const proposed = turns.filter(({ kind }) => kind === 'proposed').length;
  return proposed === 0 ? moved : `${moved} ${words.decided(proposed)}`;
}
