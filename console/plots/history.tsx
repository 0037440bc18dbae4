import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line, symbol, symbolCircle, symbolCross, symbolDiamond2, symbolSquare, symbolTriangle, symbolWye } from 'd3-shape';
import { CURRENT } from '../../domain/score/method.ts';
import { toDay } from '../format.ts';
import { t } from '../messages/text.ts';
import type { Cause, Plotted } from './series.ts';
import type { Turn } from './turns.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 300;
const EDGE = { left: 34, right: 66, top: 28, bottom: 46 } as const;
/** Decisions are no scores: their marks stand above the scale. */
const DECISIONS_Y = 12;
/** What is unrated has no place on the scale: its mark stands below it. */
const UNRATED_Y = HEIGHT - EDGE.bottom + 10;
/** What the marks at either end need. */
const INSET = 10;
/** The least time that is drawn, so that the days on the axis differ. */
const SHORTEST_MS = 30 * 86_400_000;
const SHAPES = {
  first: symbolWye,
  facts: symbolCircle,
  register: symbolSquare,
  method: symbolTriangle,
  time: symbolDiamond2,
  decision: symbolCross,
} as const;

type PlotProps = {
  readonly series: readonly Plotted[];
  readonly turns: readonly Turn[];
  readonly end: Date;
  readonly label: string;
  readonly kind: 'by-day' | 'published';
};

/** A step line with its range as a band; a new method breaks the line, because its figures are not to be compared. */
export function HistoryPlot({ series, turns, end, label, kind }: PlotProps) {
  const { element, width } = useWidth<SVGSVGElement>();
  const first = Math.min(end.getTime() - SHORTEST_MS, ...[series[0], turns[0]].flatMap((one) => one?.on.getTime() ?? []));
  const x = scaleUtc([new Date(first), end], [EDGE.left + INSET, width - EDGE.right - INSET]);
  const y = scaleLinear([0, 100], [HEIGHT - EDGE.bottom, EDGE.top]);
  const toArea = area<Plotted>()
    .defined(({ score }) => score.band !== 'unrated')
    .x(({ on }) => x(on))
    .y0(({ score }) => y(score.score.low))
    .y1(({ score }) => y(score.score.high))
    .curve(curveStepAfter);
  const toLine = line<Plotted>()
    .defined(({ score }) => score.band !== 'unrated')
    .x(({ on }) => x(on))
    .y(({ score }) => y(score.score.point))
    .curve(curveStepAfter);
  const runs = toRuns(series, end);
  return (
    <svg ref={element} class={`history ${kind}`} height={HEIGHT} role="img" aria-label={label}>
      {CURRENT.bands.map(({ name, from }, i) => (
        <g key={name}>
          <line class="edge" x1={EDGE.left} x2={width - EDGE.right} y1={y(from)} y2={y(from)} />
          <text x={EDGE.left - 6} y={y(from) + 4} text-anchor="end">
            {from}
          </text>
          <text x={width - EDGE.right + 8} y={y((from + (CURRENT.bands[i + 1]?.from ?? 100)) / 2) + 4}>
            {t.bands[name]}
          </text>
        </g>
      ))}
      <line class="edge" x1={EDGE.left} x2={width - EDGE.right} y1={y(100)} y2={y(100)} />
      <text x={EDGE.left - 6} y={y(100) + 4} text-anchor="end">
        100
      </text>
      {runs.map((run) => (
        <g key={run[0]?.score.id}>
          <path class="range" d={toArea(run) ?? ''} />
          <path class="point" d={toLine(run) ?? ''} />
        </g>
      ))}
      {series
        .filter(({ cause }) => cause !== 'time')
        .map(({ on, score, cause }) => (
          <g key={score.id} transform={`translate(${x(on)} 0)`}>
            {score.band !== 'unrated' && <line class="reach" y1={y(score.score.low)} y2={y(score.score.high)} />}
            <path class="mark" transform={`translate(0 ${score.band === 'unrated' ? UNRATED_Y : y(score.score.point)})`} d={toCauseMark(cause)} />
          </g>
        ))}
      {turns.map(({ on, kind, decision }) => (
        <g key={`${decision.id} ${kind}`} class={`turn ${kind}`} transform={`translate(${x(on)} 0)`}>
          <line y1={DECISIONS_Y} y2={HEIGHT - EDGE.bottom} />
          <path class="mark" transform={`translate(0 ${DECISIONS_Y})`} d={toCauseMark('decision')} />
        </g>
      ))}
      {x.ticks(width / 150).map((tick) => (
        <g key={tick.getTime()}>
          <line class="tick" x1={x(tick)} x2={x(tick)} y1={HEIGHT - EDGE.bottom} y2={HEIGHT - EDGE.bottom + 5} />
          <text x={x(tick)} y={HEIGHT - EDGE.bottom + 20} text-anchor="middle">
            {toDay(tick.toISOString())}
          </text>
        </g>
      ))}
    </svg>
  );
}

export const toCauseMark = (cause: Cause | 'decision') => symbol(SHAPES[cause], 90)() ?? '';

/** Cuts the series where the method changed; each piece reaches to where the next begins, the last to today. */
function toRuns(series: readonly Plotted[], end: Date): Plotted[][] {
  const runs: Plotted[][] = [];
  for (const one of series) {
    const run = one.cause === 'method' ? undefined : runs.at(-1);
    if (run) run.push(one);
    else runs.push([one]);
  }
  return runs.map((run, i) => {
    const last = run.at(-1);
    const until = runs[i + 1]?.[0]?.on ?? end;
    return last ? [...run, { ...last, on: until }] : run;
  });
}
