import { scaleLinear } from 'd3-scale';
import { CURRENT } from '../../domain/score/method.ts';
import type { Band, Range } from '../api/views.ts';
import { toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { toMark } from '../parts/mark.ts';

const toShare = scaleLinear([0, 100], [0, 100]);
/** A place on the scale of exposure, as a share of the plot's width. */
export const at = (points: number) => `${toShare(points).toFixed(2)}%`;

const EDGES = CURRENT.bands.slice(1).map(({ from }) => from);
/** On a picture 100 wide, stretched to the plot: one line for all edges. */
const toGrid = (height: number) => `M0 ${height / 2}H100${EDGES.map((edge) => `M${edge} 0V${height}`).join('')}`;

type BarProps = {
  readonly range: Range;
  readonly band: Band;
  /** What nobody has named; undefined where a score does not say. */
  readonly open?: number | undefined;
  readonly height?: number;
};

/**
 * What is named on 0 to 100 with the edges of the bands: solid up to what is proven, hollow as far as it cannot be excluded, the
 * band's own mark at the point. What is open is a dotted line of its own under it. Of what is unrated nothing is drawn but the scale,
 * dotted to its end: not looking shows as anything, never as little.
 */
export function RangeBar({ range: { low, point, high }, band, open, height = 28 }: BarProps) {
  const isRated = band !== 'unrated';
  const middle = height / 2;
  const foot = height - 2;
  const reach = isRated ? open : 100;
  const named = t.range(toPoints(low), toPoints(point), toPoints(high));
  const label = !isRated ? t.rangeUnrated : open === undefined ? named : `${named}; ${t.openTo(toPoints(open))}`;
  return (
    <svg class={`range-bar of-${band}`} width="100%" height={height} role="img" aria-label={label}>
      <svg viewBox={`0 0 100 ${height}`} width="100%" height={height} preserveAspectRatio="none" aria-hidden="true">
        <path class="grid" d={toGrid(height)} />
        {isRated && (
          <>
            <rect class="possible" x={point} width={high - point} y={middle - 4} height="8" />
            <rect class="proven" x={low} width={point - low} y={middle - 4} height="8" />
            <path class="end" d={`M${low} ${middle - 6}v12M${high} ${middle - 6}v12`} />
          </>
        )}
        {reach !== undefined && <path class="open" d={`M0 ${foot}H${reach}`} />}
      </svg>
      {isRated && (
        <svg x={at(point)} y={middle} overflow="visible" class={`mark band-${band}`} aria-hidden="true">
          <path d={toMark(band, 120)} />
        </svg>
      )}
      {reach !== undefined && <circle class="open-end" cx={at(reach)} cy={foot} r="2.5" />}
    </svg>
  );
}

/** The scale above range bars: edges of the bands and their names. */
export function RangeAxis() {
  return (
    <svg class="range-axis" width="100%" height="30" aria-hidden="true">
      {CURRENT.bands.map(({ name, from }, i) => {
        const to = CURRENT.bands[i + 1]?.from ?? 100;
        return (
          <text key={name} class="name" x={at((from + to) / 2)} y="10" text-anchor="middle">
            {t.bands[name]}
          </text>
        );
      })}
      {[0, ...EDGES, 100].map((edge) => (
        <text key={edge} class="tick" x={at(edge)} y="26" text-anchor={edge === 0 ? 'start' : edge === 100 ? 'end' : 'middle'}>
          {edge}
        </text>
      ))}
    </svg>
  );
}

/** What the kinds of bar and line mean. */
export function RangeLegend() {
  return (
    <ul class="legend">
      {(['proven', 'possible', 'open'] as const).map((kind) => (
        <li key={kind}>
          <svg class="range-bar of-unrated" width="28" height="14" aria-hidden="true">
            {kind === 'open' ? <path class="open" d="M1 7H27" /> : <rect class={kind} x="1" y="3" width="26" height="8" />}
          </svg>
          <small>{t.platforms.legend[kind]}</small>
        </li>
      ))}
    </ul>
  );
}
