import { CURRENT } from '../../domain/score/method.ts';
import type { Band, Range } from '../api/views.ts';
import { toPoints } from '../format.ts';
import { t } from '../messages/text.ts';
import { toMark } from './mark.ts';

/** The band of a point, by the method's own edges. */
export const bandOf = (points: number): Exclude<Band, 'unrated'> => (CURRENT.bands.findLast(({ from }) => points >= from) ?? CURRENT.bands[0]).name;

type Figures = { readonly score: Range; readonly band: Band };

/** The point as it is shown: none of what is unrated, because it says nothing. */
export const pointOf = ({ score, band }: Figures) => (band === 'unrated' ? '–' : toPoints(score.point));

/** The range as it is shown: none of what is unrated, for the same reason. */
export const spanOf = ({ score: { low, high }, band }: Figures) => (band === 'unrated' ? '–' : `${toPoints(low)}–${toPoints(high)}`);

/** The point within a sentence. */
export const pointInWords = ({ score, band }: Figures) => (band === 'unrated' ? t.bands.unrated : toPoints(score.point));

/** A band by name, shape and colour; the number stands beside it. */
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
