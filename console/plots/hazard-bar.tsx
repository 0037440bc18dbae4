import { toDecimal, toPercent } from '../format.ts';
import { t } from '../messages/text.ts';

export type Share = { readonly low: number; readonly point: number; readonly high: number };

const at = (share: number) => `${(share * 100).toFixed(2)}%`;

/** A hazard on 0 to 1, with what is not known about it. */
export function HazardBar({ hazard: { low, point, high } }: { readonly hazard: Share }) {
  return (
    <svg class="hazard-bar" width="100%" height="16" role="img" aria-label={t.range(toPercent(low), toPercent(point), toPercent(high))}>
      <line class="lead" x1="0%" x2="100%" y1="8" y2="8" />
      <rect class="known" x="0%" width={at(point)} y="3" height="10" />
      {high > low && <rect class="open" x={at(low)} width={at(high - low)} y="5.5" height="5" />}
    </svg>
  );
}

/** The twin of the bar, with two decimal places; a dash where all is known. */
export const toShareRange = ({ low, high }: Share) => (high > low ? `${toDecimal(low, 2)}–${toDecimal(high, 2)}` : '–');
