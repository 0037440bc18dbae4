import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { now } from '../config.ts';
import { toDay } from '../format.ts';
import type { Share } from './hazard-bar.tsx';
import { useWidth } from './use-width.ts';

const HEIGHT = 180;
const EDGE = { left: 34, right: 16, top: 10, bottom: 28 } as const;
/** Where a row without a beginning is begun. */
const BEGINNING = '2016-01-01';

export type LawRow = {
  readonly from: string | null;
  readonly to: string | null;
  readonly hazard: Share;
  readonly adequacy: string | null;
  readonly note: string | null;
};
type Step = { readonly on: Date; readonly hazard: Share };

/** The hazard of a jurisdiction as a step line, row by row of the register. */
export function HazardHistory({ rows, label }: { readonly rows: readonly LawRow[]; readonly label: string }) {
  const { element, width } = useWidth<SVGSVGElement>();
  const end = now();
  const steps: Step[] = rows.map(({ from, hazard }) => ({ on: new Date(from ?? BEGINNING), hazard }));
  const last = steps.at(-1);
  if (last) steps.push({ ...last, on: end });
  const x = scaleUtc([steps[0]?.on ?? end, end], [EDGE.left, width - EDGE.right]);
  const y = scaleLinear([0, 1], [HEIGHT - EDGE.bottom, EDGE.top]);
  const toLine = line<Step>()
    .x(({ on }) => x(on))
    .y(({ hazard }) => y(hazard.point))
    .curve(curveStepAfter);
  const toArea = area<Step>()
    .x(({ on }) => x(on))
    .y0(({ hazard }) => y(hazard.low))
    .y1(({ hazard }) => y(hazard.high))
    .curve(curveStepAfter);
  return (
    <svg ref={element} class="history" height={HEIGHT} role="img" aria-label={label}>
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <g key={tick}>
          <line class="edge" x1={EDGE.left} x2={width - EDGE.right} y1={y(tick)} y2={y(tick)} />
          <text x={EDGE.left - 6} y={y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      <path class="range" d={toArea(steps) ?? ''} />
      <path class="point" d={toLine(steps) ?? ''} />
      {x.ticks(width / 150).map((tick) => (
        <text key={tick.getTime()} x={x(tick)} y={HEIGHT - EDGE.bottom + 20} text-anchor="middle">
          {toDay(tick.toISOString())}
        </text>
      ))}
    </svg>
  );
}
