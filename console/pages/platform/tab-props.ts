import type { PlatformView, Score } from '../../api/views.ts';

/** A past day, and the day whose knowledge counts. */
export type Moment = { readonly asOf: string; readonly knownBy: string };
/** What every tab of a platform gets: the score with the number of the revision it is of. The moment is undefined today. */
export type TabProps = { readonly platform: PlatformView; readonly score: Score; readonly moment: Moment | undefined };

/** The last instant of a day, as the API writes instants. */
export const endOf = (day: string) => `${day}T23:59:59.999Z`;

/** What was decided by a moment: nothing is known of a day that lies behind the day whose knowledge counts. */
export const decidedBy = ({ asOf, knownBy }: Moment) => endOf(asOf < knownBy ? asOf : knownBy);
