import { arc, symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolTimes, symbolTriangle } from 'd3-shape';
import type { Band } from '../api/views.ts';

/** Distinct without colour, and more severe with every corner: a ring, a disc, a square, a diamond, a triangle. */
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
