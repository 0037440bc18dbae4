import type { ComponentType } from 'preact';
import { useRead } from '../api/use-read.ts';
import type { PlatformView, Score } from '../api/views.ts';
import { today } from '../config.ts';
import { t } from '../messages/text.ts';
import { Lazily } from '../parts/lazily.tsx';
import { Notice, Read } from '../parts/states.tsx';
import { useTitle } from '../parts/title.tsx';
import { usePlace, withQuery } from '../router.ts';
import type { PageProps } from './page-props.ts';
import { PlatformHead } from './platform-head.tsx';
import { PastBanner } from './platform-past.tsx';
import { PlatformSummary } from './platform-summary.tsx';
import type { Moment, TabProps } from './tab-props.ts';

const TABS: Readonly<Record<string, () => Promise<ComponentType<TabProps>>>> = {
  summary: async () => PlatformSummary,
  facts: async () => (await import('./platform-facts.tsx')).PlatformFacts,
  map: async () => (await import('./platform-map.tsx')).PlatformMap,
  history: async () => (await import('./platform-history.tsx')).PlatformHistory,
  decisions: async () => (await import('./platform-decisions.tsx')).PlatformDecisions,
  record: async () => (await import('./platform-record.tsx')).PlatformRecord,
};

/** A platform today, or as of a past day by what could be known on another. */
export function Platform({ params: { platform: id = '' } }: PageProps) {
  const { query } = usePlace();
  const moment = toMoment(query);
  const reading = useRead<PlatformView>(`/v1/platforms/${id}`);
  const at = moment ? `asOf=${moment.asOf}&knownBy=${moment.knownBy}&` : '';
  const isAssessed = reading.data ? reading.data.approved !== null : false;
  const score = useRead<Score>(isAssessed ? `/v1/platforms/${id}/score?${at}explain=true` : undefined);
  useTitle(reading.data?.name);
  const tab = query.get('tab') ?? 'summary';
  return (
    <Read from={reading} isPage>
      {(platform) => (
        <>
          {moment && <PastBanner platform={platform} moment={moment} />}
          {!platform.approved ? (
            <>
              <PlatformHead platform={platform} score={undefined} moment={moment} />
              <Notice kind="info" title={t.platform.unassessed(platform.name)} />
            </>
          ) : (
            <Read from={score}>
              {(standing) => (
                <>
                  <PlatformHead platform={platform} score={standing} moment={moment} />
                  <Tabs tab={tab} />
                  <Lazily load={TABS[tab] ?? summary} props={{ platform, score: standing, moment }} />
                </>
              )}
            </Read>
          )}
        </>
      )}
    </Read>
  );
}

const summary = async () => PlatformSummary;

function toMoment(query: URLSearchParams): Moment | undefined {
  const asOf = query.get('asOf');
  return asOf ? { asOf, knownBy: query.get('knownBy') ?? today() } : undefined;
}

function Tabs({ tab }: { readonly tab: string }) {
  const names = Object.keys(TABS) as (keyof typeof t.platform.tabs)[];
  return (
    <nav class="tabs" aria-label={t.platform.tabs.label}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={withQuery({ tab: name === 'summary' ? undefined : name })} aria-current={name === tab ? 'page' : undefined}>
              {t.platform.tabs[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
