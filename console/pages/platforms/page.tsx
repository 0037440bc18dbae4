import { useMemo } from 'preact/hooks';
import { rankAll } from '../../../domain/explain/rank.ts';
import { useGrowing } from '../../api/use-growing.ts';
import { useReadAll } from '../../api/use-read.ts';
import type { PlatformView } from '../../api/views.ts';
import { t } from '../../messages/text.ts';
import { Empty, Read } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.tsx';
import { RangeLegend } from '../../plots/range-bar.tsx';
import { navigate, usePlace, withQuery } from '../../router.ts';
import { may } from '../../session.ts';
import { containsText } from './contains-text.ts';
import { downloadCsv } from './csv.ts';
import { PlatformFilters } from './filters.tsx';
import { type Sort, type SortKey, sortPlatforms, toSort } from './sort.ts';
import { PlatformsTable } from './table.tsx';

/** What the API filters by itself; the text is looked for here. */
const ASKED = ['band', 'gate', 'jurisdiction', 'mode', 'stale'] as const;

/** Every platform on one scale, sorted and filtered by what stands in the address. */
export function Platforms() {
  const { query } = usePlace();
  const asked = new URLSearchParams(ASKED.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])));
  const reading = useReadAll<PlatformView>(`/v1/platforms${asked.size > 0 ? `?${asked}` : ''}`);
  const sort = toSort(query.get('sort'));
  useTitle(t.platforms.title);
  const onSort = (key: SortKey) => navigate(withQuery({ sort: sort.key === key && sort.isDown ? key : `-${key}` }), { replace: true });
  const isFiltered = asked.size > 0 || query.has('q');
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{t.platforms.title}</h1>
          <p class="lead">{t.platforms.lead}</p>
        </div>
        {may('assess') && (
          <a class="button" href="/platforms/new">
            {t.platforms.add}
          </a>
        )}
      </div>
      <PlatformFilters query={query} isFiltered={isFiltered} />
      <Read from={reading}>
        {(all) => <Portfolio all={all} text={query.get('q') ?? ''} sort={sort} onSort={onSort} isFiltered={isFiltered} isWhole={asked.size === 0} />}
      </Read>
    </>
  );
}

type PortfolioProps = {
  readonly all: readonly PlatformView[];
  /** What a name, operator, parent or app id must contain. */
  readonly text: string;
  readonly sort: Sort;
  readonly onSort: (key: SortKey) => void;
  readonly isFiltered: boolean;
  /** Whether these are all platforms: a place is among all that are rated. */
  readonly isWhole: boolean;
};

function Portfolio({ all, text, sort: { key, isDown }, onSort, isFiltered, isWhole }: PortfolioProps) {
  const shown = useMemo(() => {
    const found = all.filter((platform) => containsText(platform, text));
    return sortPlatforms(found, { key, isDown });
  }, [all, text, key, isDown]);
  const ranks = useMemo(
    () => (isWhole ? new Map([...rankAll(all)].map(([id, place]) => [id, t.explanation.rank(place)])) : undefined),
    [all, isWhole],
  );
  const drawn = useGrowing(shown);
  if (shown.length === 0) return <Empty>{isFiltered ? t.platforms.empty : t.platforms.none}</Empty>;
  return (
    <>
      <div class="table-head">
        <p role="status">{toWords(shown)}</p>
        <button type="button" class="quiet" onClick={() => downloadCsv(shown)}>
          {t.platforms.csv}
        </button>
      </div>
      <RangeLegend />
      <PlatformsTable platforms={drawn} ranks={ranks} sort={{ key, isDown }} onSort={onSort} />
    </>
  );
}

function toWords(platforms: readonly PlatformView[]): string {
  const rated = platforms.filter(({ score }) => score && score.band !== 'unrated');
  const grave = rated.filter(({ score }) => score?.band === 'severe' || score?.band === 'high').length;
  const top = rated.reduce<PlatformView | undefined>(
    (best, one) => ((one.score?.score.point ?? 0) > (best?.score?.score.point ?? -1) ? one : best),
    undefined,
  );
  return t.platforms.words(platforms.length, grave, top?.name ?? '');
}
