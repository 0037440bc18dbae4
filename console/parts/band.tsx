import { arc, symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolTimes, symbolTriangle } from 'd3-shape';
import { BANDS } from '../../domain/method.ts';
import type { Band } from '../api/views.ts';
import { t } from '../messages/text.ts';

/** Told apart without colour, and graver with every corner: a ring, a disc, a square, a diamond, a triangle. */
const SHAPES = {
  low: symbolCircle,
  elevated: symbolSquare,
  high: symbolDiamond2,
  severe: symbolTriangle,
  unrated: symbolTimes,
} as const;

/** The outline of a band's mark, around 0/0; the area is in square pixels. */
export function toMark(band: Band, area: number): string {
  if (band !== 'minimal') return symbol(SHAPES[band], area)() ?? '';
  const outer = Math.sqrt(area / Math.PI) * 1.1;
  return arc()({ innerRadius: outer * 0.5, outerRadius: outer, startAngle: 0, endAngle: 2 * Math.PI }) ?? '';
}

/** The band of a point, by the method's own edges. */
export const bandOf = (points: number): Exclude<Band, 'unrated'> => (BANDS.findLast(({ from }) => points >= from) ?? BANDS[0]).name;

/** A band by word, shape and colour; the number stands beside it. */
export function BandTag({ band }: { readonly band: Band }) {
  return (
    <span class={`band band-${band}`}>
      <svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
        <path d={toMark(band, 100)} />
      </svg>
      {t.bands[band]}
    </span>
  );
}
