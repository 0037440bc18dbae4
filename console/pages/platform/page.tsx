import type { ComponentType } from 'preact';
import { useRead } from '../../api/use-read.ts';
import type { PlatformView, RevisionWithContent, Score } from '../../api/views.ts';
import { today } from '../../config.ts';
import { t } from '../../messages/text.ts';
import { Lazily } from '../../parts/lazily.tsx';
import { Notice, Read } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.tsx';
import { usePlace, withQuery } from '../../router.ts';
import type { PageProps } from '../page-props.ts';
import { PlatformHead } from './head.tsx';
import { PastBanner } from './past.tsx';
import { PlatformSummary } from './summary.tsx';
import { TAB_NAMES, type TabName } from './tab-names.ts';
import { endOf, type Moment, type TabProps } from './tab-props.ts';

const TABS: Readonly<Record<TabName, () => Promise<ComponentType<TabProps>>>> = {
  summary: async () => PlatformSummary,
  facts: async () => (await import('./facts.tsx')).PlatformFacts,
  map: async () => (await import('./map.tsx')).PlatformMap,
  history: async () => (await import('./history.tsx')).PlatformHistory,
  decisions: async () => (await import('./decisions.tsx')).PlatformDecisions,
  terms: async () => (await import('./terms.tsx')).PlatformTerms,
  record: async () => (await import('./record.tsx')).PlatformRecord,
};

/** A platform today, or as of a past day by what could be known on another. */
export function Platform({ params: { platform: id = '' } }: PageProps) {
  const { query } = usePlace();
  const moment = toMoment(query);
  const path = `/v1/platforms/${id}`;
  const reading = useRead<PlatformView>(path);
  const isAssessed = reading.data?.approved != null;
  const at = moment ? `asOf=${moment.asOf}&knownBy=${moment.knownBy}&` : '';
  const score = useRead<Score>(isAssessed ? `${path}/score?${at}explain=true` : undefined);
  const isBehind = moment !== undefined && moment.knownBy < today();
  const stood = useRead<Score>(isAssessed && isBehind ? `${path}/scores/at/${endOf(moment.knownBy)}` : undefined);
  const failed = stood.problem && stood.problem.status !== 404 ? stood : undefined;
  const revision = score.data?.assessment.revision;
  const basis = useRead<RevisionWithContent>(moment && revision !== undefined ? `${path}/assessments/${revision}` : undefined).data;
  useTitle(reading.data?.name);
  const tab = TAB_NAMES.find((name) => name === query.get('tab')) ?? 'summary';
  return (
    <Read from={reading} isPage>
      {(platform) => (
        <>
          {moment && <PastBanner platform={platform} moment={moment} basis={basis} score={score.data} published={stood.data} />}
          {!platform.approved ? (
            <>
              <PlatformHead platform={platform} score={undefined} moment={moment} basis={undefined} />
              <Notice kind="info" title={t.platform.unassessed(platform.name)} />
            </>
          ) : (
            <Read<unknown> from={failed ?? score}>
              {() =>
                score.data && (
                  <>
                    <PlatformHead platform={platform} score={score.data} moment={moment} basis={basis} />
                    <Tabs tab={tab} />
                    <Lazily load={TABS[tab]} props={{ platform, score: score.data, moment }} />
                  </>
                )
              }
            </Read>
          )}
        </>
      )}
    </Read>
  );
}

function toMoment(query: URLSearchParams): Moment | undefined {
  const asOf = query.get('asOf');
  return asOf ? { asOf, knownBy: query.get('knownBy') || today() } : undefined;
}

function Tabs({ tab }: { readonly tab: TabName }) {
  return (
    <nav class="tabs" aria-label={t.platform.tabs.label}>
      <ul>
        {TAB_NAMES.map((name) => (
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
