import { today } from '../config.ts';
import { endOf, type Moment } from '../pages/platform/tab-props.ts';
import { useRead } from './use-read.ts';
import type { PlatformView, Score } from './views.ts';

/** What stood on a past day: the revision, and what was published then; undefined: nothing had been published yet. */
type Standing = { readonly revision: number | undefined; readonly published: Score | undefined };
type ScorePage = { readonly items: readonly Score[] };

/** The revision that stood by the end of a past day. Before the first publication it is the first that was ever approved, as in the API’s differences of two days. */
export function useStanding(platform: PlatformView | undefined, moment: Moment | undefined) {
  const isPast = moment !== undefined && moment.knownBy < today();
  const path = platform?.approved ? `/v1/platforms/${platform.id}/scores` : undefined;
  const stood = useRead<Score>(path && isPast ? `${path}/at/${endOf(moment.knownBy)}` : undefined);
  const isBefore = stood.problem?.status === 404;
  const first = useRead<ScorePage>(path && isBefore ? `${path}?limit=1` : undefined);
  const published = stood.data ?? first.data?.items[0];
  const standing: Standing = isPast
    ? { revision: published?.assessment.revision, published: stood.data }
    : { revision: platform?.approved?.revision, published: undefined };
  return { standing, isPast, failed: [isBefore ? undefined : stood, first].find((reading) => reading?.problem) };
}
